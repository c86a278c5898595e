"""The log of commands that work for long: lines on standard error, for people or for programs."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime


class _Lines(logging.Formatter):
    """``time level event name=value …``, or the same as JSON."""

    def __init__(self, *, as_json: bool) -> None:
        super().__init__()
        self.as_json = as_json

    def format(self, record: logging.LogRecord) -> str:
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told = dict(getattr(record, "told", {}))
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        if self.as_json:
            line = {"time": when, "level": record.levelname.lower(), "event": record.getMessage(), **told}
            return json.dumps(line, ensure_ascii=False, default=str)
        said = " ".join(f"{name}={value}" for name, value in told.items())
        return f"{when} {record.levelname.lower():7} {record.getMessage()} {said}".rstrip()


def log_to_stderr(*, as_json: bool) -> None:
    """What ``diemtin`` logs, from now on; of the libraries only warnings."""
    writer = logging.StreamHandler(sys.stderr)
    writer.setFormatter(_Lines(as_json=as_json))
    root = logging.getLogger()
    root.handlers[:] = [writer]
    root.setLevel(logging.WARNING)
    for name in ("diemtin", "django"):
        logging.getLogger(name).handlers[:] = []
    logging.getLogger("diemtin").setLevel(logging.INFO)
    logging.getLogger("diemtin").propagate = True
