# Every command of the project; CI runs the same ones. `make` alone lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUFF := cd backend && ../$(BIN)/ruff
PYTHON_FOLDERS := . ../scripts ../frontend/tests
REAL_RUNNER := $(VENV)/real-runner/.installed
UV := uv==0.13.9
NODE_MODULES := $(if $(shell command -v npm),frontend/node_modules/.installed)
NO_NODE = echo "Left out: $(1) needs Node and npm, which are not installed."

.DEFAULT_GOAL := help
.PHONY: help setup run dev-config check test e2e fix lint format schema lock vendor bench soak clean

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

fix: $(VENV)/.dev $(NODE_MODULES) ## put right what a machine can: format and lint, Python and JavaScript
	@$(RUFF) check --fix $(PYTHON_FOLDERS)
	@$(RUFF) format $(PYTHON_FOLDERS)
	@$(if $(NODE_MODULES),cd frontend && npm run --silent fix,$(call NO_NODE,the front end))

lint: $(VENV)/.dev ## lint the Python code
	@$(RUFF) check $(PYTHON_FOLDERS)

format: $(VENV)/.dev ## format the Python code
	@$(RUFF) format $(PYTHON_FOLDERS)

schema: $(VENV)/.dev $(NODE_MODULES) ## write openapi.yaml, and from it what the front end knows of the API
	@cd backend && DJANGO_SETTINGS_MODULE=tests.settings ../$(BIN)/python manage.py spectacular --validate --fail-on-warn --file ../openapi.yaml
	@$(if $(NODE_MODULES),cd frontend && npm run --silent types,$(call NO_NODE,the front end's part))

lock: $(BIN)/pip ## renew the hashed locks of the Python packages
	@$(BIN)/pip install --quiet $(UV)
	@cd backend && for name in prod dev real-runner; do \
		../$(BIN)/uv pip compile --quiet --upgrade --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
			requirements/$$name.in --output-file requirements/$$name.txt || exit 1; \
	done

vendor: $(NODE_MODULES) ## copy the third-party browser modules into frontend/public/vendor
	@$(if $(NODE_MODULES),cd frontend && npm run --silent vendor,$(call NO_NODE,vendoring); exit 1)

bench: $(VENV)/.dev ## measure queries and times (BENCH_JSON=FILE keeps the figures)
	@cd backend && ../$(BIN)/python -m bench

soak: $(VENV)/.dev ## four clients reporting at once for a minute: no error, nothing lost
	@cd backend && ../$(BIN)/python -m bench.soak

clean: ## remove what the commands made, except .env and the data in var/
	@rm -rf $(VENV) frontend/node_modules
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@rm -rf .mypy_cache .ruff_cache backend/.mypy_cache backend/.ruff_cache backend/.pytest_cache \
		backend/.import_linter_cache backend/.hypothesis backend/.coverage* backend/htmlcov

# Stamp files: a changed lock installs again, an unchanged one costs nothing.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; choose one: make PYTHON=python3.12")'
	@echo "Making the virtual environment $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.prod $(VENV)/.dev: $(VENV)/.%: backend/requirements/%.txt | $(BIN)/pip
	@echo "Installing the packages of $<"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# The published job-runner that a test drives; its packages do not go with ours.
$(REAL_RUNNER): backend/requirements/real-runner.txt
	@echo "Installing the packages of $<"
	@$(PYTHON) -m venv $(@D)
	@$(@D)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

frontend/node_modules/.installed: frontend/package-lock.json frontend/package.json
	@echo "Installing the developer tools of the front end"
	@cd frontend && npm ci --loglevel=error
	@touch $@
