#!/bin/sh
# tests/ui/run.sh [PATTERN]: the web app's tests: its logic in Node, and its pages in Debian's Chromium against the real
# server ($CAIRN_BIN). PATTERN selects tests by name. Pictures of all pages are left in build/test/ui.
set -eu

cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
node=$root/scripts/node.sh
pattern=${1:-}

"$root/scripts/npm_ci.sh" "$root/ui" "$PWD"
status=0
(cd "$root/ui" && "$node" node --test ${pattern:+--test-name-pattern="$pattern"} "src/**/*.test.ts") || status=$?
# Three files at a time, because a test mostly waits for one of three processes; the largest first, so that none is left
# alone at the end. In a file without a test of that name, nothing runs that would close the browser and the server: hence
# the forced exit.
"$node" node --test --test-concurrency=3 --test-force-exit ${pattern:+--test-name-pattern="$pattern"} $(ls -S ./*.test.ts) ||
  status=$?
exit "$status"
