# shellcheck shell=sh
# Sourced by scripts/report and scripts/test, never run: makes .venv where it is
# missing and installs the package into it, once for every state of
# pyproject.toml and constraints.txt. The caller sets $root, the folder of
# pyproject.toml.
#
# A stamp in .venv names that state, so that a second run starts no installer.

python_found=

find_python() {
    # A command of that name is not enough: pyenv's shims exist for versions
    # that are switched off, so each one is asked.
    for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            python_found=$candidate
            return 0
        fi
    done
    return 1
}

make_venv() {
    rm -rf "$root/.venv"
    find_python || true
    if command -v uv >/dev/null 2>&1; then
        # uv fetches a Python of its own where none is found.
        uv venv --quiet --python "${python_found:-3.12}" "$root/.venv"
        return
    fi
    if [ -z "$python_found" ]; then
        echo "Python 3.11 or newer was not found: install it from https://www.python.org, or install uv, and run this again." >&2
        return 1
    fi
    if ! "$python_found" -m venv "$root/.venv"; then
        rm -rf "$root/.venv"
        echo "$python_found could not make .venv: install its venv module (Debian, Ubuntu: apt install python3-venv), and run this again." >&2
        return 1
    fi
}

# ensure_environment EXTRAS: EXTRAS is empty or "[dev]"
ensure_environment() {
    venv_python=$root/.venv/bin/python
    wanted=$(cat "$root/pyproject.toml" "$root/scripts/constraints.txt" | cksum)
    for stamp in "$root/.venv/.installed$1" "$root/.venv/.installed[dev]"; do
        # What is installed for development serves a report as well.
        if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
            return 0
        fi
    done
    if ! "$venv_python" -c '' >/dev/null 2>&1; then
        echo "Making .venv ..." >&2
        make_venv || return 1
    fi
    echo "Installing sentiment$1 (once; a minute or two) ..." >&2
    if command -v uv >/dev/null 2>&1; then
        uv pip install --quiet --python "$venv_python" \
            -c "$root/scripts/constraints.txt" -e "$root$1" || return 1
    else
        "$venv_python" -m pip install --quiet --disable-pip-version-check \
            -c "$root/scripts/constraints.txt" -e "$root$1" || return 1
    fi
    echo "$wanted" >"$root/.venv/.installed$1"
}
