# Two commands matter: `make demo` and `make test`. Each makes its own environment in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint docs messages bench clean

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.development: $(VENV)/.installed pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group test --group lint
	touch $@

$(VENV)/.docs: $(VENV)/.installed pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group docs
	touch $@

demo: $(VENV)/.installed
	$(BIN)/zhenggai demo demo

test: $(VENV)/.development
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

lint: $(VENV)/.development
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/zhenggai rules lint

docs: $(VENV)/.docs
	$(BIN)/python docs/generate.py
	$(BIN)/sphinx-build -n -W -b html docs docs/_build/html

messages: $(VENV)/.development
	$(BIN)/pybabel extract -F pyproject.toml --omit-header --no-location --keywords=_ -o $(VENV)/zhenggai.pot core plugins
	$(BIN)/pybabel update --no-fuzzy-matching --omit-header -i $(VENV)/zhenggai.pot -d core/zhenggai/locale -l zh_CN -D zhenggai
	$(BIN)/pybabel compile -d core/zhenggai/locale -D zhenggai

bench: $(VENV)/.development
	$(BIN)/python benchmarks/run.py

clean:
	rm -rf $(VENV) demo dist build docs/_build docs/rules
