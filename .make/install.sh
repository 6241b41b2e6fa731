# Installs the lock file $1 into .venv, which it makes where there is none.
# Says in one sentence what is wrong: no venv module, no network, or pip's own last error.
set -e

lock=$1
log=.venv/install.log

fail() {
    echo "$1" >&2
    exit 1
}

make_environment() {
    python=$(sh .make/python.sh)
    # Debian splits ensurepip from Python: venv is there, and breaks half way without it.
    "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 ||
        fail "This Python lacks the venv module: install it (on Debian and Ubuntu: apt-get install python3-venv) and run make again."
    "$python" -m venv --clear .venv
}

if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    make_environment
fi

echo "Installing the packages that $lock locks into .venv (the first time takes a minute) …"
if .venv/bin/python -m pip install --require-hashes --no-input --disable-pip-version-check \
    --retries 2 -r "$lock" >"$log" 2>&1; then
    exit
fi
if grep -qE 'connection broken|ConnectionError|ConnectTimeout|resolution|unreachable' "$log"; then
    fail "No network: the packages could not be fetched; connect this machine and run make again (details: $log)."
fi
fail "pip could not install the packages: $(grep '^ERROR' "$log" | tail -n 1) (details: $log)."
