# Everything from a fresh clone with Python 3.11+ and make.
#   make demo   a desk built from sample/, served on 127.0.0.1:8000
#   make test   every check that CI runs
#   make soak   the long ones: fuzzing, crash runs
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
BIN = $(VENV)/bin
PORT ?= 8000

.PHONY: demo test check lint types rooms unit soak lock wheel clean

demo: $(VENV)/.run
	$(BIN)/diemtin demo --port $(PORT)

test: check unit

check: lint types rooms

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.test
	$(BIN)/mypy

rooms: $(VENV)/.test
	$(BIN)/lint-imports

unit: $(VENV)/.test
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not soak"
	$(BIN)/python tests/on_postgres.py -n 2 --dist worksteal -m "not soak and not browser" tests/store $(addprefix tests/desk/test_,ingest.py crash.py seeds.py edit.py watch.py) tests/site/test_pages.py

soak: $(VENV)/.test
	$(BIN)/python -m pytest -m soak -s

wheel: $(VENV)/.run
	$(BIN)/python -m hatchling build -t wheel

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 is needed and none was found; set PYTHON=/path/to/python"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/build.txt requirements/run.txt pyproject.toml tools/build_fonts.py | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements/build.txt -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: $(VENV)/.run requirements/test.txt
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/.benchmark: $(VENV)/.test requirements/benchmark.txt
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements/benchmark.txt
	@touch $@

# The lock files hold hashes and no address of a registry.
UV_LOCK = uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --strip-extras --quiet
lock:
	$(UV_LOCK) pyproject.toml -o requirements/run.txt
	$(UV_LOCK) requirements/build.in -c requirements/run.txt -o requirements/build.txt
	$(UV_LOCK) pyproject.toml --extra test --extra check -c requirements/run.txt -c requirements/build.txt -o requirements/test.txt
	$(UV_LOCK) pyproject.toml --extra benchmark -c requirements/run.txt -o requirements/benchmark.txt

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache src/diemtin/site/static/fonts
