#!/bin/sh
# ui/build.sh FOLDER: builds the web app and writes FOLDER/files.cc and files.S, which compile it into the binary.
set -eu

out=$(mkdir -p "$1" && cd "$1" && pwd)
cd "$(dirname "$0")"
node=../scripts/node.sh

# Several build folders share node_modules.
mkdir -p ../build/tools
exec 9>../build/tools/ui.lock
flock 9
installed=node_modules/installed-package-lock.json
if ! cmp -s package-lock.json "$installed"; then
  "$node" npm ci --no-audit --no-fund --loglevel=error >&2
  cp package-lock.json "$installed"
fi
flock -u 9

CAIRN_UI_OUT=$out/dist "$node" node node_modules/vite/bin/vite.js build --logLevel warn
"$node" node scripts/embed.ts "$out/dist" "$out"
