# Writes both lock files. Without a header, since that would quote this machine's command line,
# and without uv's own configuration, since that may name a package index.
set -e

command -v uv >/dev/null 2>&1 || {
    echo "make lock needs uv: install it, and run make lock again." >&2
    exit 1
}

compile() {
    UV_NO_CONFIG=1 uv pip compile pyproject.toml --universal --python-version 3.11 \
        --generate-hashes --no-header --quiet --upgrade "$@"
}

compile --output-file requirements.txt
compile --extra dev --output-file requirements-dev.txt
