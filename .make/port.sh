# Refuses, in one sentence, a port $2 of host $1 that is no number or taken.
set -e

host=$1
port=$2

fail() {
    echo "$1" >&2
    exit 1
}

case $port in
    '' | *[!0-9]*) fail "PORT=$port is not a port number: choose one from 1 to 65535." ;;
esac

python=.venv/bin/python
"$python" -c '' >/dev/null 2>&1 || python=$(sh .make/python.sh)

# Bound as the development server binds it, so that a port which was just left is free.
"$python" - "$host" "$port" 2>/dev/null <<'PYTHON' || fail "Port $port of $host is taken or not allowed: stop the program that uses it, or choose another one, for instance make run PORT=8001."
import socket, sys

with socket.socket() as listener:
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((sys.argv[1], int(sys.argv[2])))
PYTHON
