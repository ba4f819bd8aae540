# The only commands a person needs. Each sets up what it lacks; see scripts/ for how.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run dist verify-dist verify-site test test-all test-engines check fuzz screenshots bench

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: ## Start the shop: the form and the sandbox billing system on one port (PORT=8080, PROFILE=standard|other)
	@PORT='$(PORT)' PROFILE='$(PROFILE)' scripts/run

dist: ## Build the site into dist/, print its sizes and refuse one that is too heavy
	@scripts/setup --for run
	@scripts/dist --check

verify-dist: ## Build the last commit twice, in folders and homes with other names, and compare every byte (MANIFEST=a published one)
	@scripts/setup --for run
	@MANIFEST='$(MANIFEST)' scripts/verify-dist

verify-site: ## Compare a deployed site with a manifest: make verify-site URL=https://order.example.com/ (MANIFEST=dist/manifest.json)
	@node scripts/verify-site.mjs --url '$(URL)' --manifest '$(or $(MANIFEST),dist/manifest.json)'

test: ## Run lints, native tests, wasm tests in two browsers, end-to-end tests
	@scripts/setup
	@. scripts/env && node scripts/test.mjs

test-all: ## As test, and what takes too long for it: every fault at every call, and more of them in the browser
	@scripts/setup
	@. scripts/env && node scripts/test.mjs --all

test-engines: ## Whole orders in Chromium, Firefox and WebKitGTK by WebDriver
	@scripts/setup
	@scripts/dist-if-changed
	@. scripts/env && cargo build --locked --quiet --profile sandbox -p sandbox && scripts/test-engines

check: ## The quick part of test: format, clippy, native tests
	@. scripts/env && node scripts/test.mjs --quick

fuzz: ## Give each reader of foreign data a minute of random and damaged input (SECONDS_EACH=60)
	@scripts/setup --for fuzz
	@scripts/fuzz $(or $(SECONDS_EACH),60)

screenshots: ## Write every step, wide and narrow, light and dark, into screenshots/
	@scripts/setup
	@scripts/dist-if-changed
	@. scripts/env && cargo build --locked --quiet --profile sandbox -p sandbox && SCREENSHOTS=1 npx --no-install playwright test -c tests/e2e --grep @screenshots

bench: ## Print what the site weighs, and how long the form takes to come in three engines
	@scripts/setup
	@scripts/dist
	@. scripts/env && cargo build --locked --quiet --profile sandbox -p sandbox && BENCH=1 scripts/test-engines
