# Everything from a bare Python 3.11 (or later) and make. `make` alone lists the commands.

PORT   ?= 8000
DATA   ?= data
PYTHON ?= python3 python3.14 python3.13 python3.12 python3.11 python
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet

# With this set every start-up would compile all of Django again.
unexport PYTHONDONTWRITEBYTECODE
.DEFAULT_GOAL := help
.PHONY: help start test check bench docs words pictures install install-tests coverage lock

help:
	@echo "Putright: complaints handled the way you said you would."
	@echo
	@awk -F ' *## *' '/^[a-z-]+:.*##/ { sub(/:.*/, "", $$1); printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

start: install ## install, fill DATA with the demo if it is empty, serve it [PORT=8000 DATA=data AS_AT=date]
	@if [ -z "$$(ls -A '$(DATA)' 2>/dev/null)" ]; then \
		$(BIN)/putright demo --data '$(DATA)' $(if $(AS_AT),--as-at '$(AS_AT)'); fi
	@exec $(BIN)/putright serve --data '$(DATA)' --port '$(PORT)' $(if $(AS_AT),--as-at '$(AS_AT)')

test: check ## every check and every test, on SQLite and PostgreSQL and in a browser [T=tests/domain]
	@$(BIN)/python -m tests.browser
	@$(BIN)/python -m tests.clamav
	@$(BIN)/python -m tests.dovecot
	@$(BIN)/python -m tests.nginx
	@echo "== tests, SQLite"
	@$(BIN)/pytest -n auto --dist loadfile $(T)
	@echo "== database tests, PostgreSQL, on the night the clocks go back"
	@DATABASE=postgresql CLOCK=2026-10-25T23:59:30+00:00 $(BIN)/pytest -n auto --dist loadfile -m "not browser" $(T) \
		|| [ $$? -eq 5 -a -n "$(T)" ] # nothing of what was named uses the database

check: install-tests ## the quick part: style, types, import contracts, migrations, documents
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/mypy
	@$(BIN)/pytest -q tests/architecture

bench: install-tests ## measure, side by side with others and with the limit [P=p1]
	@$(BIN)/python -m bench $(P)

docs: install ## write again the pages that are printed from the program
	@$(BIN)/python -m putright.config.documentation

install: $(VENV)/installed ## build .venv with its hashed packages; leaves .venv/bin/putright
install-tests: $(VENV)/installed-tests

$(BIN)/pip:
	@for python in $(PYTHON); do \
		if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "Building $(VENV) with $$($$python --version)"; \
			$$python -m venv --clear $(VENV) && exit 0; \
			echo "$$python cannot make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv" >&2; \
			rm -rf $(VENV); exit 1; \
		fi; \
	done; \
	echo "Putright needs Python 3.11 or later, and none of these is: $(PYTHON)." >&2; \
	echo "Install one, or name it: make PYTHON=/where/it/is/python3 $(MAKECMDGOALS)" >&2; exit 1

$(VENV)/installed: requirements.txt pyproject.toml hatch_build.py | $(BIN)/pip
	@echo "Installing the packages of requirements.txt"
	@$(PIP) install --require-hashes --no-deps -r requirements.txt
	@$(PIP) install --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/installed-tests: requirements-test.txt $(VENV)/installed
	@echo "Installing the packages of requirements-test.txt"
	@$(PIP) install --require-hashes --no-deps -r requirements-test.txt
	@touch $@

# For the developer

words: install-tests # add what is marked in the pages to the catalogues of translations, and compile them
	@$(BIN)/python -m tests.catalogue

pictures: install-tests # make the pictures of docs/guide anew, with a browser
	@$(BIN)/python -m tests.browser
	@rm -f docs/guide/pictures/*.png
	@GUIDE=docs/guide/pictures $(BIN)/pytest -q -n auto --dist loadfile tests/journeys

coverage: install-tests # branch coverage; the domain is to be covered wholly
	@$(BIN)/pytest -n auto --dist loadfile --cov --cov-report=term-missing:skip-covered tests/domain

LOCK = $(UV) pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 pyproject.toml
UV  ?= $(shell command -v uv || echo $(BIN)/uv)

lock: | $(BIN)/pip # lock both requirement files again, after pyproject.toml has changed
	@[ -x "$(UV)" ] || $(PIP) install uv
	@$(LOCK) --group build -o requirements.txt >/dev/null
	@$(LOCK) --group build --group dev --extra postgres -c requirements.txt -o requirements-test.txt >/dev/null
