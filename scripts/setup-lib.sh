# shellcheck shell=bash
# The steps of scripts/setup. Sourced by it, after scripts/lib.sh.

LOG=$ROOT/target/setup.log
# Crates are installed with a quick profile: an optimised Trunk takes 14 minutes to build, a quick one 6, and works as well.
export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16

# step TITLE WHAT COMMAND…: runs a command quietly, says how long it took; WHAT names the download for the error message.
step() {
    local title=$1 what=$2 start=$SECONDS
    shift 2
    mkdir -p "$(dirname "$LOG")"
    printf 'setup: %s … ' "$title"
    if "$@" >"$LOG" 2>&1; then
        printf 'done in %d s\n' $((SECONDS - start))
        return 0
    fi
    printf 'failed after %d s\n' $((SECONDS - start))
    tail -n 15 "$LOG" | sed 's/^/    /' >&2
    die "setup: $title failed." \
        "The download it needs is $what. If this machine has no network, that is what is missing; the whole output is in target/setup.log."
}

# Runs a command as root, by sudo if need be.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# rustup's own way to build for wasm. Not an error when it fails: Debian's compiler is tried next.
rustup_add_target() {
    printf 'setup: rustup target add %s and rust-src … ' "$WASM_TARGET"
    mkdir -p "$(dirname "$LOG")"
    if { rustup target add "$WASM_TARGET" && rustup component add rust-src; } >"$LOG" 2>&1; then
        echo 'done'
    else
        echo 'not to be had here, using the compiler of Debian instead'
    fi
}

# want PACKAGE COMMAND…: notes a Debian package unless one of the commands is there.
want() {
    local package=$1 command
    shift
    for command in "$@"; do
        if have "$command"; then return 0; fi
    done
    PACKAGES+=("$package")
}

# Lists in PACKAGES the Debian packages that are missing.
want_packages() {
    PACKAGES=()
    # The sandbox compiles SQLite.
    want gcc cc
    want libc6-dev cc
    # The fuzzing engine is C++.
    if [ "$PURPOSE" = fixtures ]; then
        want openssl openssl
        want gnutls-bin certtool
        want default-jre-headless keytool
    fi
    if [ "$PURPOSE" = fuzz ]; then
        want g++ c++
        want openssl openssl
    fi
    if [ -n "${NEED_DEBIAN_WASM:-}" ] && ! debian_wasm_installed; then
        want "$DEBIAN_LLD" "wasm-ld-${DEBIAN_LLD#lld-}"
        # Always named: apt upgrades a compiler that is too old, and does nothing to a current one.
        PACKAGES+=(rustc-web cargo-web rust-web-src)
    fi
    [ "$PURPOSE" = test ] || return 0
    want chromium chromium google-chrome
    want chromium-driver chromedriver
    want firefox-esr firefox-esr firefox
    want openssl openssl
    # Another judge of encrypted keys.
    want gnutls-bin certtool
    # Real web servers for the samples in deploy/; nginx needs a module for Brotli.
    want nginx nginx
    [ -f /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] || PACKAGES+=(libnginx-mod-http-brotli-static)
    want caddy caddy
    # WebKit with its driver, which needs a screen.
    want webkit2gtk-driver WebKitWebDriver
    want xvfb Xvfb
    want xauth xauth
    if [ "$(wasm_toolchain)" != active ]; then
        [ -x "$DEBIAN_SYSROOT/bin/cargo-clippy" ] || PACKAGES+=(rust-web-clippy)
        [ -x "$DEBIAN_SYSROOT/bin/rustfmt" ] || PACKAGES+=(rustfmt-web)
    fi
}

apt_install() {
    as_root apt-get update &&
        without_services as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@" &&
        disable_services "$@"
}

# Debian starts a web server as soon as it is installed, and at each boot, open to the network; the tests only want its program. This
# file is how Debian lets an administrator forbid the first; one that is there already is left alone.
without_services() {
    local policy=/usr/sbin/policy-rc.d
    if [ -e "$policy" ]; then
        "$@"
        return
    fi
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod 755 "$policy"
    # Also when it is interrupted: the file would forbid all services for ever.
    (
        trap 'as_root rm -f "$policy"' EXIT
        "$@"
    )
}

# Web servers that were installed for the tests alone do not start with the machine.
disable_services() {
    local package
    have systemctl || return 0
    for package in "$@"; do
        case $package in nginx | caddy) as_root systemctl disable --quiet "$package" ;; esac
    done
}

install_packages() {
    [ ${#PACKAGES[@]} -gt 0 ] || return 0
    local names="${PACKAGES[*]}"
    have apt-get || die "setup: these Debian packages or their like are missing, and there is no apt-get here: $names"
    [ "$(id -u)" = 0 ] || have sudo ||
        die "setup: these Debian packages are missing, and there is no sudo: $names" \
            "Ask an administrator to run: apt-get install --no-install-recommends $names"
    step "Debian packages $names" "the Debian packages $names" apt_install "${PACKAGES[@]}"
}

# Debian's compiler comes without a standard library for wasm: build it once, put it into the compiler's sysroot.
install_debian_wasm() {
    if have rustup; then
        rustup toolchain link debian "$DEBIAN_SYSROOT" >/dev/null 2>&1 ||
            die "setup: 'rustup toolchain link debian $DEBIAN_SYSROOT' failed"
    fi
    debian_wasm_installed && return 0
    step "standard library for $WASM_TARGET" "crates of the Rust standard library" "$ROOT/scripts/build-wasm-std"
    debian_wasm_installed || die "setup: the standard library for $WASM_TARGET was built but is not usable"
}

# Playwright, axe, binaryen (wasm-opt), esbuild, TypeScript, the Public Suffix List and its judge; none of them needs an install script.
install_node_modules() {
    cmp -s "$ROOT/package-lock.json" "$ROOT/node_modules/.installed-lock" && return 0
    step "npm packages" "the packages in package-lock.json" npm --prefix "$ROOT" ci --ignore-scripts --no-audit --no-fund
    cp "$ROOT/package-lock.json" "$ROOT/node_modules/.installed-lock"
}

# Is the version that `COMMAND --version` prints good enough? RULE: exact, minor (same major and minor) or any; for a
# command that does not tell its version, `listed`: cargo knows that it has installed this one.
version_fits() {
    local command=$1 wanted=$2 rule=$3 crate=$4 found
    have "$command" || return 1
    if [ "$rule" = listed ]; then
        cargo install --list | grep -qF "$crate v$wanted:"
        return
    fi
    [ "$rule" != any ] || return 0
    found=$("$command" --version 2>/dev/null | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1) || return 1
    case $rule in
    exact) [ "$found" = "$wanted" ] ;;
    minor) [ "${found%.*}" = "${wanted%.*}" ] ;;
    esac
}

# install_crate COMMAND CRATE VERSION RULE [CARGO-INSTALL-ARGUMENT…]
install_crate() {
    local command=$1 crate=$2 version=$3 rule=$4
    shift 4
    version_fits "$command" "$version" "$rule" "$crate" && return 0
    # One target directory for all of them: common dependencies are compiled once, an interrupted build goes on.
    step "$crate $version (compiled, takes minutes)" "the crate $crate $version and its dependencies" \
        cargo install "$crate" --version "$version" --force --target-dir "$ROOT/target/tools" "$@"
}

# clippy and rustfmt of the default toolchain.
install_rust_components() {
    local component
    for component in clippy rustfmt; do
        local command=$component
        [ $component = clippy ] && command=cargo-clippy
        if "$command" --version >/dev/null 2>&1; then continue; fi
        have rustup || die "setup: $command is missing; install it beside cargo"
        step "rustup component $component" "the rustup component $component" rustup component add "$component"
    done
}
