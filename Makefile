# The commands of the house. `make` alone lists them; README.md says the same with plain pip.
# The longer checks are in .make/, one POSIX script for each question.

PYTHON ?=
HOST := 127.0.0.1
PORT ?= 8000
DEMO ?= 1
JOBS ?= 2
BIN := .venv/bin
MANAGE := DEBUG=1 $(BIN)/python manage.py
# Stamps: newer than the lock file means that what it locks is installed.
RUNTIME := .venv/.runtime
DEV := .venv/.dev

export PYTHON
.DEFAULT_GOAL := help
# Each command is a few steps in order, so `make -j` has nothing to gain here, only to muddle.
.NOTPARALLEL:
.PHONY: help setup run demo seeds test browser lint check messages lock clean port

help:  ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile | expand -t 18

setup: $(DEV)  ## install everything that developing and testing need into .venv

run: port $(RUNTIME)  ## start the desk with demo content (DEMO=0: empty; PORT=8001)
	@$(MANAGE) migrate --verbosity 0
	@if [ "$(DEMO)" = 0 ]; then cat .make/empty-desk.txt; else $(MANAGE) demo; fi
	@sh .make/port.sh "$(HOST)" "$(PORT)"
	@echo
	@echo "  Site   http://$(HOST):$(PORT)/"
	@echo "  Admin  http://$(HOST):$(PORT)/admin/"
	@echo "  API    http://$(HOST):$(PORT)/api/v1/"
	@echo "  Stop it with Ctrl-C."
	@echo
	@$(MANAGE) runserver $(HOST):$(PORT)

demo: $(RUNTIME)  ## fill the desk with demo content and print the demo accounts
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) demo

seeds: $(RUNTIME)  ## import reference data and texts from seeds/
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) import_seeds

test: $(DEV)  ## run the tests on SQLite; neither a browser nor a database server is needed
	@$(BIN)/pytest -n $(JOBS) --dist loadgroup --ignore tests/browser

browser: $(DEV)  ## run the browser tests (needs a Chromium)
	@$(BIN)/pytest -n $(JOBS) tests/browser

lint: $(DEV)  ## style of Python and templates
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@find templates -name '*.html' -exec $(BIN)/djade --target-version 5.2 --check {} +

check: $(DEV)  ## missing migrations, stale translations, settings for production
	@$(MANAGE) makemigrations --check --dry-run
	@$(BIN)/pytest -q tests/test_messages.py
	@sh .make/check-deploy.sh

messages: $(DEV)  ## collect and compile the interface strings (needs GNU gettext)
	@$(MANAGE) makemessages --all --no-location --no-wrap --ignore '.venv/*'
	@$(MANAGE) compilemessages --ignore '.venv/*'

lock: $(DEV)  ## lock the newest allowed packages again (needs uv)
	@sh .make/lock.sh

clean:  ## remove .venv and what was collected or cached; the database stays
	rm -rf .venv staticfiles .pytest_cache .ruff_cache .hypothesis test-results

port:
	@sh .make/port.sh "$(HOST)" "$(PORT)"

$(RUNTIME): requirements.txt
	@sh .make/install.sh requirements.txt
	@touch $@

$(DEV): requirements-dev.txt $(RUNTIME)
	@sh .make/install.sh requirements-dev.txt
	@touch $@
