#!/bin/sh
# Print the path of a Python this project runs on: at least $1 (3.11 by default), complete enough for a
# virtual environment and SQLite. The Python in use comes first, then newer ones, then those of pyenv.
minimum=${1:-3.11}

fits() {
    "$1" -c "
import sys
import ctypes, ensurepip, sqlite3, ssl, venv, zlib
if sys.version_info < tuple(map(int, '$minimum'.split('.'))):
    sys.exit(1)
print(sys.executable)" 2>/dev/null
}

for name in python3 python3.14 python3.13 python3.12 python3.11 python /usr/bin/python3; do
    fits "$name" && exit 0
done
if command -v pyenv >/dev/null 2>&1; then
    for version in $(pyenv versions --bare 2>/dev/null | sort -rV); do
        fits "$(pyenv prefix "$version" 2>/dev/null)/bin/python3" && exit 0
    done
fi
echo "No Python $minimum or newer found (on Debian and Ubuntu: python3 and python3-venv)." >&2
exit 2
