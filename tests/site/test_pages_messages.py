"""The English of the site: every message translated, the compiled catalogue that of the text, no placeholder lost."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_messages", ROOT / "tools" / "build_messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_message_has_its_english(tool: ModuleType) -> None:
    messages = tool.read_po(tool.LOCALE / "django.po")
    missing = [text for text in tool.find_messages() if text not in messages or not all(messages[text][1])]
    assert not missing, "add to django.po, then run python tools/build_messages.py"


def test_every_section_has_its_english(tool: ModuleType) -> None:
    from diemtin.language.sections import sections

    messages = tool.read_po(tool.LOCALE / "django.po")
    assert [section.name for section in sections().values() if section.name not in messages] == []


def test_the_compiled_catalogue_is_that_of_the_text(tool: ModuleType) -> None:
    made = tool.make_mo(tool.read_po(tool.LOCALE / "django.po"))
    assert (tool.LOCALE / "django.mo").read_bytes() == made, "run python tools/build_messages.py"


def test_no_placeholder_is_lost_or_new(tool: ModuleType) -> None:
    for message, (_, strings) in tool.read_po(tool.LOCALE / "django.po").items():
        if message:
            wanted = set(re.findall(r"%\(\w+\)s", message))
            assert all(set(re.findall(r"%\(\w+\)s", string)) == wanted for string in strings), message
