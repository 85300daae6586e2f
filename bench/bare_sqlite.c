// What the disk and SQLite alone can do: one row a transaction, each synced before the next begins.
// Usage: bare_sqlite FILE SECONDS; prints commits a second.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static sqlite3* db;

static void check(int code) {
  if (code == SQLITE_OK || code == SQLITE_DONE) return;
  fprintf(stderr, "bare_sqlite: %s\n", sqlite3_errmsg(db));
  exit(1);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const double seconds = atof(argv[2]);
  check(sqlite3_open(argv[1], &db));
  check(sqlite3_exec(db,
                     "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                     "CREATE TABLE points (run TEXT, key TEXT, step INTEGER, timestamp INTEGER, value REAL)",
                     NULL, NULL, NULL));
  sqlite3_stmt* insert;
  check(sqlite3_prepare_v2(db, "INSERT INTO points VALUES (?1, 'loss', ?2, ?3, ?4)", -1, &insert, NULL));

  const double started = now();
  sqlite3_int64 commits = 0;
  while (now() - started < seconds) {
    check(sqlite3_bind_text(insert, 1, "0123456789abcdef0123456789abcdef", 32, SQLITE_STATIC));
    check(sqlite3_bind_int64(insert, 2, commits));
    check(sqlite3_bind_int64(insert, 3, 1700000000000 + commits));
    check(sqlite3_bind_double(insert, 4, 0.8172635443));
    check(sqlite3_step(insert));
    check(sqlite3_reset(insert));
    ++commits;
  }
  printf("%.1f\n", (double)commits / (now() - started));
  check(sqlite3_finalize(insert));
  check(sqlite3_close(db));
  return 0;
}
