// What the file system alone can do for `add`: reads every file below a directory, writes each to one of 256 folders
// under another name, renames it, and syncs once at the end. One thread; nothing is hashed.
// Usage: bare_objects FROM TO; prints the seconds that it took.
#define _GNU_SOURCE
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static int folders[256];
static unsigned long count;
static char buffer[1 << 20];

static void fail(const char* what) {
  perror(what);
  exit(1);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int copy(const char* path, const struct stat* info, int type, struct FTW* where) {
  (void)info;
  (void)where;
  if (type != FTW_F) return 0;
  const int from = open(path, O_RDONLY);
  if (from < 0) fail(path);
  const ssize_t size = read(from, buffer, sizeof buffer);
  if (size < 0) fail(path);
  close(from);
  const int folder = folders[count % 256];
  char temporary[32], name[32];
  snprintf(temporary, sizeof temporary, ".%020lu.tmp", count);
  snprintf(name, sizeof name, "%030lu", count++);
  const int to = openat(folder, temporary, O_WRONLY | O_CREAT | O_EXCL, 0444);
  if (to < 0 || write(to, buffer, (size_t)size) != size) fail(temporary);
  close(to);
  if (renameat(folder, temporary, folder, name) != 0) fail(name);
  return 0;
}

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const double start = now();
  if (mkdir(argv[2], 0777) != 0) fail(argv[2]);
  const int root = open(argv[2], O_RDONLY | O_DIRECTORY);
  for (int i = 0; i < 256; ++i) {
    char name[8];
    snprintf(name, sizeof name, "%02x", i);
    if (mkdirat(root, name, 0777) != 0) fail(name);
    folders[i] = openat(root, name, O_RDONLY | O_DIRECTORY);
  }
  if (nftw(argv[1], copy, 64, FTW_PHYS) != 0) fail(argv[1]);
  if (syncfs(root) != 0) fail("syncfs");
  printf("%.6f\n", now() - start);
  return 0;
}
