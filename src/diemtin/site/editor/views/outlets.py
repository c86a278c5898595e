"""Outlets: what each lets us show."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from diemtin.desk.rights import set_rights
from diemtin.site.editor.acting import act, page, show, who
from diemtin.site.editor.words import RIGHTS, rights_name
from diemtin.store.queries.outlets import list_outlet_rows


@page
def outlets(request: HttpRequest) -> HttpResponse:
    return show(request, "outlets", {"here": "outlets", "rows": list_outlet_rows(), "choices": RIGHTS.items()})


@act
def change(request: HttpRequest) -> tuple[str, str]:
    given = request.POST
    row = set_rights(
        settings.DESK, given.get("outlet", ""), given.get("rights", ""), who(request), given.get("why", "")[:2000]
    )
    said = _("%(name)s: từ nay hiện %(rights)s.") % {"name": row.name or row.key, "rights": rights_name(row.rights)}
    return said, reverse("desk_outlets")
