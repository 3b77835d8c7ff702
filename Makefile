# scanbridge: what a person does with this repository. `make help` lists it.

PREFIX     ?= /usr/local
SYSCONFDIR ?= /etc
DESTDIR    ?=
# What distributions place differently.
UNITS      ?= $(PREFIX)/lib/systemd/system
RULES      ?= $(PREFIX)/lib/udev/rules.d
ZSH        ?= zsh/site-functions

# Where Swift is found when it is not on PATH: a tarball's usual places, and swiftly's.
export PATH := $(PATH):/opt/swift/usr/bin:/usr/local/swift/usr/bin:$(HOME)/.local/share/swiftly/bin

# The standard library is linked in, so that the shop's machine needs no Swift.
release    := -c release --static-swift-stdlib
executable := .build/release/scanbridge
sources    := Sources Tests Benchmarks/Sources Fuzzing/Sources \
              Package.swift Benchmarks/Package.swift Fuzzing/Package.swift

bin         := $(DESTDIR)$(PREFIX)/bin
lib         := $(DESTDIR)$(PREFIX)/lib
share       := $(DESTDIR)$(PREFIX)/share
etc         := $(DESTDIR)$(SYSCONFDIR)/scanbridge
units       := $(DESTDIR)$(UNITS)
rules       := $(DESTDIR)$(RULES)
examples    := $(share)/doc/scanbridge/examples
completions := bash-completion/completions/scanbridge \
               $(ZSH)/_scanbridge \
               fish/vendor_completions.d/scanbridge.fish

# Sanitizers and linker are the toolchain's own. Debian 12's default linker gives up on what the sanitizers add.
sanitized := -c release --package-path Fuzzing --product fuzz \
             -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help try sandbox contract test test-vm build install uninstall deb bench fuzz corpus accuracy docs rules format lint

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

try: ## Build, scan a synthetic licence with a simulated scanner, and print the applicant
	@Scripts/need build
	swift build --product scanbridge
	@Scripts/try .build/debug/scanbridge

sandbox: ## Run the stand-in POS API on this machine, with an example session (PORT=8480)
	@Scripts/need build
	swift build --product pos-api-sandbox
	@Scripts/sandbox .build/debug/pos-api-sandbox $(or $(PORT),8480)

contract: ## Hold the stand-in POS API to its OpenAPI document, with requests made from that (MINUTES=1)
	@Scripts/need build
	@command -v python3 >/dev/null || Scripts/need peer
	swift build --product pos-api-sandbox
	Scripts/contract .build/debug/pos-api-sandbox $(or $(MINUTES),1)

test: lint build ## Check the rules and run all tests (FILTER=name: those that match)
	@Scripts/need build test
	swift build --build-tests --explicit-target-dependency-import-check error
	@# All 1,300 tests at once would each wait for all others: what has a deadline to meet could not.
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=8 SCANBRIDGE_EXECUTABLE=$(CURDIR)/$(executable) \
		Scripts/test --skip-build $(if $(FILTER),--filter '$(FILTER)')

test-vm: deb ## Install the package in a virtual machine and test it there (FILTER=words of a test)
	@Scripts/need vm
	Tests/vm/run $(if $(FILTER),--filter '$(FILTER)') dist/scanbridge_*.deb .build/vm

build: ## Build the static release executable, .build/release/scanbridge
	@Scripts/need build
	swift build $(release) --product scanbridge

install: ## Install what `make build` made (PREFIX=/usr/local; DESTDIR= for packages)
	@test -x $(executable) || { echo "$(executable) is missing: run 'make build' first" >&2; exit 1; }
	install -D -s -m 755 $(executable) $(bin)/scanbridge
	install -d $(units) $(rules) $(etc)/conf.d $(examples) $(dir $(addprefix $(share)/,$(completions)))
	sed 's,/usr/bin/scanbridge,$(PREFIX)/bin/scanbridge,' systemd/scanbridge.service > $(units)/scanbridge.service
	chmod 644 $(units)/scanbridge.service
	install -m 644 systemd/scanbridge.socket $(units)/
	install -D -m 644 systemd/scanbridge.sysusers.conf $(lib)/sysusers.d/scanbridge.conf
	install -D -m 644 systemd/scanbridge.tmpfiles.conf $(lib)/tmpfiles.d/scanbridge.conf
	install -D -m 644 systemd/scanbridge.modules-load.conf $(lib)/modules-load.d/scanbridge.conf
	install -m 644 udev-rules/*.rules $(rules)/
	test -e $(etc)/scanbridge.yaml || install -m 644 config/scanbridge.yaml $(etc)/
	install -m 644 README.md CHANGELOG.md LICENSE NOTICE docs/*.md docs/*.json docs/*.yaml $(share)/doc/scanbridge/
	install -m 644 udev-rules/*.example systemd/remote.conf $(examples)/
	install -D -m 644 docs/man/scanbridge.1 $(share)/man/man1/scanbridge.1
	install -D -m 644 docs/man/scanbridge.yaml.5 $(share)/man/man5/scanbridge.yaml.5
	$(executable) --generate-completion-script bash > $(share)/$(word 1,$(completions))
	$(executable) --generate-completion-script zsh > $(share)/$(word 2,$(completions))
	$(executable) --generate-completion-script fish > $(share)/$(word 3,$(completions))
	@test -n "$(DESTDIR)" || printf '%s\n' 'Installed. To start it now and at each boot (docs/install.md):' \
		'  systemd-sysusers && systemd-tmpfiles --create && modprobe uinput && systemctl daemon-reload' \
		'  udevadm control --reload && udevadm trigger && systemctl enable --now scanbridge'

uninstall: ## Remove what `make install` put there; the configuration stays
	rm -f $(bin)/scanbridge $(addprefix $(units)/,scanbridge.service scanbridge.socket)
	rm -f $(addsuffix /scanbridge.conf,$(addprefix $(lib)/,sysusers.d tmpfiles.d modules-load.d))
	rm -f $(addprefix $(rules)/,$(notdir $(wildcard udev-rules/*.rules)))
	rm -f $(addprefix $(share)/,$(completions))
	rm -f $(share)/man/man1/scanbridge.1 $(share)/man/man5/scanbridge.yaml.5
	rm -rf $(share)/doc/scanbridge

deb: build ## Build and check the Debian package, dist/scanbridge_VERSION_ARCHITECTURE.deb
	@Scripts/need deb
	Scripts/deb
	Scripts/check-deb

bench: build ## Measure decoding, latency, memory and start-up beside plain C and a Python peer
	@# SwiftPM doesn't notice files that are new in a package it depends on by path.
	@touch Benchmarks/Package.swift
	swift build $(release) --package-path Benchmarks --product bench
	swift build $(release) --product pos-api-sandbox
	PYTHONPATH="$$(Scripts/peer)" SCANBRIDGE_EXECUTABLE=$(CURDIR)/$(executable) \
		SANDBOX_EXECUTABLE=$(CURDIR)/$(dir $(executable))pos-api-sandbox Benchmarks/.build/release/bench

fuzz: ## Feed decoder, framer and applicant made-up bytes (MINUTES=1)
	@Scripts/need build
	@# SwiftPM doesn't notice files that are new in a package it depends on by path.
	@touch Fuzzing/Package.swift
	swift build $(sanitized)
	Scripts/fuzz run $(or $(MINUTES),1)

corpus: ## Make the fuzzer's corpus anew: of fixtures, made-up cards, and what `make fuzz` found
	@Scripts/need build
	@touch Fuzzing/Package.swift
	swift build -c release --package-path Fuzzing --scratch-path Fuzzing/.build/seeds --product seeds
	swift build $(sanitized)
	Scripts/fuzz corpus

accuracy: build ## Count right and wrong values on the fixtures, beside a Python peer
	@command -v python3 >/dev/null || Scripts/need peer
	Scripts/accuracy $(executable)

docs: ## Write docs/jurisdictions.md anew, from the decoder's tables and the fixtures
	@Scripts/need build test
	SCANBRIDGE_WRITE_DOCS=1 swift test --filter CoveragePageTests

rules: ## Write the rows of udev-rules/65-scanbridge.rules and docs/scanners.md anew, from udev-rules/scanners.tsv
	Scripts/rules

format: ## Format the Swift sources in place
	@Scripts/need swift
	swift format -i -r $(sources)

lint: ## Check format, the house's rules, systemd units and udev rules; compiles nothing
	@Scripts/need swift lint
	swift format lint --strict -r $(sources)
	Scripts/check-rules
	Scripts/rules --check
	Scripts/check-udev
	Scripts/check-units
