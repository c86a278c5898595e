"""What commands print: results on standard output, everything else on standard error."""

from __future__ import annotations

import json
import sys
import time
from types import TracebackType
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from diemtin.errors import DiemTinError

errors = Console(stderr=True, highlight=False, soft_wrap=True)


def say(words: str) -> None:
    """A line for the person who watches."""
    errors.print(words, markup=False)


def refuse(error: DiemTinError) -> None:
    errors.print(f"[red]refused[/red] {_plain(str(error))}")


def _plain(words: str) -> str:
    return words.replace("[", r"\[")


def print_json(record: dict[str, Any]) -> None:
    """One object a line; letters as they are."""
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


class Counting:
    """Progress of long work: a bar on a terminal, a plain line every few seconds elsewhere."""

    _EVERY = 5.0  # seconds between two lines in a log

    def __init__(self, words: str, total: int | None = None) -> None:
        self.words = words
        self.total = total
        self.begun = self.said = time.monotonic()
        self.bar: Progress | None = None

    def __enter__(self) -> Counting:
        if errors.is_terminal:
            columns = (
                SpinnerColumn(),
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
            )
            self.bar = Progress(*columns, console=errors, transient=True)
            self.task = self.bar.add_task(self.words, total=self.total)
            self.bar.start()
        return self

    def __call__(self, done: int) -> None:
        if self.bar is not None:
            self.bar.update(self.task, completed=done)
        elif time.monotonic() - self.said > self._EVERY:
            self.said = time.monotonic()
            say(f"{self.words}: {done} ({done / (self.said - self.begun):.0f} a second)")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bar is not None:
            self.bar.stop()
