# The test suites, and how they run.

# One row a suite: its name, what is built for it (preset:target,target), the virtual environment that it needs
# (- for none), and the command that runs it. The command honours $filter, a word that selects tests by name.
suites() {
  cat <<'TABLE'
unit     asan:all                -        run_ctest asan -LE fuzz
unit_pg  asan:db_test,tracking_test,registry_test  -  run_on_postgres asan db_test tracking_test registry_test
fuzz     asan:all                -        run_ctest asan -L fuzz
tsan     tsan:http_test,db_test,tracking_test,registry_test  -  run_ctest tsan -L ^(http|db|tracking|registry)$
compat   release:cairn           compat   run_pytest tests/compat
compat_dvc  release:cairn,format_probe  compat_dvc  run_pytest tests/compat_dvc
cli      release:cairn           compat   run_pytest tests/cli
crash    release:cairn           compat   run_pytest tests/crash
deploy   release:cairn           compat   run_pytest tests/deploy
ui       release:cairn           compat   run_ui
TABLE
}

# One row a virtual environment: its name, its requirements, options for pip.
venvs() {
  cat <<'TABLE'
compat  tests/compat/requirements.txt
compat_dvc  tests/compat_dvc/requirements.txt
bench   bench/requirements.txt         --no-deps
TABLE
}

run_ctest() {
  local preset=$1
  export UBSAN_OPTIONS=print_stacktrace=1 ASAN_SYMBOLIZER_PATH=/usr/bin/llvm-symbolizer-19
  export TSAN_OPTIONS=external_symbolizer_path=$ASAN_SYMBOLIZER_PATH
  ctest --test-dir "build/$preset" --parallel "$(nproc)" --output-on-failure --no-label-summary "${@:2}" \
    "${filter:+--tests-regex=$filter}" "--no-tests=$([[ $filter ]] && echo ignore || echo error)"
}

# The tests of what keeps something, again, each program beside the others and on a PostgreSQL server of its own.
run_on_postgres() {
  local preset=$1 program running=() pid failed=0
  for program in "${@:2}"; do
    scripts/postgres.sh with "build/$preset/$program" --gtest_brief=1 ${filter:+"--gtest_filter=*$filter*"} &
    running+=($!)
  done
  for pid in "${running[@]}"; do wait "$pid" || failed=1; done
  return $failed
}

# A file of tests stays in one process, so that what its tests share is made once.
run_pytest() {
  local nothing_selected=5 status=0
  CAIRN_BIN=$PWD/build/release/cairn PYTHONDONTWRITEBYTECODE=1 \
    "build/venv/$venv/bin/python" -m pytest --numprocesses "$(nproc)" --dist loadfile "$@" ${filter:+-k "$filter"} ||
    status=$?
  [[ $filter && $status == "$nothing_selected" ]] || return $status
}

run_ui() {
  CAIRN_BIN=$PWD/build/release/cairn tests/ui/run.sh "$filter"
}

# run_suites [WORD...]: the suites that the words name, or all; other words are the filter. Goes on after a failure.
run_suites() {
  local names filter='' chosen='' word
  names=$(suites | awk '{ print $1 }')
  for word in "$@"; do
    if grep -qx -- "$word" <<<"$names"; then chosen+=" $word"; else filter+=${filter:+ }$word; fi
  done

  local results=build/test failed=0 name builds venv command
  rm -rf $results && mkdir -p $results
  while read -r -u 3 name builds venv command; do
    [[ -z $chosen || " $chosen " == *" $name "* ]] || continue
    run_suite || failed=1
  done 3< <(suites)

  cat $results/summary
  if [[ $filter ]] && ! grep -qE '[0-9]+ (tests|passed|failed)|pass [1-9]' $results/summary; then
    fail "no test matches '$filter'"
  fi
  return $failed
}

# Runs the suite in the variables of run_suites. The closing lines of its runner are held back for the summary, and that
# ctest starts a test is no news: its result is.
run_suite() {
  local started=$SECONDS closing=$results/$name.closing verdict=passed
  say "suite $name"
  touch "$closing"
  { prepare_suite && $command; } 2>&1 | tee "$results/$name.log" |
    awk -v closing="$closing" '/^[0-9]+% tests passed|^Total Test time|^=+ .*in [0-9.]+s.*=$|^ℹ (tests|pass|fail) / { print > closing; next }
                               !/^ +Start +[0-9]+:/ { print; fflush() }' || verdict=FAILED
  { echo && echo "$name: $verdict in $((SECONDS - started)) s" && cat "$closing"; } >>"$results/summary"
  [[ $verdict == passed ]]
}

prepare_suite() {
  [[ $venv == - ]] || make_venv "$venv" || return
  build "${builds%%:*}" $(tr , ' ' <<<"${builds#*:}")
}
