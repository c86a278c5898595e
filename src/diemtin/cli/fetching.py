"""An address on the command line: fetched under the guards of ``sources``, as politely as ``watch`` does."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from diemtin.desk.settings import Settings, desk_folder, get_settings
from diemtin.errors import DiemTinError
from diemtin.news import Capture
from diemtin.sources.asking import Wanted, fetch_what
from diemtin.sources.fetch.answers import Manners
from diemtin.sources.ready import Ready


def fetch_page(
    url: str,
    refused: Callable[[DiemTinError], None],
    skipped: Callable[[str, str], None] = lambda name, why: None,
    settings: Settings | None = None,
    wanted: Wanted | None = None,
) -> Iterator[Capture | Ready]:
    """The page at an address; of a feed its entries; of a sitemap the pages that are ``wanted``. What does not answer
    goes to ``refused``."""
    told = settings or get_settings(desk_folder())
    manners = Manners(allowed_hosts=frozenset(told.fetch_private_hosts))
    if told.contact:
        manners = Manners(contact=told.contact, allowed_hosts=manners.allowed_hosts)
    yield from fetch_what(url, manners=manners, refused=refused, skipped=skipped, wanted=wanted)
