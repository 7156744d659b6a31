# Daylight. Every target is safe to repeat, says what it installs, and installs only what is missing.
# The work is done by the scripts in .ci/, which also run without make.

.DEFAULT_GOAL := help
.PHONY: help serve demo dev test check bench faults dist

help: ## this list
	@echo "A fresh machine needs rustup, gcc, make and Node 20 or newer."
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 16

serve: ## from nothing to a running portal on http://127.0.0.1:3000, data in data/
	@.ci/serve

demo: ## the same with fictional sample data in data/demo/
	@.ci/serve demo

dev: ## rebuild and reload on save
	@.ci/dev

test: ## all tests: law, records on SQLite and PostgreSQL, HTTP, browser
	@.ci/test

check: ## format, lints, licenses and bans, forbidden sinks
	@.ci/check

bench: ## the benchmarks, each with its comparison in the same run
	@.ci/bench

faults: ## kills, full disks, cut connections, long work at full size: nothing acknowledged is lost
	@.ci/faults

dist: ## target/dist/daylight-VERSION-ARCH.tar.gz, runs without Rust
	@.ci/dist
