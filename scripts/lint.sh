# ./dev lint: five checks, all of them run; any finding fails.

lint() {
  local failed=0
  lint_format || failed=1
  scripts/check_includes.py || failed=1
  lint_tidy "$@" || failed=1
  lint_web_app || failed=1
  shellcheck deploy/*/*.sh || failed=1
  ((failed == 0)) && say "lint: clean"
}

lint_format() {
  cpp_files | xargs clang-format-19 --dry-run --Werror
}

# clang-tidy reads build/dev's compile commands; generated sources must be there too.
lint_tidy() {
  [[ -f build/dev/compile_commands.json ]] || cmake --preset dev >&2
  { if [[ ${1-} == --all ]]; then cpp_files; else changed_files; fi; } | tidy_units |
    xargs --no-run-if-empty --max-procs "$(nproc)" --max-args 2 clang-tidy-19 -p build/dev --quiet 2> >(grep -vE 'generated\.$|^\[[0-9]+/[0-9]+\] Processing' >&2)
}

# What differs from main (on main itself: what is not committed).
changed_files() {
  local base
  base=$(git merge-base main HEAD 2>/dev/null || echo HEAD)
  { git diff --name-only "$base" && git ls-files --others --exclude-standard; } | grep -xFf <(cpp_files) || true
}

# From files to the translation units that show them to clang-tidy: for a header its .cc, where it has one.
tidy_units() {
  sed 's/\.h$/.cc/' | sort -u | while read -r unit; do
    if grep -qF "$PWD/$unit\"" build/dev/compile_commands.json; then echo "$unit"; fi
  done
}

# Types, lint and format of the web app and of its tests, by the tools of ui/.
lint_web_app() {
  local folder failed=0
  scripts/npm_ci.sh "$PWD/ui" "$PWD/tests/ui" || return
  for folder in ui tests/ui; do
    (cd $folder && "$OLDPWD/scripts/node.sh" "$OLDPWD/ui/node_modules/.bin/tsc" --noEmit) || failed=1
    (cd $folder && "$OLDPWD/ui/node_modules/.bin/biome" check --log-level=warn) || failed=1
  done
  return $failed
}
