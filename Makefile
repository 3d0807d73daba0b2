# `make help` lists what there is. Everything happens in .venv, made from the pins in constraints.txt.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
# Other people's stubs of the same interfaces, each in a folder of its own, off the path: the tests
# and benchmarks start processes that import them beside ours.
PEERS := yandexcloud-0.390.0 yandexcloud-0.413.0
PROTOS := $(shell find proto -name '*.proto')

.PHONY: help demo test check lint types floors stale interfaces proto bench matrix format clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.demo  ## read a sample image and hear a sample recording, no account needed
	$(BIN)/ycgrpc --emulator ocr examples/samples/sign.jpg --lang en
	$(BIN)/ycgrpc --emulator stt examples/samples/kettle.wav --lang en-US

test: $(VENV)/.test  ## run the tests
	$(BIN)/python -m pytest

check: lint types floors stale interfaces  ## lint, types, floors, generated code, interfaces, tests
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered

lint: $(VENV)/.check
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.check
	$(BIN)/mypy
	$(BIN)/pyright --warnings --pythonpath $(BIN)/python

floors: $(VENV)/.check
	$(BIN)/lint-imports

stale: $(VENV)/.check
	$(BIN)/python tools/generate.py --check

interfaces: $(VENV)/.check
	$(BIN)/buf format --diff --exit-code proto
	$(BIN)/python tools/breaking.py

proto: $(VENV)/.check  ## compile proto/ into generated/
	$(BIN)/buf format --write proto
	$(BIN)/python tools/generate.py

bench: $(VENV)/.bench  ## run the benchmarks
	$(BIN)/python -m benchmarks

matrix: $(VENV)/.test  ## run the tests over protobuf, grpcio and Python versions
	$(BIN)/python tools/matrix.py

format: $(VENV)/.check  ## format the code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:  ## remove what the other targets made
	rm -rf $(VENV) .matrix dist build .*_cache .hypothesis .coverage*

$(VENV)/.pip: constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "ycgrpc needs Python 3.11 or newer: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) --upgrade pip
	touch $@

$(VENV)/.demo: $(VENV)/.pip pyproject.toml
	$(PIP) --editable '.[cli,emulator]'
	touch $@

$(VENV)/.test: $(VENV)/.demo
	$(PIP) --group test
	for peer in $(PEERS); do \
	  $(PIP) --no-deps --upgrade --target $(VENV)/peers/$$peer $${peer%-*}==$${peer##*-} || exit 1; \
	done
	touch $@

$(VENV)/.bench: $(VENV)/.test
	$(PIP) --group bench
	touch $@

$(VENV)/.check: $(VENV)/.bench
	$(PIP) --group check
	touch $@
