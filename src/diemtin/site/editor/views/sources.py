"""Sources: how each is, and watching, letting go, asking now."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast, get_args

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from diemtin.desk import editing_sources
from diemtin.desk.sourcing import SourceReport, look_at, source_reports
from diemtin.errors import DiemTinError, UsageError
from diemtin.site.editor.acting import act, asking, page, show, who
from diemtin.site.editor.words import error_words, failure_name
from diemtin.sources.discover import Discovery
from diemtin.sources.schedule import SourceKind
from diemtin.store.queries import desk

PATIENCE = 40.0
"""Seconds for looking at an address; a server process that is silent for a minute is taken for dead."""
IN_TROUBLE = frozenset({"failing", "lost"})


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source with the reason of its failure in the editor's language."""

    report: SourceReport
    failure: str

    @property
    def fewer(self) -> bool:
        """Today brought less than a third of a usual day; below three a day that is chance."""
        return self.report.usual >= 3 and self.report.day * 3 < self.report.usual

    @property
    def bad(self) -> bool:
        return self.report.health in IN_TROUBLE


def find_trouble(now: datetime) -> list[SourceRow]:
    """Watched sources that fail, or bring far less than usual; the worst first."""
    return [row for row in _rows(now) if row.bad or row.fewer]


@page
def sources(request: HttpRequest) -> HttpResponse:
    return _shown(request)


@asking
def look(request: HttpRequest) -> HttpResponse:
    """What could be watched at an address: nothing is added yet."""
    address = request.POST.get("address", "").strip()
    if address and "://" not in address:
        address = f"https://{address}"
    try:
        found = _look_at(address)
    except DiemTinError as error:
        return _shown(request, address=address, problem=error_words(error), status=422)
    return _shown(request, address=address, found=found)


@act
def watch(request: HttpRequest) -> tuple[str, str]:
    """Candidates that were ticked (``kind url``), or one address as it is."""
    chosen = [told.partition(" ") for told in request.POST.getlist("source")]
    given = [(url, _kind(kind)) for kind, _space, url in chosen]
    if request.POST.get("address"):
        given.append((request.POST["address"].strip(), _kind(request.POST.get("kind", ""))))
    new, known = editing_sources.watch_sources(given, who(request))
    said = ngettext("Thêm %(n)s nguồn.", "Thêm %(n)s nguồn.", len(new)) % {"n": len(new)}
    if known:
        said += " " + ngettext("%(n)s nguồn đã có.", "%(n)s nguồn đã có.", len(known)) % {"n": len(known)}
    return said, reverse("desk_sources")


@act
def leave(request: HttpRequest) -> tuple[str, str]:
    editing_sources.let_go(request.POST.get("url", ""), who(request))
    return _("Nguồn này không được hỏi nữa; bài đã có ở lại."), reverse("desk_sources")


@act
def again(request: HttpRequest) -> tuple[str, str]:
    editing_sources.watch_again(request.POST.get("url", ""), who(request))
    return _("Nguồn này lại được theo dõi."), reverse("desk_sources")


@act
def ask(request: HttpRequest) -> tuple[str, str]:
    editing_sources.ask_source_now(request.POST.get("url", ""), who(request))
    return _("Nguồn này sẽ được hỏi ở lượt tới của diemtin watch."), reverse("desk_sources")


def _shown(
    request: HttpRequest, address: str = "", found: Discovery | None = None, problem: str = "", status: int = 200
) -> HttpResponse:
    rows = _rows(datetime.now(UTC), everything=True)
    told = {
        "here": "sources",
        "rows": [row for row in rows if row.report.active],
        "gone": [row for row in rows if not row.report.active],
        "address": address,
        "found": found,
        "problem": problem,
        "kinds": get_args(SourceKind),
    }
    return show(request, "sources", told, status)


def _rows(now: datetime, *, everything: bool = False) -> list[SourceRow]:
    kinds = desk.find_failure_kinds()
    return [
        SourceRow(report, failure_name(kinds.get(report.url, "")))
        for report in source_reports(now, everything=everything)
    ]


def _look_at(address: str) -> Discovery:
    if not address.startswith(("http://", "https://")):
        raise UsageError("not a web address", about=address[:200])
    pool = ThreadPoolExecutor(1)
    try:
        return pool.submit(look_at, settings.DESK, address).result(PATIENCE)
    except TooLate as error:
        raise UsageError(_("Trả lời quá chậm; thử lại bằng lệnh diemtin sources add."), about=address) from error
    finally:
        pool.shutdown(wait=False)


def _kind(told: str) -> SourceKind:
    if told not in get_args(SourceKind):
        raise UsageError("not a kind of source", about=told[:40])
    return cast(SourceKind, told)
