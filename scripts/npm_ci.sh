#!/bin/sh
# scripts/npm_ci.sh FOLDER...: makes each folder's node_modules what its package-lock.json says; nothing if it is already.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)

# Builds in several folders share node_modules.
mkdir -p "$root/build/tools"
exec 9>"$root/build/tools/npm.lock"
flock 9

for folder in "$@"; do
  installed=$folder/node_modules/installed-package-lock.json
  cmp -s "$folder/package-lock.json" "$installed" && continue
  (cd "$folder" && "$root/scripts/node.sh" npm ci --no-audit --no-fund --loglevel=error) >&2
  cp "$folder/package-lock.json" "$installed"
done
