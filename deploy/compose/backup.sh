#!/usr/bin/env bash
# Backups of a PostgreSQL database: the one that PGHOST, PGUSER, PGPASSWORD and PGDATABASE name.
#
#   backup.sh schedule       a dump every BACKUP_EVERY_HOURS; those older than BACKUP_KEEP_DAYS go
#   backup.sh now            one dump
#   backup.sh list           the dumps, the newest last
#   backup.sh restore FILE   replaces what is in the database by the dump, all of it or nothing
#   backup.sh check          fails where the newest dump is older than it should be
set -euo pipefail

folder=${BACKUP_FOLDER:-/backups}
every=$((${BACKUP_EVERY_HOURS:-24} * 3600))
keep_days=${BACKUP_KEEP_DAYS:-14}

say() { echo "backup: $*" >&2; }
fail() {
  say "$@"
  exit 1
}

dumps() { find "$folder" -maxdepth 1 -name '*.dump' -printf '%f\n' | sort; }

# Seconds since the newest dump; nothing where there is none.
age() {
  local newest
  newest=$(find "$folder" -maxdepth 1 -name '*.dump' -printf '%T@\n' | sort -n | tail -n 1)
  [[ -z $newest ]] || echo $(($(date +%s) - ${newest%.*}))
}

# A dump has its name when it is whole and on disk, so what has the name can be restored.
now() {
  local name part
  name=$PGDATABASE-$(date -u +%Y%m%dT%H%M%SZ).dump
  part=$folder/$name.part
  rm -f "$folder"/*.part
  pg_dump --format=custom --no-owner --no-privileges --file="$part" || discard "$part" "pg_dump failed"
  pg_restore --list "$part" >/dev/null || discard "$part" "the dump cannot be read"
  sync "$part"
  mv "$part" "$folder/$name"
  sync "$folder"
  say "$folder/$name, $(stat --format=%s "$folder/$name") bytes"
}

discard() {
  rm -f "$1"
  fail "$2; nothing was kept"
}

# After a dump that succeeded only, so that a database which cannot be dumped does not lose its last dumps.
forget_old() {
  find "$folder" -maxdepth 1 -name '*.dump' -mmin +$((keep_days * 24 * 60)) -printf 'backup: removed %f\n' -delete >&2
}

schedule() {
  local retry=300 last
  while true; do
    last=$(age)
    if [[ -n $last ]] && ((last < every)); then
      sleep $((every - last))
    elif "$0" now; then
      forget_old
    else
      say "trying again in $retry seconds"
      sleep $retry
    fi
  done
}

restore() {
  local dump=${1-}
  [[ $dump ]] || fail "restore which one? \`list\` shows them"
  [[ $dump == */* ]] || dump=$folder/$dump
  [[ -f $dump ]] || fail "there is no $dump; \`list\` shows what there is"
  pg_restore --dbname="$PGDATABASE" --clean --if-exists --no-owner --no-privileges \
    --single-transaction --exit-on-error "$dump" || fail "the database is as it was"
  say "$PGDATABASE is as it was in $dump"
}

check() {
  local last
  last=$(age)
  [[ $last ]] || fail "there is no dump yet"
  ((last < 2 * every)) || fail "the newest dump is $((last / 3600)) hours old"
}

case ${1-} in
  schedule | now | restore | check) "$@" ;;
  list) dumps ;;
  *) sed -n '2,/^set/{s/^# \{0,1\}//p}' "$0" >&2 && exit 2 ;;
esac
