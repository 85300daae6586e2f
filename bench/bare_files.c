// What the file system alone can do for the commands of versioned data. Nothing is hashed, looked up or checked.
// Usage: bare_files WORK PROCESSES FROM [TO]; prints the seconds that it took. FROM holds folders with files in them,
// which are shared out among the processes folder by folder. WORK is
//   look     every file's status is asked for: `status`
//   objects  every file is read, written to one of 256 folders below TO under another name, and renamed; all are synced
//            in the end: `add` as copies, `push`
//   links    every file is read, gets another name in one of 256 folders below TO, and is write-protected; all are
//            synced in the end: `add` as links
//   files    every file is read and written to a folder of the same name below TO: `checkout`
//   both     every file is read once and written as objects and as files are; all are synced in the end: `pull`
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int to;
static int folders[256];  // of TO
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

static int open_folder(int at, const char* name) {
  const int folder = openat(at, name, O_RDONLY | O_DIRECTORY);
  if (folder < 0) fail(name);
  return folder;
}

static void write_file(int folder, const char* name, const char* bytes, ssize_t size) {
  const int file = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL, 0444);
  if (file < 0 || write(file, bytes, (size_t)size) != size) fail(name);
  close(file);
}

static void look(int from, const char* name, int below) {
  (void)below;
  struct stat info;
  if (fstatat(from, name, &info, 0) != 0) fail(name);
}

static ssize_t read_file(int from, const char* name, int* file) {
  *file = openat(from, name, O_RDONLY | O_NOATIME);
  if (*file < 0) fail(name);
  const ssize_t size = read(*file, buffer, sizeof buffer);
  if (size < 0) fail(name);
  return size;
}

static void write_object(ssize_t size) {
  const int folder = folders[count % 256];
  char temporary[48], object[48];
  snprintf(temporary, sizeof temporary, ".%020lu.%d.tmp", count, getpid());
  snprintf(object, sizeof object, "%020lu%010d", count++, getpid());
  write_file(folder, temporary, buffer, size);
  if (renameat(folder, temporary, folder, object) != 0) fail(object);
}

static ssize_t read_whole(int from, const char* name) {
  int file;
  const ssize_t size = read_file(from, name, &file);
  close(file);
  return size;
}

static void copy_to_object(int from, const char* name, int below) {
  (void)below;
  write_object(read_whole(from, name));
}

static void link_to_object(int from, const char* name, int below) {
  (void)below;
  int file;
  read_file(from, name, &file);
  char object[48];
  snprintf(object, sizeof object, "%020lu%010d", count, getpid());
  if (linkat(from, name, folders[count++ % 256], object, 0) != 0) fail(object);
  if (fchmod(file, 0444) != 0) fail(name);
  close(file);
}

static void copy_to_file(int from, const char* name, int below) {
  write_file(below, name, buffer, read_whole(from, name));
}

static void copy_to_both(int from, const char* name, int below) {
  const ssize_t size = read_whole(from, name);
  write_object(size);
  write_file(below, name, buffer, size);
}

static const struct Work {
  const char* name;
  void (*each)(int from, const char* name, int below);
  int makes_objects, makes_folders;
} works[] = {{"look", look, 0, 0},
             {"objects", copy_to_object, 1, 0},
             {"links", link_to_object, 1, 0},
             {"files", copy_to_file, 0, 1},
             {"both", copy_to_both, 1, 1}};

static void run_folder(const struct Work* work, int from, const char* name) {
  const int folder = open_folder(from, name);
  int below = -1;
  if (work->makes_folders) {
    if (mkdirat(to, name, 0777) != 0) fail(name);
    below = open_folder(to, name);
  }
  DIR* list = fdopendir(dup(folder));
  for (struct dirent* entry = readdir(list); entry; entry = readdir(list))
    if (entry->d_type == DT_REG) work->each(folder, entry->d_name, below);
  closedir(list);
  close(folder);
  if (below >= 0) close(below);
}

// Each `processes`-th folder, from the `first` on.
static void run_folders(const struct Work* work, const char* path, int first, int processes) {
  const int from = open_folder(AT_FDCWD, path);
  DIR* list = fdopendir(dup(from));
  int number = 0;
  for (struct dirent* entry = readdir(list); entry; entry = readdir(list))
    if (entry->d_name[0] != '.' && number++ % processes == first) run_folder(work, from, entry->d_name);
  closedir(list);
  close(from);
}

static void make_object_folders(void) {
  for (int i = 0; i < 256; ++i) {
    char name[8];
    snprintf(name, sizeof name, "%02x", i);
    if (mkdirat(to, name, 0777) != 0) fail(name);
    folders[i] = open_folder(to, name);
  }
}

int main(int argc, char** argv) {
  const struct Work* work = NULL;
  for (size_t i = 0; argc > 3 && i < sizeof works / sizeof *works; ++i)
    if (strcmp(works[i].name, argv[1]) == 0) work = &works[i];
  const int writes = work && (work->makes_objects || work->makes_folders);
  if (!work || (writes && argc < 5)) return 2;
  const double start = now();
  if (writes) {
    if (mkdir(argv[4], 0777) != 0) fail(argv[4]);
    to = open_folder(AT_FDCWD, argv[4]);
  }
  if (work->makes_objects) make_object_folders();
  const int processes = atoi(argv[2]);
  for (int i = 1; i < processes; ++i) {
    const pid_t child = fork();
    if (child < 0) fail("fork");
    if (child == 0) {
      run_folders(work, argv[3], i, processes);
      exit(0);
    }
  }
  run_folders(work, argv[3], 0, processes);
  for (int status = 0; wait(&status) > 0;)
    if (status != 0) exit(1);
  if (work->makes_objects && syncfs(to) != 0) fail("syncfs");
  printf("%.6f\n", now() - start);
  return 0;
}
