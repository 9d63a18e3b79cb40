# summit-pipeline. `make` lists the targets; everything needed is set up on first use.

RAW     ?= raw
OUT     ?= processed
WORKERS ?=
VERIFY  ?=
GOLD    ?= tests/gold

VENV    := .venv
BIN     := $(VENV)/bin
READY   := $(VENV)/.ready
SUMMIT  := $(BIN)/summit
PIP_INSTALL := python -m pip install -qq --disable-pip-version-check --no-input
PIP     := $(BIN)/$(PIP_INSTALL)
PEERS   := .venv-bench
OPTIONS  = --raw "$(RAW)" --out "$(OUT)" $(if $(WORKERS),--workers $(WORKERS)) $(if $(VERIFY),--verify)
# The first interpreter on the path that is new enough; make PYTHON=... chooses another.
PYTHON  ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
COMPILE := uv pip compile -q --universal --generate-hashes --no-emit-index-url \
  --custom-compile-command 'make lock'
# Stages that can be run alone, in order.
STAGES  := ingest segment tag resolve relate

.DEFAULT_GOAL := help
.PHONY: help setup extract $(STAGES) evaluate test check bench docs format lock clean distclean

help: ## List the targets
	@echo 'make TARGET [RAW=raw] [OUT=processed] [WORKERS=n] [VERIFY=1] [GOLD=tests/gold]'
	@echo
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 14

setup: $(READY) ## Set up .venv from the lock files (the other targets do it when needed)

extract: $(READY) ## Turn everything in RAW into tables in OUT; redo only what changed
	@$(SUMMIT) extract $(OPTIONS)

ingest: ## Run up to stage 1: read the files (documents, source_map)
segment: ## Run up to stage 2: find structure and words (segments)
tag: ## Run up to stage 3: find the mentions (mentions, quantities, dates, tokens)
resolve: ## Run up to stage 4: link them (cities, countries, people, organizations)
relate: ## Run up to stage 5: relate them (roles, statements, initiatives)
$(STAGES): $(READY)
	@$(SUMMIT) extract $(OPTIONS) --until $@

evaluate: extract ## Measure OUT against the annotations in GOLD
	@$(SUMMIT) evaluate --gold "$(GOLD)" --out "$(OUT)"

test: $(READY) ## Run all tests
	@$(BIN)/python -m pytest

check: $(READY) ## Check style, types, architecture and documentation
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest tests/test_architecture.py tests/docs

bench: $(PEERS)/.ready ## Measure speed and memory beside other programs; write docs/performance.md
	@$(PEERS)/bin/python -m bench --update-docs

docs: $(READY) ## Write the output that is seen now into the examples of README.md and docs/
	@$(BIN)/python -m pytest tests/docs --update-docs

format: $(READY) ## Put the code into its standard form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

# The peers of `make bench`, apart so that nothing else depends on them.
$(PEERS)/.ready: requirements-bench.lock requirements-build.lock
	@test -n "$(PYTHON)" || { echo 'make: no Python 3.11 or later on the path; install it, or give make PYTHON=/path/to/python3' >&2; exit 1; }
	@echo 'Setting up $(PEERS) (once; this takes a minute or two) ...' >&2
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/$(PIP_INSTALL) --require-hashes -r requirements-build.lock
	@$(PEERS)/bin/$(PIP_INSTALL) --require-hashes --no-build-isolation -r requirements-bench.lock
	@touch $@

lock: ## Bring the lock files in line with pyproject.toml (needs uv)
	@$(COMPILE) pyproject.toml --extra dev -o requirements.lock
	@$(COMPILE) pyproject.toml --extra bench -c requirements.lock -o requirements-bench.lock
	@$(COMPILE) --group build -c requirements.lock -o requirements-build.lock

clean: ## Remove the tables in processed/ and all caches
	@find processed -mindepth 1 ! -name .gitkeep -delete
	@rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
	@find pipeline tests -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## Remove .venv too
	@rm -rf $(VENV) $(PEERS)

# jieba is published as source only, so the build tools come first, locked like the rest.
$(READY): requirements.lock requirements-build.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo 'make: no Python 3.11 or later on the path; install it, or give make PYTHON=/path/to/python3' >&2; exit 1; }
	@echo 'Setting up $(VENV) (once; this takes a minute or two) ...' >&2
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv $(VENV)
	@$(PIP) --require-hashes -r requirements-build.lock
	@$(PIP) --require-hashes --no-build-isolation -r requirements.lock
	@$(PIP) --no-build-isolation --no-deps -e .
	@touch $@
