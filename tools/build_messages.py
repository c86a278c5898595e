"""Compiles the site's English: ``locale/en/LC_MESSAGES/django.po`` to ``django.mo``. Pure Python, no gettext tools.

Vietnamese is the source: a message is its own Vietnamese. ``python tools/build_messages.py`` writes the .mo and prints
every message of the templates and of the code that the .po does not hold; ``tests/site/test_messages.py`` fails on one.
"""

from __future__ import annotations

import ast
import re
import struct
import sys
from pathlib import Path

import django
from django.conf import settings
from django.utils.translation.template import templatize

SITE = Path(__file__).resolve().parent.parent / "src" / "diemtin" / "site"
LOCALE = SITE / "locale" / "en" / "LC_MESSAGES"
_CALL = re.compile(r"""\b(n?gettext|pgettext)\(u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\"{3}.*?\"{3})""", re.DOTALL)
_NAMES = ("_", "gettext", "gettext_lazy", "ngettext")

Messages = dict[str, tuple[str | None, list[str]]]
"""Message -> (its plural or None, the translations)."""


def read_po(path: Path) -> Messages:
    """Entries of a .po file; those without a translation too."""
    messages: Messages = {}
    fields: dict[str, str] = {}
    field = ""

    def finish() -> None:
        if "msgid" in fields:
            strings = [fields[name] for name in sorted(fields) if name.startswith("msgstr")]
            messages[fields["msgid"]] = (fields.get("msgid_plural"), strings)
        fields.clear()

    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        line = line.strip()
        if line.startswith("#"):
            continue
        if not line:
            finish()
            continue
        if not line.startswith('"'):
            field, line = line.split(" ", 1)
            if field == "msgid":
                finish()
            fields[field] = ""
        fields[field] += ast.literal_eval(line)
    return messages


def make_mo(messages: Messages) -> bytes:
    """The binary catalogue: two sorted tables of lengths and offsets, then the texts."""
    texts: dict[bytes, bytes] = {}
    for message, (plural, strings) in messages.items():
        if all(strings):
            key = message if plural is None else f"{message}\0{plural}"
            texts[key.encode()] = "\0".join(strings).encode()
    keys = sorted(texts)
    ids = b"".join(key + b"\0" for key in keys)
    start = 7 * 4 + 16 * len(keys)
    table_of_ids, table_of_texts = [], []
    at, to = start, start + len(ids)
    for key in keys:
        table_of_ids += [len(key), at]
        table_of_texts += [len(texts[key]), to]
        at += len(key) + 1
        to += len(texts[key]) + 1
    header = struct.pack("<7I", 0x950412DE, 0, len(keys), 7 * 4, 7 * 4 + 8 * len(keys), 0, 0)
    tables = struct.pack(f"<{4 * len(keys)}I", *table_of_ids, *table_of_texts)
    return header + tables + ids + b"".join(texts[key] + b"\0" for key in keys)


def find_messages(site: Path = SITE) -> set[str]:
    """Every message that a template or the code of the site asks for."""
    found: set[str] = set()
    for path in site.rglob("*.html"):
        for _, text in _CALL.findall(templatize(path.read_text(encoding="utf-8"), origin=str(path))):
            found.add(ast.literal_eval(text))
    for path in site.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _NAMES and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.add(first.value)
    return found


def main() -> int:
    if not settings.configured:
        settings.configure(USE_I18N=False)
        django.setup()
    messages = read_po(LOCALE / "django.po")
    (LOCALE / "django.mo").write_bytes(make_mo(messages))
    missing = sorted(text for text in find_messages() if text not in messages or not all(messages[text][1]))
    for text in missing:
        print(f"not translated: {text!r}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
