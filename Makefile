# What there is to do here. Each target sets up what it needs: a machine with python3 and make will do.

VENV := .venv
TESTS := tests
BIN := $(VENV)/bin
SETUP := scripts/setup pyproject.toml
DEMO := build/demo.db

# The matrices here are small: on a busy machine NumPy's threads wait for each other longer than they work.
export OPENBLAS_NUM_THREADS ?= 1

.DEFAULT_GOAL := help
.PHONY: help demo test check fix golden fuzz eval eval-rules eval-chains eval-fresh bench bench-dumps bench-export bench-kills bench-ledger bench-pages bench-publish bench-scale bench-serve bench-wall bench-watch models serve screenshots dist docs compile clean

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 22

demo: $(VENV)/.base ## read an example page, keep eight of one story in a ledger, ask it four questions, and publish it
	@$(BIN)/newsledger read --format text tests/pages/seedlike-montevideo.txt
	@mkdir -p build && rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	@set -e; ask() { echo; echo "$$ newsledger $$*"; $(BIN)/newsledger "$$@"; }; export NEWSLEDGER_LEDGER=$(DEMO); \
	ask add tests/demo/cocoa.jsonl; \
	ask search 'trucks waiting' --versions --format table --limit 2; \
	ask story 3b6efe98c41d3200 --format table; \
	ask events --actor Ghana --standing happened --format table; \
	ask outlook --today 2018-04-20 --state any --format table; \
	ask publish build/published
	@echo; echo "The same as pages, in a browser:  open build/published/index.html, or make serve"

test: $(VENV)/.dev ## run all tests on all cores, and name the slowest
	@$(BIN)/pytest --numprocesses auto --dist loadfile --durations 10 $(TESTS)

check: $(VENV)/.dev ## lint, types, layers
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@MYPYPATH=eval $(BIN)/mypy eval
	@$(BIN)/lint-imports

fix: $(VENV)/.dev ## lint and format what can be done by itself
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

golden: $(VENV)/.dev ## write the records of tests/pages anew, to be read line by line
	@NEWSLEDGER_GOLDEN=write $(BIN)/pytest tests/test_golden.py

fuzz: $(VENV)/.dev ## read 2,000 pages with something broken in them, or of one thing over and over; damage 360 ledgers
	@$(BIN)/python tests/fuzz.py
	@NEWSLEDGER_FUZZ=full $(BIN)/pytest tests/ledger/test_damage.py tests/ledger/test_recover.py

eval: $(VENV)/.dev ## measure against ../shared/gold and the floors in eval/floors.json
	@$(BIN)/python eval/run.py

eval-rules: $(VENV)/.dev ## how often each rule fires on gold and fresh text, and what it is worth
	@$(BIN)/python eval/rules.py --lesion

eval-chains: $(VENV)/.dev ## hold what is told of happenings on asked days against chains of pages that were annotated blind
	@$(BIN)/python eval/chains.py

eval-fresh: $(VENV)/.dev ## hold the records of fresh pages against what was written down before anybody saw them
	@$(BIN)/python eval/fresh_pages.py

bench: $(VENV)/.dev ## words a second, first result, memory, each room's cost, receipts a second
	@$(BIN)/python bench/bench.py
	@$(BIN)/python bench/receipts.py

bench-dumps: $(VENV)/.dev build/peers/.done ## what reading a page's plain words costs beside what trafilatura takes for its HTML
	@$(BIN)/python bench/dumps.py --peers "$$(build/peers/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"

bench-export: $(VENV)/.dev ## export a ledger of 20,000 articles in every form: memory (500 MB at most), time, size
	@$(BIN)/python bench/exporting.py

bench-kills: $(VENV)/.dev ## kill adds to a ledger 100 times, alone and by two, fill the disk, kill a server: is anything lost?
	@$(BIN)/python bench/ledger_kills.py
	@$(BIN)/python bench/server_kills.py

bench-ledger: $(VENV)/.dev ## what keeping costs beside reading, how fast a ledger of 20,000 articles answers; SQLite beside PostgreSQL
	@$(BIN)/python bench/keeping.py
	@$(BIN)/python bench/both_stores.py

bench-pages: $(VENV)/.dev build/peers/.done ## other readers of HTML pages beside ours: text, speed, captions
	@$(BIN)/python bench/pages.py --python build/peers/bin/python

bench-publish: $(VENV)/.dev ## publish a ledger of 180 stories whole, again, and after one more article
	@$(BIN)/python bench/publishing.py

bench-scale: $(VENV)/.dev ## run over an archive of 5,000 pages on one core, two and Ray; kill 30 workers and 10 runs of each
	@$(BIN)/python bench/scale.py
	@$(BIN)/python bench/scale_kills.py

bench-serve: $(VENV)/.dev ## how fast the pages of a ledger of 20,000 articles are, alone and with fifty readers
	@$(BIN)/python bench/serving.py

bench-wall: $(VENV)/.dev ## stand a wall for 2,000 turns, and see that nothing grows
	@NEWSLEDGER_WALL=2000 $(BIN)/pytest tests/web/test_wall.py -k grows

bench-watch: $(VENV)/.dev build/peers/.done ## watch 40 misbehaving papers for a simulated month; kill a watch 50 times; feeds beside feedparser
	@$(BIN)/python bench/watching.py --feedparser "$$(build/peers/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"

build/peers/.done: requirements/peers.txt
	@$(BIN)/python -m venv build/peers
	@build/peers/bin/python -m pip --disable-pip-version-check install --quiet --upgrade pip # an old one fails on an extra named twice
	@build/peers/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes --requirement $<
	@touch $@

models: $(VENV)/.dev ## train the block models of pages, the model of roles and that of confidence anew
	@$(BIN)/python eval/block_models.py
	@$(BIN)/python eval/role_model.py
	@$(BIN)/python eval/confidence_model.py

serve: $(VENV)/.web ## open the demo ledger as pages in a browser (http://127.0.0.1:8765/)
	@test -f $(DEMO) || $(MAKE) --no-print-directory demo
	@$(BIN)/newsledger serve --ledger $(DEMO) --today 2018-04-20

screenshots: $(VENV)/.dev ## take the pictures of the pages in docs/images anew
	@$(BIN)/python scripts/screenshots.py
	@$(BIN)/python scripts/site_screenshots.py

dist: $(VENV)/.dev ## build an sdist, and from that a wheel, into dist/
	@$(BIN)/python -m build --no-isolation --outdir dist .

docs: $(VENV)/.dev $(VENV)/.docs ## bring the documentation up to date and build it into site/
	@$(BIN)/python -m cogapp -P -r docs/commands.md
	@$(BIN)/newsledger schema > docs/schema.json
	@$(BIN)/zensical build --strict

compile: $(VENV)/.lock ## pin the requirements anew, with hashes
	@scripts/compile

clean: ## remove all that was made here
	rm -rf $(VENV) .cache build dist site .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache src/*.egg-info

# The stamps: set up again only when what is asked for has changed.
$(VENV)/.%: requirements/%.txt $(SETUP)
	@VENV=$(VENV) scripts/setup $*
