# shellcheck shell=bash
# What the scripts share: where the tools are, which compiler builds wasm, how a step is reported. Sourced, never run.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
WASM_TARGET=wasm32-unknown-unknown
# The sysroot of Debian's rustc-web and the place of its wasm standard library.
DEBIAN_SYSROOT=/usr
DEBIAN_WASM_DIR=$DEBIAN_SYSROOT/lib/rustlib/$WASM_TARGET
# shellcheck source=scripts/versions
. "$ROOT/scripts/versions"

have() { command -v "$1" >/dev/null 2>&1; }

# Stops with a message on standard error.
die() {
    printf '%s\n' "$@" >&2
    exit 1
}

# The version of a crate in Cargo.lock: `locked_version wasm-bindgen`.
locked_version() {
    awk -v want="name = \"$1\"" '$0 == want { getline; gsub(/[^0-9a-z.+-]/, "", $3); print $3; exit }' "$ROOT/Cargo.lock"
}

# Debian's compiler, past any rustup proxy that stands before it on PATH.
debian_rustc() { "$DEBIAN_SYSROOT/bin/rustc" "$@"; }

# Is the wasm standard library there that this very Debian compiler built, with a linker?
debian_wasm_installed() {
    [ -x "$DEBIAN_SYSROOT/bin/rustc" ] && [ -f "$DEBIAN_WASM_DIR/built-by" ] && have "wasm-ld-${DEBIAN_LLD#lld-}" &&
        [ "$(debian_rustc -vV)" = "$(cat "$DEBIAN_WASM_DIR/built-by")" ]
}

# Can `cargo` be told to use it? rustup must know it by a name; without rustup there is nothing to tell.
debian_wasm_ready() {
    debian_wasm_installed && { ! have rustup || [ -e "${RUSTUP_HOME:-$HOME/.rustup}/toolchains/debian" ]; }
}

# Does the active toolchain bring its own wasm standard library and linker, as rustup's do, and the library's sources, of
# which scripts/dist compiles a smaller one?
active_wasm_ready() {
    local sysroot
    sysroot=$(rustc --print sysroot 2>/dev/null) || return 1
    [ "$sysroot" != "$DEBIAN_SYSROOT" ] && [ -f "$sysroot/lib/rustlib/src/rust/library/Cargo.lock" ] &&
        compgen -G "$sysroot/lib/rustlib/$WASM_TARGET/lib/libstd-*.rlib" >/dev/null
}

# Prints which compiler builds wasm: `active` (the default toolchain), `debian`, or nothing when neither can yet.
wasm_toolchain() {
    if active_wasm_ready; then
        echo active
    elif debian_wasm_ready; then
        echo debian
    fi
}

# Makes `cargo` in this shell build wasm: on Debian's toolchain that means selecting it and naming its linker.
use_wasm_toolchain() {
    case $(wasm_toolchain) in
    active) ;;
    debian)
        export RUSTUP_TOOLCHAIN=debian
        export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-${DEBIAN_LLD#lld-}
        have rustup || PATH=$DEBIAN_SYSROOT/bin:$PATH
        ;;
    *) die "No compiler here can build for $WASM_TARGET. Run scripts/setup first." ;;
    esac
}
