#!/bin/sh
# Makes an environment ready: sh tools/setup.sh DIRECTORY [EXTRAS]
# Creates a virtual environment in DIRECTORY unless a Python is there already (a virtual or a conda
# environment), and installs this project into it with the exact versions of requirements.txt.
# PYTHON=… names the Python to create it with. LOWEST=1 installs the lowest versions that
# pyproject.toml allows instead, and leaves their list in the environment.
set -eu
venv=$1 extras=${2:-}

fail() { echo "make: $*" >&2; exit 1; }
new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
version() { "$1" -c 'import platform; print("Python", platform.python_version())'; }

find_python() {
    without_venv='' found=''
    for python in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        if new_enough "$python"; then
            "$python" -c 'import venv, ensurepip' >/dev/null 2>&1 && return
            without_venv=${without_venv:-$python}
        elif "$python" -c '' >/dev/null 2>&1; then
            found="$found $python is $(version "$python");"
        fi
    done
    [ -z "$without_venv" ] || fail "$without_venv ($(version "$without_venv")) has no venv module;" \
        "install it (Debian, Ubuntu: apt install python3-venv) and run make again."
    looked_for=${PYTHON:-python3, python3.11 to python3.14, python}
    fail "no Python 3.11 or newer (found:${found:- none;} looked for: $looked_for);" \
        "install one, or name it: make lab PYTHON=/path/to/python3"
}

if "$venv/bin/python" -c '' >/dev/null 2>&1; then
    new_enough "$venv/bin/python" || fail "$venv holds $(version "$venv/bin/python"), expected" \
        "3.11 or newer; remove $venv or name another: make lab VENV=directory"
else
    find_python
    # What is there but does not run (its Python is gone, say) is made anew.
    if [ -f "$venv/pyvenv.cfg" ]; then clear=--clear; else clear=''; fi
    echo "Creating $venv with $(version "$python")."
    "$python" -m venv $clear "$venv"
fi
# An interrupted set-up, or another tool, may have left a Python without pip.
"$venv/bin/python" -m pip --version >/dev/null 2>&1 || "$venv/bin/python" -m ensurepip >/dev/null

case ",$extras," in
    *,site,*)
        node=$(node -p 'parseInt(process.versions.node)' 2>/dev/null || echo 0)
        # Debian's Node comes without npm.
        { [ "$node" -ge 20 ] && command -v npm >/dev/null; } || extras="$extras,node" ;;
esac

versions=requirements.txt lowest="$venv/lowest.txt"
rm -f "$lowest"
if [ -n "${LOWEST:-}" ]; then
    "$venv/bin/python" tools/lowest.py >"$lowest"
    versions=$lowest
fi

# conda has installed the packages of environment.yml itself; pip must not replace them.
if [ -d "$venv/conda-meta" ]; then
    set -- --no-deps --editable .
else
    set -- --constraint "$versions" --editable ".${extras:+[$extras]}"
fi
echo "Installing into $venv: the first time takes a minute or two."
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check "$@" ||
    fail "pip could not install the project into $venv (its reason stands above)." \
        "Check the connection to the package index and run make again."
