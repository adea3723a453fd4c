# One word each: `make` lists them. Every target sets up what it needs first (.ci/setup), at once when all is there.
#   make run ARGS="open article.txt"     arguments for the program
#   make test ARGS="tests/text -x"       arguments for pytest
#   make test PYTHON=python3.12          another interpreter; .venv is made anew

PYTHON =
ARGS =
KILLS = 200
python = .venv/bin/python
ready_run = PYTHON="$(PYTHON)" sh .ci/setup run
ready_test = PYTHON="$(PYTHON)" sh .ci/setup test

.DEFAULT_GOAL = help
.NOTPARALLEL:
.PHONY: help run test check setup demo i18n screenshots bench kill coverage format lock clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

run: ## open the program, or run its command line: ARGS="export --help"
	@$(ready_run)
	@sh .ci/screen $(python) -m reader $(ARGS)

test: check ## run every check and every test, on all cores
	@$(python) -m pytest -n auto --dist worksteal $(ARGS)

check: ## lint, format, types, import contracts, translations
	@$(ready_test)
	@$(python) -m ruff check
	@$(python) -m ruff format --check
	@$(python) -m mypy
	@.venv/bin/lint-imports
	@$(python) .ci/translations.py check

setup: ## only the set-up, for running and for testing
	@$(ready_run)
	@$(ready_test)

demo: ## rebuild annotations.db, the sample library
	@$(ready_run)
	@$(python) -m reader.sample annotations.db

i18n: ## bring the translation files up to date with the sources
	@$(ready_test)
	@$(python) .ci/translations.py update

screenshots: ## take the pictures of docs/
	@$(ready_test)
	@$(python) -m tests.screenshots docs

bench: ## measure against hand-written code, into docs/benchmarks.md
	@$(ready_test)
	@$(python) -m tests.bench $(ARGS)

kill: ## end the program by force KILLS times: nothing confirmed may be lost
	@$(ready_test)
	@HASHIYA_KILLS=$(KILLS) HASHIYA_WINDOW_KILLS=$(KILLS) $(python) -m pytest -s tests/test_kill.py tests/ui/test_kill.py

coverage: ## run the tests and list the lines that none of them reaches
	@$(ready_test)
	@$(python) -m pytest --cov --cov-report=term-missing:skip-covered $(ARGS)

format: ## lay out the sources and mend what ruff can
	@$(ready_test)
	@$(python) -m ruff check --fix
	@$(python) -m ruff format

lock: ## pin anew what pyproject.toml allows
	@$(ready_test)
	@sh .ci/lock

clean: ## remove what the commands made; never a library
	@rm -rf .venv build dist htmlcov .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	@find reader tests .ci -name __pycache__ -type d -prune -exec rm -rf {} +
