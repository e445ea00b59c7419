# Everything this project can be told to do. `make help` lists it.

VENV ?= .venv
# The newest Python that we know, unless the machine's own is new enough.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c '$(NEW_ENOUGH)' 2>/dev/null && echo $$python && break; done)
RUN := $(VENV)/bin/python
PARTS := main.py pages ui components api services db assets
INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes
LOCK := $(RUN) -m uv pip compile pyproject.toml --quiet --upgrade --universal --no-strip-extras --python-version 3.11 --only-binary :all: \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"
# What tests need from Debian; each package brings a program of its own name. Chromium without windows is the lighter one.
PACKAGES := npm $(or $(shell command -v chromium >/dev/null && echo chromium),chromium-headless-shell) redis-server nginx pgbouncer \
	$(or $(firstword $(wildcard /usr/lib/postgresql/*/bin/postgres)),postgresql)
# What they need from npm: an identity provider that others made.
NPM := .npm
NPM_LOCK := tests/browser/identity_provider/package-lock.json

# What git ignores is not looked at: secrets belong there, and caches repeat what is elsewhere.
IGNORED := $(shell sed -n '/./{s,/$$,,; s,^,**/,; p;}' .gitignore)

# Where the environment forbids Python to keep what it compiled, every process of the tests would compile the app anew.
tests tests-full coverage a11y-full: export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help setup run run-tls test check format lint style quality types imports leaks licences hooks tests tests-full coverage bench a11y-full screenshots packages secrets doctor smoke migrate migration rotate-keys verify-audit key grant lock audit vendor updating clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: $(VENV)/for-running ## Build the environment that the app runs in (only if requirements changed)

run: setup ## Serve on http://localhost:8080 (PORT changes it) until Ctrl-C
	@exec $(RUN) main.py

run-tls: setup ## Serve over https with a certificate of this machine, for passkeys and the camera of a phone (PORT)
	@LOCAL_TLS=true HOST="$${HOST:-0.0.0.0}" exec $(RUN) main.py

test: check tests ## Everything that must hold before a change is shared: looks, types, imports, tests, coverage

check: $(VENV)/for-testing ## Everything that is checked without running the app, two checks at a time
	@$(MAKE) --no-print-directory --jobs=2 quality types style imports leaks licences

format: $(VENV)/for-testing ## Lay the code out, and mend what can be mended by itself
	@$(RUN) -m ruff check --quiet --fix . || true
	@$(RUN) -m black --quiet .

lint: style quality ## Layout, style and risks: black, ruff, flake8, pylint, bandit

style: $(VENV)/for-testing
	$(RUN) -m black --check --quiet .
	$(RUN) -m ruff check --quiet .
	$(RUN) -m flake8 $(PARTS) tests
	$(RUN) -m bandit --quiet --configfile pyproject.toml --recursive $(PARTS)

quality: $(VENV)/for-testing
	$(RUN) -m pylint $(PARTS) # tests are read by ruff, flake8 and mypy: pylint would take longer over them than over the app

types: $(VENV)/for-testing ## Types, strictly: mypy
	$(RUN) -m mypy $(PARTS) tests

imports: $(VENV)/for-testing ## Who may import whom: import-linter
	$(RUN) -c "from importlinter.cli import lint_imports_command; lint_imports_command()"

leaks: $(VENV)/for-testing ## Secrets that lie in a file or in git's history: kingfisher
	$(RUN) -m kingfisher scan . --git-history full $(IGNORED:%=--exclude "%") --redact --no-validate --no-update-check --quiet

licences: $(VENV)/for-testing ## Whether what runs with the app may be sold with it
	$(RUN) -m tests.packages.licences

hooks: $(VENV)/for-testing ## Have git look at each commit before it is made: pre-commit
	@$(RUN) -m pre_commit install
	@sed -i '1a export VENV="$(abspath $(VENV))"' "$$(git rev-parse --git-path hooks)/pre-commit" # .ci/python reads it, and make

tests: $(VENV)/for-testing packages $(NPM)/installed ## All tests but slow ones, three at a time (TESTS=tests/db for some of all)
	$(RUN) -m pytest -n 3 --dist loadgroup $(or $(TESTS),--ignore=tests/bench/house -m "not slow")

tests-full: $(VENV)/for-testing packages $(NPM)/installed ## All tests, also the slow ones (half an hour)
	$(RUN) -m pytest -n 3 --dist loadgroup --ignore=tests/bench/house

coverage: $(VENV)/for-testing packages $(NPM)/installed ## All tests, and which lines none of them reaches (a third slower)
	$(RUN) -m pytest -n 3 --dist loadgroup --cov

bench: $(VENV)/for-testing ## Measure the tax engine beside its peers, pages and API; writes docs/benchmarks.md (minutes)
	@$(RUN) -m pytest --quiet tests/bench/house # whether everything is measured at all
	@$(RUN) -m tests.bench

a11y-full: $(VENV)/for-testing packages ## Hold every page and component against every rule, in all themes and widths (minutes)
	$(RUN) -m pytest -n 2 tests/browser/in_full.py

screenshots: $(VENV)/for-testing packages ## Make the pictures in docs/ anew (FOLDER=… for every screen in every theme)
	$(RUN) -m tests.browser.pictures $(FOLDER)

packages:
	@missing=""; for program in $(PACKAGES); do PATH="$$PATH:/usr/sbin" command -v $$program >/dev/null || missing="$$missing $$program"; done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" -ne 0 ]; then \
		echo "Debian packages are missing. As root: apt-get install --no-install-recommends$$missing" >&2; exit 1; fi; \
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $$missing

$(NPM)/installed: $(NPM_LOCK) | packages
	@mkdir -p $(NPM) && cp $(NPM_LOCK) $(dir $(NPM_LOCK))package.json $(NPM)
	@npm ci --prefix $(NPM) --ignore-scripts --no-audit --no-fund --silent
	@touch $@

secrets: setup ## Print fresh strong secrets
	@$(RUN) -m services.settings

doctor: setup ## Look at settings and every outside service, and say what to do (TO=me@example.org sends a test letter)
	@$(RUN) -m services.starting.doctor "$(TO)"

smoke: setup ## Walk a deployed house from outside (BASE_URL=https://…; SMOKE_EMAIL, SMOKE_PASSWORD, SMOKE_API_KEY, RATE_LIMIT=1)
	@$(RUN) -m tests.smoke "$(BASE_URL)"

migrate: setup ## Bring the database of MIGRATION_DATABASE_URL up to date
	@$(RUN) -m services.starting.migration

migration: setup ## Write the next migration from db/tables (NAME="what changes")
	@$(RUN) -m services.starting.migration "$(or $(NAME),$(error NAME is missing: make migration NAME="what changes"))"

rotate-keys: setup ## Seal everything again with the newest key while the app serves, and say which keys may go
	@$(RUN) -m services.sealing

verify-audit: setup ## Go through the whole audit trail, and say exactly which seal does not fit
	@$(RUN) -m services.audit $(if $(SEAL),--seal $(SEAL))

key: setup ## Make a partner's key for the API (NAME="who gets it")
	@$(RUN) -m services.partners make "$(or $(NAME),$(error NAME is missing: make key NAME="who gets it"))"

grant: setup ## Grant a role (ADDRESS=… ROLE=administrator NAME="what people call them"), as for the first administrator
	@$(RUN) -m services.staff grant "$(or $(ADDRESS),$(error ADDRESS is missing))" "$(or $(ROLE),$(error ROLE is missing))" "$(or $(NAME),$(error NAME is missing))"

lock: $(VENV)/for-testing ## Choose the newest allowed releases and write them down with their hashes
	$(LOCK) --output-file requirements.txt
	$(LOCK) --extra dev --constraint requirements.txt --output-file requirements-dev.txt

audit: $(VENV)/for-testing ## Look for known weaknesses in what we lean on; fails as well for a package that nobody looked at
	@$(RUN) -m tests.packages

vendor: $(VENV)/for-testing ## Refresh fonts, also those of documents, icons and the accessibility checker (needs npm)
	$(RUN) -m assets.vendor

updating: setup ## Write assets/updating.html anew, after a change of the style sheets
	@$(RUN) -m ui.failures.updating_page

clean: ## Throw the environment and caches away; data in .data stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .bench $(NPM) htmlcov .coverage .coverage.*

$(VENV)/for-running: requirements.txt
	@[ -n "$(PYTHON)" ] || { echo "Python 3.11 or newer is needed." >&2; exit 1; }
	@$(PYTHON) -c '$(NEW_ENOUGH)' || { echo "Python 3.11 or newer is needed; this is $$($(PYTHON) -V)." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null || { \
		echo "Python can't build environments here. On Debian: apt-get install python3-venv" >&2; exit 1; }
	@echo "Installing what the app needs. This happens once and takes a minute." >&2
	@$(INSTALL) --requirement requirements.txt
	@touch $@

$(VENV)/for-testing: requirements-dev.txt $(VENV)/for-running
	@$(INSTALL) --requirement requirements-dev.txt
	@touch $@
