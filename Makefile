# Every command of the project; CI runs the same ones. `make` alone lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUFF := cd backend && ../$(BIN)/ruff
PYTHON_FOLDERS := . ../scripts ../clients ../frontend/tests
REAL_RUNNER := $(VENV)/real-runner/.installed
UV := uv==0.13.9
NODE_MODULES := $(if $(shell command -v npm),frontend/node_modules/.installed)
NO_NODE = echo "Left out: $(1) needs Node and npm, which are not installed."

.DEFAULT_GOAL := help
.PHONY: help setup run dev-config check test e2e permissions fix lint format schema lock vendor bench bench-live bench-page bench-scale soak kill-test simulate fuzz client clean

help: ## list these commands
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST) | expand -t 20

setup: $(VENV)/.dev $(NODE_MODULES) ## tools, database and demo data; safe to repeat
	@$(BIN)/python scripts/serve.py --prepare

run: $(VENV)/.prod ## the job server at http://localhost:8000 (PORT=9000, DEV_RUNNER=off)
	@$(BIN)/python scripts/serve.py

dev-config: $(VENV)/.prod ## write .env with the secrets of the password manager (bw)
	@$(BIN)/python scripts/dev_config.py

check: $(VENV)/.dev $(NODE_MODULES) ## everything but tests, under a minute
	@$(BIN)/python scripts/gate.py check

test: $(VENV)/.dev $(REAL_RUNNER) $(NODE_MODULES) ## checks and all tests (T=path for one part, STRICT=1 for CI)
	@$(BIN)/python scripts/gate.py test

e2e: $(VENV)/.dev ## the browser tests alone
	@$(BIN)/python scripts/gate.py e2e

permissions: $(VENV)/.dev ## call every endpoint as every kind of caller; write docs/reference/permissions.md
	@cd backend && ../$(BIN)/python -m tests.permissions

fix: $(VENV)/.dev $(NODE_MODULES) ## put right what a machine can: format and lint, Python and JavaScript
	@$(RUFF) check --fix $(PYTHON_FOLDERS)
	@$(RUFF) format $(PYTHON_FOLDERS)
	@$(if $(NODE_MODULES),cd frontend && npm run --silent fix,$(call NO_NODE,the front end))

lint: $(VENV)/.dev ## lint the Python code
	@$(RUFF) check $(PYTHON_FOLDERS)

format: $(VENV)/.dev ## format the Python code
	@$(RUFF) format $(PYTHON_FOLDERS)

schema: $(VENV)/.dev $(NODE_MODULES) ## write openapi.yaml, the page of reasons, and what the front end knows of the API
	@cd backend && DJANGO_SETTINGS_MODULE=tests.settings ../$(BIN)/python manage.py spectacular --validate --fail-on-warn --file ../openapi.yaml
	@cd backend && DJANGO_SETTINGS_MODULE=tests.settings ../$(BIN)/python -m tests.reasons_page
	@$(if $(NODE_MODULES),cd frontend && npm run --silent types,$(call NO_NODE,the front end's part))
	@$(MAKE) --silent client

client: $(VENV)/.dev ## write from openapi.yaml the Python client that osj is built on
	@$(BIN)/python clients/osj/generate.py openapi.yaml

lock: $(BIN)/pip ## renew the hashed locks of the Python packages
	@$(BIN)/pip install --quiet $(UV)
	@cd backend && for name in prod dev real-runner; do \
		../$(BIN)/uv pip compile --quiet --upgrade --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
			requirements/$$name.in --output-file requirements/$$name.txt || exit 1; \
	done
	@cd clients/osj && ../../$(BIN)/uv pip compile --quiet --upgrade --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		pyproject.toml --output-file requirements.txt

vendor: $(NODE_MODULES) ## copy the third-party browser modules into frontend/public/vendor
	@$(if $(NODE_MODULES),cd frontend && npm run --silent vendor,$(call NO_NODE,vendoring); exit 1)

bench: $(VENV)/.dev ## measure queries and times (BENCH_JSON=FILE keeps the figures)
	@cd backend && ../$(BIN)/python -m bench

bench-live: $(VENV)/.dev ## how soon 200 open pages show a change, and what that costs the server
	@cd backend && ../$(BIN)/python -m bench.live

bench-page: $(VENV)/.dev ## how long a browser is busy with the page of a run of 200 jobs
	@cd backend && ../$(BIN)/python -m pytest -q -s -c pyproject.toml -m e2e -o "python_functions=bench_*" \
		../frontend/tests/e2e/bench_run_page.py

bench-scale: $(VENV)/.dev ## measure the pages from 10,000 to 2 million jobs (SCALE_JOBS=10000000), PostgreSQL
	@cd backend && ../$(BIN)/python -m bench.scale

soak: $(VENV)/.dev ## four clients reporting at once for a minute: no error, nothing lost
	@cd backend && ../$(BIN)/python -m bench.soak

kill-test: $(VENV)/.dev ## 1,000 finished runs told of while workers are killed 100 times (KILL_TEST="--postgres": two at once)
	@cd backend && ../$(BIN)/python -m bench.kills $(KILL_TEST)

simulate: $(VENV)/.dev ## faults between runner and server (HISTORIES=10000, SEED=1, PROCESSES, STEPS="…")
	@cd backend && ../$(BIN)/python -m tests.simulation

fuzz: $(VENV)/.dev ## call all of the schema as every kind of caller (CASES=20000, SEED=1, ONLY=path)
	@cd backend && ../$(BIN)/python -m tests.fuzz $(or $(CASES),20000) $(ONLY)

clean: ## remove what the commands made, except .env and the data in var/
	@rm -rf $(VENV) frontend/node_modules
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@rm -rf .mypy_cache .ruff_cache backend/.mypy_cache backend/.ruff_cache backend/.pytest_cache \
		backend/.import_linter_cache backend/.hypothesis backend/.coverage* backend/htmlcov

# Stamp files: a changed lock installs again, an unchanged one costs nothing. The locks are complete,
# so pip resolves nothing (`--no-deps`): it would refuse `coverage[toml]` for having no hash as soon
# as a newer coverage is out than the one locked. `pip check` tells if a lock lacks something.
INSTALL = pip install --quiet --disable-pip-version-check --no-deps --require-hashes
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; choose one: make PYTHON=python3.12")'
	@echo "Making the virtual environment $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.prod $(VENV)/.dev: $(VENV)/.%: backend/requirements/%.txt | $(BIN)/pip
	@echo "Installing the packages of $<"
	@$(BIN)/$(INSTALL) -r $<
	@$(BIN)/pip --disable-pip-version-check check
	@touch $@

# The published job-runner that a test drives; its packages do not go with ours.
$(REAL_RUNNER): backend/requirements/real-runner.txt
	@echo "Installing the packages of $<"
	@$(PYTHON) -m venv $(@D)
	@$(@D)/bin/$(INSTALL) -r $<
	@touch $@

frontend/node_modules/.installed: frontend/package-lock.json frontend/package.json
	@echo "Installing the developer tools of the front end"
	@cd frontend && npm ci --loglevel=error
	@touch $@
