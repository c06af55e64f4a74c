# `make help` prints the targets from the comments behind them.
PYTHON ?= python3
APP := .venv/app/bin
RASA := .venv/rasa/bin
export PYTHONPATH := $(CURDIR)
export RASA_TELEMETRY_ENABLED := false
export TF_CPP_MIN_LOG_LEVEL := 3
export SQLALCHEMY_SILENCE_UBER_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help run setup setup-dev test lint types train tune learn shell shell-nlu bench bench-understanding bench-talking bench-redaction bench-cases bench-insight bench-privacy bench-voice voice-models ablation lock clean

help: ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 21

run: setup ## build what is missing, start everything, print the address
	@$(APP)/python -m deploy.serve

setup: ## build both environments, the encoder, the index and the Rasa model
	@$(PYTHON) -m deploy.setup

setup-dev: ## the same, and the tools for tests and checks
	@$(PYTHON) -m deploy.setup --dev

test: setup-dev lint types ## everything that CI runs: checks and all tests
	$(RASA)/python -m pytest tests/text tests/nlu
	$(APP)/python -m pytest tests

lint: setup-dev ## style, formatting and the arrows between the rooms
	$(APP)/ruff check .
	$(APP)/ruff format --check .
	$(APP)/lint-imports

types: setup-dev ## static types (strict on bot/)
	$(APP)/mypy

train: setup ## train the Rasa model when its data changed (part of the set-up)

tune: setup ## teach the encoder people's words (writes data/retrieval/adapter.safetensors; long)
	$(APP)/python -m bot.retrieval.tune

learn: setup ## learn the constants of the search on our own questions
	$(APP)/python -m bot.retrieval.learn
	$(APP)/python -m bot.retrieval.validate

shell: setup ## talk to the trained model in the terminal, with the action server up
	@$(APP)/python -m deploy.shell

shell-nlu: setup ## see the intent, its confidence and the entities of what is typed
	@$(RASA)/python -m bot.nlu.launch shell nlu --model models/motcua.tar.gz

bench: setup-dev ## sizes, start, memory, recall and speed, beside the simple methods and Rasa's default
	$(APP)/python -m bench

bench-understanding: setup-dev ## how well questions are understood, beside simple methods
	$(APP)/python -m bench.understanding

bench-talking: setup-dev ## messages nothing was learned from, said to the running assistant (make run)
	$(APP)/python -m bench.understanding.talking

bench-redaction: setup-dev ## which personal numbers are taken out of messages, and what stays
	$(APP)/python -m bench.redaction

bench-cases: setup-dev ## look-ups among a million cases, and a sharing axis that is unwell
	$(APP)/python -m bench.cases

bench-insight: setup-dev ## a made-up quarter, its report, and the time of each page of the dashboard
	$(APP)/python -m bench.insight

bench-privacy: setup-dev ## 5,000 messages with personal numbers through the running line, then every file searched (long)
	MOTCUA_TEST_MESSAGES=5000 $(APP)/python -m pytest tests/privacy

bench-voice: setup-dev ## calls on the line that runs (make run beside it), and words through 8 kHz
	$(APP)/python -m bench.voice

voice-models: setup ## fetch the official Vietnamese Vosk model (needs the internet)
	$(APP)/python -m voice.hearing.vosk_files

ablation: setup ## what each part of the NLU pipeline earns
	$(RASA)/python -m bot.nlu.ablation

lock: ## resolve requirements/*.in again and write the locks
	$(PYTHON) -m deploy.lock

clean: ## remove what was built (not var/, which holds the state)
	rm -rf .venv var/setup
	find models -mindepth 1 ! -name README.md -delete
