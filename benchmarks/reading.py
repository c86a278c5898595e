"""Reading: our figures and the peers' in one run, quality and pages per CPU second.

    python benchmarks/reading.py            the whole table, checked against benchmarks/floors.json
    python benchmarks/reading.py --ours     without the peers (quick)
    python benchmarks/reading.py --worst 10 the pages with the worst bodies, for looking at

Needs the folder ``shared/eval/pages`` beside the repository (other people's pages, not part of it) and the extra
``benchmark``. Body F1 is that of the data's own README: 4-gram shingles of ``\\w+``, precision and recall a page, means,
harmonic mean.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import resource
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from diemtin.language.charsets import decode
from diemtin.language.text import squeeze
from diemtin.news import Capture, Reading
from diemtin.reader import read, to_json
from diemtin.reader.tree import walk
from peers import peers

HERE = Path(__file__).resolve().parent
PAGES = HERE.parent.parent / "shared" / "eval" / "pages"
CEILINGS = ("captions_leaked", "memory_of_trafilatura")
"""Figures that must stay below theirs in ``floors.json``."""
_WORD = re.compile(r"\w+")

Row = dict[str, Any]


def load(kind: str) -> list[Row]:
    """The gold rows of one set, each with its page's bytes."""
    folder = PAGES / kind
    path = next(path for path in (folder / "gold.jsonl", folder / "gold.jsonl.gz") if path.exists())
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    rows = [json.loads(line) for line in content.decode("utf-8").splitlines()]
    for row in rows:
        row["bytes"] = gzip.decompress((folder / row["page"]).read_bytes())
    return rows


def tokens(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = tokens(text)
    if len(words) < 4:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))


def precision_recall(gold: str, found: str) -> tuple[float, float]:
    wanted, got = shingles(gold), shingles(found)
    shared = sum((wanted & got).values())
    precision = shared / sum(got.values()) if got else float(not wanted)
    return precision, shared / sum(wanted.values()) if wanted else 1.0


def f1(pairs: list[tuple[float, float]]) -> tuple[float, float, float]:
    precision = sum(pair[0] for pair in pairs) / len(pairs)
    recall = sum(pair[1] for pair in pairs) / len(pairs)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def holds(text: str, part: str, share: float = 0.8) -> bool:
    """Whether most shingles of ``part`` are in ``text``."""
    wanted = shingles(part)
    if not wanted:
        return True
    if len(tokens(part)) < 4:
        return " ".join(tokens(part)) in " ".join(tokens(text))
    return sum((wanted & shingles(text)).values()) >= share * sum(wanted.values())


# --- ours ------------------------------------------------------------------------------------------------------------


def capture(row: Row) -> Capture:
    return Capture(row["bytes"], url=row.get("url"), media_type="text/html")


def read_ours(row: Row) -> Row:
    return as_row(read(capture(row)))


def as_row(found: Reading) -> Row:
    """The main article of our reading; an empty one when there is none. ``blocks`` comes along."""
    reading = to_json(found)
    article = (
        reading["articles"][0]
        if reading["articles"]
        else {"title": "", "lead": None, "paragraphs": [], "figures": [], "published": {}}
    )
    return {**article, "blocks": reading["blocks"]}


def body_text(article: Row) -> str:
    return "\n".join([*([article["lead"]] if article["lead"] else []), *article["paragraphs"]])


def score_figures(rows: list[Row]) -> dict[str, float]:
    """Sapo, captions and credits on the fundus pages."""
    kept = leads = as_lead = leaked = captions = found = credited = split = 0
    for row in rows:
        text = body_text(row["ours"])
        if row.get("lead"):
            leads += 1
            kept += holds(text, row["lead"])
            as_lead += bool(row["ours"]["lead"]) and holds(row["ours"]["lead"], row["lead"])
        seen = set()
        for figure in row.get("figures") or []:
            caption = figure.get("caption") or ""
            authors = [author for author in figure.get("authors") or [] if author]
            bare = caption
            for author in authors:
                bare = bare.replace(author, " ")
            if len(tokens(bare)) < 3 or caption in seen:
                continue
            seen.add(caption)
            captions += 1
            leaked += holds(text, bare) and not holds(row["text"], bare)
            match = next(
                (
                    f
                    for f in row["ours"]["figures"]
                    if f["caption"] and holds(f["caption"] + " " + (f["credit"] or ""), bare, 0.7)
                ),
                None,
            )
            found += match is not None
            if match is not None and authors:
                credited += 1
                wanted = set(tokens(" ".join(authors)))
                got = set(tokens(match["credit"] or ""))
                split += len(wanted & got) >= 0.6 * len(wanted)
    return {
        "sapo_kept": kept / leads,
        "sapo_as_lead": as_lead / leads,
        "captions_leaked": leaked / captions,
        "captions_found": found / captions,
        "credits_split": split / max(1, credited),
    }


# --- Vietnamese pages ------------------------------------------------------------------------------------------------


def visible(content: bytes) -> str:
    """The page's visible text without white space: what the labels' offsets count in."""
    parser = LexborHTMLParser(unicodedata.normalize("NFC", decode(content)))
    parser.strip_tags(["script", "style", "noscript", "template"])
    return re.sub(r"\s+", "", parser.body.text() if parser.body else "")


def _same(one: str | None, other: str) -> bool:
    def plain(text: str) -> str:
        return re.sub(r"\W+", "", text).lower()

    return one is not None and plain(one) == plain(other)


def score_labels(rows: dict[str, Row], verbose: bool) -> tuple[int, int]:
    """Right and asked labels of the hand-labelled articles: headline, sapo, first and last paragraph, each caption and
    credit, date to the minute."""
    right = asked = 0
    for path in sorted((HERE / "labels").glob("*.json")):
        labelled = json.loads(path.read_text())
        if "labels" not in labelled:
            continue
        row = rows[labelled["page"]]
        text, ours = visible(row["bytes"]), row["ours"]

        def cut(span: list[int], text: str = text) -> str:
            return text[span[0] : span[1]]

        labels = labelled["labels"]
        paragraphs = ours["paragraphs"] or [""]
        answers: list[tuple[str, bool]] = [
            ("headline", _same(ours["title"], cut(labels["headline"]))),
            ("sapo", _same(ours["lead"], cut(labels["sapo"]))),
            ("first", _same(paragraphs[0], cut(labels["first"]))),
            ("last", _same(paragraphs[-1], cut(labels["last"]))),
            ("date", (ours["published"].get("from") or "")[:16] == labels["date"][:16]),
        ]
        answers += [
            (f"caption {i}", any(_same(f["caption"], cut(s)) for f in ours["figures"]))
            for i, s in enumerate(labels["captions"])
        ]
        answers += [
            (f"credit {i}", any(_same(f["credit"], cut(s)) for f in ours["figures"]))
            for i, s in enumerate(labels["credits"])
        ]
        answers += [
            (f"caption {i} in body", not any(_same(p, cut(s)) for p in paragraphs))
            for i, s in enumerate(labels["captions"])
        ]
        right += sum(answer for _, answer in answers)
        asked += len(answers)
        if verbose:
            print("   ", labelled["page"], "wrong:", [name for name, answer in answers if not answer])
    return right, asked


def score_silver(rows: dict[str, Row]) -> tuple[float, int, int]:
    """Body F1 of the silver pages, and dates right to the minute of those that state one."""
    silver = [row for row in rows.values() if row.get("text")]
    pairs = [precision_recall(row["text"], body_text(row["ours"])) for row in silver]
    dated = [row for row in silver if row.get("date")]
    right = sum(
        (row["ours"]["published"].get("from") or "")[:16] == row["date"].replace(" ", "T")[:16] for row in dated
    )
    return f1(pairs)[2], right, len(dated)


def score_links(rows: dict[str, Row], verbose: bool) -> list[tuple[str, float, float]]:
    """Recall and precision of teasers against the labelled story links of lists and home pages."""
    from urllib.parse import urljoin

    result = []
    for path in sorted((HERE / "labels").glob("*.json")):
        labelled = json.loads(path.read_text())
        if "links" not in labelled:
            continue
        row = rows[labelled["page"]]
        base = row["url"]
        wanted = {urljoin(base, link) for link in labelled["links"]}
        got = {
            teaser["url"]
            for block in row["ours"]["blocks"]
            for teaser in block["teasers"]
            if teaser["url"] and teaser["title"]
        }
        result.append((labelled["page"], len(wanted & got) / len(wanted), len(wanted & got) / max(1, len(got))))
        if verbose:
            print("    missed", sorted(wanted - got)[:8], "\n    wrong", sorted(got - wanted)[:8])
    return result


# --- pages as text ---------------------------------------------------------------------------------------------------


def dump(content: bytes) -> str:
    """What archives of text keep of a page: its title, then each run of text in a line."""
    parser = LexborHTMLParser(decode(content))
    title = parser.css_first("title")
    return "\n".join([squeeze(title.text()) if title else "", *(unit.text for unit in walk(parser.body).units)])


def score_dumps(rows: list[Row]) -> tuple[float, float, float]:
    """Body precision, recall and F1 of pages read as plain text, against the bodies they have or our reading of their HTML."""
    pairs = []
    for row in rows:
        gold = row.get("text") or body_text(row["ours"])
        found = read(Capture(dump(row["bytes"]).encode(), url=row.get("url"), media_type="text/plain"))
        pairs.append(precision_recall(gold, body_text(as_row(found))))
    return f1(pairs)


# --- speed and memory -----------------------------------------------------------------------------------------------


def peak(name: str) -> None:
    """Prints the most memory in MB that this run takes to read all pages of scrapinghub one after another."""
    extract = None if name == "ours" else peers()[name]
    for row in load("scrapinghub"):
        if extract is None:
            read_ours(row)
        else:
            extract(decode(row["bytes"]))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def measure_peak(name: str) -> int:
    """``peak`` in a process of its own."""
    command = [sys.executable, str(Path(__file__).resolve()), "--peak", name]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def run_peer(rows: list[Row], extract: Callable[[str], str]) -> tuple[tuple[float, float, float], float]:
    pages = [decode(row["bytes"]) for row in rows]
    texts: list[str] = []
    extract(pages[0])
    begin = time.process_time()
    for page in pages:
        try:
            texts.append(extract(page))
        except Exception:  # a peer's crash is its empty answer
            texts.append("")
    spent = time.process_time() - begin
    return f1([precision_recall(row["text"], text) for row, text in zip(rows, texts, strict=True)]), len(rows) / spent


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--ours", action="store_true", help="without the peers")
    options.add_argument("--peak", help="read all pages as one of the peers or ours, print the peak of memory only")
    options.add_argument("--worst", type=int, default=0, help="show the worst bodies of each set")
    chosen = options.parse_args()
    if not PAGES.exists():
        print("no pages: the folder shared/eval/pages is not beside the repository", file=sys.stderr)
        return 1
    if chosen.peak:
        peak(chosen.peak)
        return 0
    figures: dict[str, float] = {}
    if not chosen.ours:
        ours, theirs = measure_peak("ours"), measure_peak("trafilatura")
        print(f"peak memory of a run over scrapinghub: ours {ours} MB, trafilatura {theirs} MB")
        figures["memory_of_trafilatura"] = ours / theirs
    for kind in ("scrapinghub", "fundus"):
        rows = load(kind)
        slowest = spent = 0.0
        read(capture(rows[0]))  # what is loaded once a run is not counted, ours or theirs
        for row in rows:
            begin = time.process_time()
            reading = read(capture(row))
            took = time.process_time() - begin
            row["ours"] = as_row(reading)
            spent += took
            slowest = max(slowest, took)
        with_lead = [precision_recall(row["text"], body_text(row["ours"])) for row in rows]
        without = f1([precision_recall(row["text"], "\n".join(row["ours"]["paragraphs"])) for row in rows])
        precision, recall, score = f1(with_lead)
        print(
            f"{kind}: body with sapo P {precision:.4f} R {recall:.4f} F1 {score:.4f}; without {without[2]:.4f}; "
            f"{len(rows) / spent:.0f} pages/CPU s, slowest {slowest * 1000:.0f} ms"
        )
        figures[f"{kind}_f1"] = score
        if kind == "fundus":
            figures |= score_figures(rows)
            print(
                "   ",
                {
                    name: round(figures[name], 3)
                    for name in ("sapo_kept", "sapo_as_lead", "captions_leaked", "captions_found", "credits_split")
                },
            )
        for (p, r), row in sorted(zip(with_lead, rows, strict=True), key=lambda pair: pair[0][0] + pair[0][1])[
            : chosen.worst
        ]:
            print(f"    P {p:.2f} R {r:.2f} {row['page']} {row['url'][:90]}")
        if not chosen.ours:
            for name, extract in peers().items():
                (p, r, score), speed = run_peer(rows, extract)
                print(f"    {name:24} P {p:.4f} R {r:.4f} F1 {score:.4f} {speed:7.1f} pages/CPU s")
                if name == "trafilatura":
                    figures[f"{kind}_times_trafilatura"] = len(rows) / spent / speed
    rows_by_page = {row["page"]: row for row in load("vietnamese")}
    for row in rows_by_page.values():
        row["ours"] = read_ours(row)
    right, asked = score_labels(rows_by_page, bool(chosen.worst))
    silver, dates, dated = score_silver(rows_by_page)
    print(
        f"vietnamese: silver body F1 {silver:.4f}; dates {dates} of {dated}; labels {right} of {asked} = {right / asked:.3f}"
    )
    figures |= {"vietnamese_f1": silver, "vietnamese_labels": right / asked}
    articles = [row for row in rows_by_page.values() if row["ours"]["paragraphs"]]
    precision, recall, score = score_dumps(articles)
    print(f"    the same {len(articles)} articles from text alone: P {precision:.3f} R {recall:.3f} F1 {score:.3f}")
    figures |= {"dumps_recall": recall, "dumps_precision": precision}
    for name, recall, precision in score_links(rows_by_page, bool(chosen.worst)):
        print(f"    teasers {name}: recall {recall:.3f} precision {precision:.3f}")
        figures["teaser_recall"] = min(figures.get("teaser_recall", 1.0), recall)
        figures["teaser_precision"] = min(figures.get("teaser_precision", 1.0), precision)
    floors = (
        json.loads((HERE / "floors.json").read_text()).get("reading", {}) if (HERE / "floors.json").exists() else {}
    )
    low = [
        name
        for name, floor in floors.items()
        if name in figures and (figures[name] > floor if name in CEILINGS else figures[name] < floor)
    ]
    for name in low:
        print(f"below its floor: {name} {figures[name]:.4f}, floor {floors[name]}", file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
