#!/bin/sh
# ui/build.sh FOLDER: builds the web app and writes FOLDER/files.cc and files.S, which compile it into the binary.
set -eu

out=$(mkdir -p "$1" && cd "$1" && pwd)
cd "$(dirname "$0")"
node=../scripts/node.sh

../scripts/npm_ci.sh "$PWD"
CAIRN_UI_OUT=$out/dist "$node" node node_modules/vite/bin/vite.js build --logLevel warn
"$node" node scripts/embed.ts "$out/dist" "$out"
