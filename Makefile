# Two commands matter: `make demo` and `make test`. `make help` lists the rest.

PORT ?= 8000
VENV ?= .venv
# The second virtual environment of `make test-matrix`.
VENV6 ?= .venv-django6
DJANGO6 = 6.1.3

PYTHON = $(VENV)/bin/python
SHELL := /bin/sh
# Dozens of processes start in a run of the tests: none of them should compile everything anew.
unexport PYTHONDONTWRITEBYTECODE
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test test-long test-matrix lint fmt shots bench load messages constraints audit install system clean

help: ## This list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.demo ## The demo city on http://127.0.0.1:8000 (another port: PORT=8001)
	@exec $(PYTHON) site/manage.py demo --port $(PORT)

test: install system ## Everything that must be true: lint, types, then every test (unit, browser, services)
	@exec $(PYTHON) -m tests.rig.suite

test-long: install system ## The same with far more generated examples, and the tests too slow for every day
	@exec $(PYTHON) -m tests.rig.suite --long

test-matrix: install ## The unit and wheel tests on Django 5.2, then on Django 6 where Python 3.12 or newer is found
	@failed=0; $(PYTHON) -m tests.rig.suite --units || failed=1; \
	if python=$$(sh tests/rig/find-python.sh 3.12); then \
		$(MAKE) --no-print-directory $(VENV6)/.test PYTHON6="$$python" && $(VENV6)/bin/python -m tests.rig.suite --units || failed=1; \
	else echo "Django 6 was not tried: it needs Python 3.12 or newer."; fi; \
	exit $$failed

lint: install system ## Style, types, import contracts, migrations and translations: all that is checked without a test
	@exec $(PYTHON) -m tests.rig.checks

fmt: install ## Put code and templates into shape
	@exec $(PYTHON) -m tests.rig.checks --fix

shots: install ## Screenshots of the demo city's pages, into shots/
	@exec $(PYTHON) -m tests.browser.shots

load: install system ## Half an hour of an evening in one minute, against PostgreSQL, Redis and gunicorn: nothing may fail
	@exec $(PYTHON) -m tests.benchmarks.load

bench: install ## Measure: prints a table and writes bench.json
	@exec $(PYTHON) -m tests.benchmarks

messages: install system ## Collect the texts to translate into locale/, and compile the translations
	@exec $(PYTHON) -m tests.rig.messages

constraints: ## Write constraints.txt anew, with the newest versions that fit together
	@python=$$(sh tests/rig/find-python.sh) && rm -rf .cache/constraints && "$$python" -m venv .cache/constraints
	@$(VENV)/bin/python tests/rig/requirements.py accounts rq pdf demo test > .cache/constraints/wanted.txt
	@.cache/constraints/bin/python -m pip install -qq --requirement .cache/constraints/wanted.txt
	@{ head -n 1 constraints.txt; .cache/constraints/bin/python -m pip freeze | sort -f; } > .cache/constraints/new.txt
	@mv .cache/constraints/new.txt constraints.txt && rm -rf .cache/constraints && git diff --stat constraints.txt

audit: | $(PYTHON) ## Known weaknesses of what is installed: asks the public register of them, so it needs the network
	@test -x .cache/audit/bin/pip-audit || { $(PYTHON) -m venv .cache/audit && .cache/audit/bin/python -m pip install -qq pip-audit; }
	@.cache/audit/bin/pip-audit --requirement constraints.txt --no-deps --disable-pip --strict

clean: ## Remove everything that was made here: environments, caches, the demo's database
	rm -rf $(VENV) $(VENV6) .cache var shots bench.json bench-lists.json bench-load.json dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

install: $(VENV)/.test

system: | $(PYTHON)
	@$(PYTHON) -m tests.rig.system_parts

$(PYTHON):
	@python=$$(sh tests/rig/find-python.sh) && "$$python" -m venv $(VENV)

# What is installed changes only with these two files.
$(VENV)/.demo: pyproject.toml constraints.txt | $(PYTHON)
	@echo "Installing the demo city (only when its dependencies changed)…"
	@$(PYTHON) tests/rig/requirements.py accounts demo > $(VENV)/demo.txt
	@$(PYTHON) -m pip install -qq --disable-pip-version-check --constraint constraints.txt --requirement $(VENV)/demo.txt
	@touch $@

$(VENV)/.test: pyproject.toml constraints.txt | $(PYTHON)
	@echo "Installing what the tests need (only when it changed)…"
	@$(PYTHON) tests/rig/requirements.py accounts rq demo test > $(VENV)/test.txt
	@$(PYTHON) -m pip install -qq --disable-pip-version-check --constraint constraints.txt --requirement $(VENV)/test.txt
	@touch $@ $(VENV)/.demo

$(VENV6)/.test: pyproject.toml constraints.txt Makefile
	@echo "Installing Django $(DJANGO6) (only when something changed)…"
	@test -x $(VENV6)/bin/python || "$(PYTHON6)" -m venv $(VENV6)
	@sed 's/^Django==.*/Django==$(DJANGO6)/' constraints.txt > $(VENV6)/constraints.txt
	@$(PYTHON) tests/rig/requirements.py accounts rq demo test > $(VENV6)/test.txt
	@$(VENV6)/bin/python -m pip install -qq --disable-pip-version-check --constraint $(VENV6)/constraints.txt --requirement $(VENV6)/test.txt
	@touch $@
