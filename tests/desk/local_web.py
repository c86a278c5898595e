"""The real program on a web of our own: names ending in .test are this machine, nobody is waited for politely.

python -m tests.desk.local_web watch --once --desk D

``DIEMTIN_TEST_HOURS``: so many hours later than it is, so that sources are due again.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any


async def resolve(host: str, port: int) -> list[str]:
    if not host.endswith(".test") or "no-such-name" in host:
        raise OSError(f"no such host: {host}")
    return ["127.0.0.1"]


def fetcher(settings: Any) -> Any:
    from diemtin.desk import watching
    from diemtin.sources.fetch.client import Fetcher

    manners = watching.manners_of(settings)
    quick = replace(manners, seconds_between=0, seconds_of_silence=6, seconds_in_all=20, at_once=100)
    return Fetcher(quick, resolver=resolve)


def main() -> None:
    os.environ["DIEMTIN_DESK"] = sys.argv[sys.argv.index("--desk") + 1]
    import django

    django.setup()
    from diemtin.cli import main as run
    from diemtin.desk import watching
    from diemtin.sources import asking

    asking.fetch_what = partial(asking.fetch_what, resolver=resolve)  # type: ignore[assignment]
    watching.fetcher_of = fetcher
    later = timedelta(hours=float(os.environ.get("DIEMTIN_TEST_HOURS", "0")))
    watching.Watcher = partial(watching.Watcher, now=lambda: datetime.now(UTC) + later)  # type: ignore[assignment, misc]
    run()


if __name__ == "__main__":
    main()
