#!/usr/bin/env bash
# PostgreSQL servers for tests, each in a folder of its own and on a free port of this machine alone.
#
#   scripts/postgres.sh start FOLDER          makes it at the first time; prints its URI, to which a database's name fits
#   scripts/postgres.sh replica FOLDER URI    as start, of a standby that streams from the server of this URI
#   scripts/postgres.sh stop FOLDER [MODE]    fast, or immediate: as after a crash
#   scripts/postgres.sh with COMMAND...       runs the command with the URI in CAIRN_TEST_POSTGRES
#
# What a crash of the machine would lose is not kept, unless CAIRN_POSTGRES_DURABLE is set: a test kills the server alone.
# PostgreSQL refuses to run as root; then it runs as the user that its package has made.
set -euo pipefail

# Several versions may be installed.
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)

as_server() {
  if [[ $EUID == 0 ]]; then
    setpriv --reuid=postgres --regid=postgres --init-groups --inh-caps=-all env -u CAIRN_BIN HOME=/ "$@"
  else
    "$@"
  fi
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

enter_own() {
  mkdir -p "$1" && chmod 711 "$1"
  [[ $EUID != 0 ]] || chown postgres "$1"
  cd "$1"
}

# What comes last in the file holds.
place() {
  cat >>data/postgresql.conf <<CONFIG
listen_addresses = '127.0.0.1'
unix_socket_directories = '$1'
port = $(free_port)
CONFIG
}

make() {
  enter_own "$1"
  as_server "$bin/initdb" --pgdata=data --username=cairn --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null
  [[ ${CAIRN_POSTGRES_DURABLE:-} ]] || printf 'fsync = off\nfull_page_writes = off\n' >>data/postgresql.conf
  place "$1"
  cat >>data/postgresql.conf <<CONFIG
max_connections = 200
max_wal_senders = 4
shared_buffers = 64MB
CONFIG
}

start() {
  [[ -d $1/data ]] || (make "$1") >&2
  # One that was killed leaves processes that hold its memory for a moment.
  local attempt
  for attempt in {1..50}; do
    as_server "$bin/pg_ctl" --pgdata="$1/data" --log="$1/log" --wait --silent start >/dev/null 2>&1 && break
    [[ $attempt != 50 ]] || { tail -5 "$1/log" >&2 && return 1; }
    sleep 0.1
  done
  echo "postgresql://cairn@127.0.0.1:$(awk '$1 == "port" { print $3 }' "$1/data/postgresql.conf" | tail -1)/"
}

replica() {
  [[ -d $1/data ]] || (
    enter_own "$1"
    as_server "$bin/pg_basebackup" --pgdata=data --dbname="$2" --write-recovery-conf --checkpoint=fast --no-sync
    place "$1"
  ) >&2
  start "$1"
}

stop() {
  as_server "$bin/pg_ctl" --pgdata="$1/data" --wait --silent --mode="${2:-fast}" stop >&2
}

with() {
  local folder
  folder=$(mktemp -d)
  trap "stop '$folder' immediate; rm -rf '$folder'" EXIT
  CAIRN_TEST_POSTGRES=$(start "$folder")
  export CAIRN_TEST_POSTGRES
  "$@"
}

"$@"
