"""Words of the editor's desk, for its templates."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _

from diemtin.site.editor.words import act_name, act_words, block_name, failure_name, health_name, source_kind

register = template.Library()
register.filter(act_name)
register.filter(act_words)
register.filter(block_name)
register.filter(health_name)
register.filter(failure_name)
register.filter(source_kind)


@register.filter
def pace(seconds: float) -> str:
    """How often a source is asked: 15 phút, 3 giờ."""
    if seconds < 3600:
        return _("%(n)s phút") % {"n": round(seconds / 60)}
    return _("%(n)s giờ") % {"n": round(seconds / 3600)}
