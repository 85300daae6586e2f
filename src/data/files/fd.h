// File descriptors that close themselves, and the handful of system calls that everything here is made of, with errors
// as values. Texts of errors are Python's for an OSError, because that is what DVC's users read:
// [Errno 2] No such file or directory: 'a b'.
#pragma once

#include <cstddef>
#include <cstdint>
#include <fcntl.h>
#include <span>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <utility>

#include "core/result.h"

namespace cairn::data {

// ENOENT and ENOTDIR become kResourceDoesNotExist, EEXIST kResourceAlreadyExists, anything else kInternalError.
[[nodiscard]] Error os_error(int number, std::string_view path);
[[nodiscard]] bool is_missing(const Error& error);

class Fd {
 public:
  Fd() = default;
  explicit Fd(int number) : number_(number) {}
  ~Fd() { reset(); }
  Fd(Fd&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Fd& operator=(Fd&& other) noexcept {
    if (this != &other) {
      reset();
      number_ = std::exchange(other.number_, -1);
    }
    return *this;
  }

  [[nodiscard]] int get() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }
  void reset();

 private:
  int number_ = -1;
};

// Paths are relative to the directory `at`, or to the working directory.
Result<Fd> open_file(const std::string& path, int flags, mode_t mode = 0, int at = AT_FDCWD);
// To be read without leaving a trace: the time of the last access stays as it is, where that is ours to say. Otherwise
// every file that is read for the first time is also written to.
Result<Fd> open_to_read(const std::string& path, int at = AT_FDCWD);
// Less than asked for only at the file's end, which is not looked for where `expected` bytes came and no more.
Result<std::size_t> read_up_to(const Fd& fd, std::span<std::byte> buffer, std::string_view path,
                               std::size_t expected = SIZE_MAX);
Status write_all(const Fd& fd, std::span<const std::byte> bytes, std::string_view path);

Result<std::string> read_file(const std::string& path);
// Nothing if there is no such file.
Result<std::string> read_file_if_there(const std::string& path);
// The whole file or nothing of it: written beside its place, made durable, renamed into it. Keeps the old file's mode.
Status replace_file(const std::string& path, std::string_view text);

Status make_dirs(const std::string& path, mode_t mode = 0777);
// A file, a link or a whole directory; nothing there is no error.
Status remove_all(const std::string& path);
// A link, or one of several names of a file, becomes a file of its own.
Status copy_in_place(const std::string& path);
Status rename_path(const std::string& from, const std::string& to);
[[nodiscard]] bool exists(const std::string& path);        // follows links, as Python's os.path.exists
[[nodiscard]] bool is_directory(const std::string& path);  // follows links
[[nodiscard]] bool is_file(const std::string& path);       // follows links
[[nodiscard]] bool is_link(const std::string& path);
Result<struct stat> stat_path(const std::string& path);  // follows links
Result<struct stat> lstat_path(const std::string& path);

// The mask of permissions that this process was started with.
[[nodiscard]] mode_t process_umask();
// ".<22 random characters>.tmp": the form of DVC's own temporary names, which its garbage collector knows to skip.
[[nodiscard]] std::string temporary_name();
[[nodiscard]] bool is_temporary_name(std::string_view name);

}  // namespace cairn::data
