# Everything goes through a virtual environment that these commands make and
# keep up to date. PYTHON chooses the interpreter (3.11, 3.12 or 3.13) and VENV
# the folder:  make test PYTHON=python3.12 VENV=.venv-3.12
PYTHON ?= python3
VENV ?= .venv

# Workers and other options for pytest, for example:  make test PYTEST_ARGS="-k rules -x"
PYTEST_ARGS ?= --numprocesses=auto --dist=loadfile
# The sweeps over whole input spaces are spread over all workers; measuring coverage would only
# slow them down.
SWEEP_ARGS ?= --numprocesses=auto --dist=loadgroup

# For `make lock`: UPGRADE=1 takes newer releases; otherwise only what must change does.
UPGRADE ?=

SETUP = $(PYTHON) tools/setup_env.py --venv $(VENV)
BIN = $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run test lint type format bench lock env env-dev clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: env ## Start the application (the first time, set it up)
	$(BIN)/python -m ui ui

test: lint type ## Run every check: style, types, tests with coverage, every patient
	$(BIN)/python -m pytest -m "not exhaustive" --cov --cov-report=term $(PYTEST_ARGS)
	$(BIN)/python -m pytest -m exhaustive --verbose $(SWEEP_ARGS)

lint: env-dev ## Check style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

type: env-dev ## Check types
	$(BIN)/mypy

format: env-dev ## Apply the formatting and the fixes that are safe
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: env-dev ## Run the benchmarks
	$(BIN)/python -m benchmarks

# The index is left out of the files, so that they work with any mirror.
LOCK = $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

lock: env-dev ## Write the lock files again from pyproject.toml
	$(LOCK) --group build --output-file requirements.lock > /dev/null
	$(LOCK) --group build --group dev --constraints requirements.lock \
		--output-file requirements-dev.lock > /dev/null

env:
	@$(SETUP)

env-dev:
	@$(SETUP) --dev

clean: ## Remove the environment and everything that was generated
	rm -rf $(VENV) build dist *.egg-info htmlcov test-results
	rm -rf .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
