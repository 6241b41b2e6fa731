# Prints the Python to use: $PYTHON if it is set, else the first that is new enough.
# Says in one sentence what to do where there is none.

works() { "$1" -c 'import sys' >/dev/null 2>&1; }
new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
version() { "$1" -c 'import platform; print(platform.python_version())'; }

fail() {
    echo "$1" >&2
    exit 1
}

if [ -n "$PYTHON" ]; then
    works "$PYTHON" || fail "PYTHON=$PYTHON is not a Python that runs on this machine."
    new_enough "$PYTHON" ||
        fail "The desk needs Python 3.11 or newer, and PYTHON=$PYTHON is $(version "$PYTHON")."
    echo "$PYTHON"
    exit
fi

old=
for candidate in python3 python3.11 python3.12 python3.13 python3.14 python; do
    works "$candidate" || continue
    if new_enough "$candidate"; then
        echo "$candidate"
        exit
    fi
    old=${old:-$(version "$candidate")}
done
[ -z "$old" ] || fail "The desk needs Python 3.11 or newer, and this machine has only $old: install a newer one, or name it with PYTHON=/path/to/python3."
fail "The desk needs Python 3.11 or newer, and this machine has none: install it, or name it with PYTHON=/path/to/python3."
