"""Words of the editor's desk, for its templates."""

from __future__ import annotations

from django import template

from diemtin.site.editor.words import act_name, act_words, block_name

register = template.Library()
register.filter(act_name)
register.filter(act_words)
register.filter(block_name)
