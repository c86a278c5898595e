"""What stands on a command line (files, folders, addresses, "-") as one stream of captures and ready articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from diemtin.news import Capture
from diemtin.sources.asking import Wanted
from diemtin.sources.files import read_what
from diemtin.sources.ready import Ready


def all_inputs(
    what: list[str],
    url: str | None,
    refused: Callable[[Any], None],
    skipped: Callable[[str, str], None],
    wanted: Wanted | None = None,
) -> Iterator[Capture | Ready]:
    """In the order of the command line; addresses are fetched under the guards of ``sources``. ``wanted`` chooses among
    the pages that a sitemap lists; without it they stay listed."""
    for one in what:
        if one.startswith(("http://", "https://")):
            from diemtin.cli.fetching import fetch_page

            yield from fetch_page(one, refused, skipped, wanted=wanted)
        else:
            yield from read_what(one, url=url, refused=refused, skipped=skipped)
