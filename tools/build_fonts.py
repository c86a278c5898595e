"""Makes the site's two font families from the packages that carry them.

Runs as a hatch build hook (so the wheel holds the fonts and the repository does not), and by hand:
``python tools/build_fonts.py``. Latin and Vietnamese letters only; Newsreader keeps its weight axis and has its
optical size pinned, which brings it from 139 kB to 44 kB.
"""

from __future__ import annotations

import importlib.util
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FONTS = Path(__file__).resolve().parent.parent / "src" / "diemtin" / "site" / "static" / "fonts"

# Latin-1, the Vietnamese letters, combining marks, the dong sign, and the punctuation that news uses.
LETTERS = (
    list(range(0x20, 0x7F))
    + list(range(0xA0, 0x100))
    + [0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0]
    + list(range(0x1EA0, 0x1EFA))
    + [0x300, 0x301, 0x303, 0x309, 0x323, 0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D]
    + [0x2022, 0x2026, 0x2032, 0x2033, 0x203A, 0x2039, 0x20AB, 0x20AC, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212]
)


def package_file(package: str, ending: str) -> Path:
    """The one file of an installed font package whose name ends so."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"font package {package} is not installed: pip install -r requirements/build.txt")
    found = sorted(p for p in Path(spec.origin).parent.rglob("*.ttf") if p.name.endswith(ending))
    if not found:
        raise SystemExit(f"font package {package} holds no file ending in {ending}")
    return found[0]


def reloaded(font: TTFont) -> TTFont:
    """The font as it reads back: an instance keeps lazy tables that the subsetter cannot cut."""
    buffer = BytesIO()
    font.save(buffer)
    buffer.seek(0)
    return TTFont(buffer)


def write_subset(font: TTFont, target: Path) -> None:
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = ["kern", "liga", "locl", "mark", "mkmk", "ccmp", "tnum", "lnum", "calt"]
    options.hinting = False
    options.desubroutinize = True
    options.notdef_outline = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    subset.save_font(font, str(target), options)


def make_fonts(folder: Path = FONTS) -> list[Path]:
    """Write the three WOFF2 files into ``folder`` if they are not there; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    newsreader = folder / "newsreader.woff2"
    if not newsreader.exists():
        font = TTFont(package_file("fontpkg_newsreader", "Newsreader[opsz,wght].ttf"))
        font = instancer.instantiateVariableFont(font, {"opsz": 24, "wght": (400, 600)})
        write_subset(reloaded(font), newsreader)
    made.append(newsreader)
    for weight, name in (("Regular", "pro-400"), ("SemiBold", "pro-600")):
        target = folder / f"{name}.woff2"
        if not target.exists():
            write_subset(TTFont(package_file("fontpkg_be_vietnam_pro", f"-{weight}.ttf")), target)
        made.append(target)
    return made


class CustomBuildHook(BuildHookInterface[Any]):
    """The hook that hatch calls before it packs a wheel or makes an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name == "wheel":
            make_fonts()


if __name__ == "__main__":
    for path in make_fonts():
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")
