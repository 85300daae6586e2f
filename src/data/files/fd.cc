#include "data/files/fd.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <sys/random.h>
#include <unistd.h>

#include "core/python_text.h"

namespace cairn::data {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t kTemporaryNameSize = 22;
constexpr std::string_view kTemporarySuffix = ".tmp";

}  // namespace

Error os_error(int number, std::string_view path) {
  const ErrorCode code = number == ENOENT || number == ENOTDIR ? ErrorCode::kResourceDoesNotExist
                         : number == EEXIST                    ? ErrorCode::kResourceAlreadyExists
                                                               : ErrorCode::kInternalError;
  std::array<char, 256> buffer{};
  const char* text = strerror_r(number, buffer.data(), buffer.size());
  return {code, fmt::format("[Errno {}] {}: {}", number, text, python_repr(path))};
}

bool is_missing(const Error& error) { return error.code() == ErrorCode::kResourceDoesNotExist; }

void Fd::reset() {
  if (number_ >= 0) ::close(number_);
  number_ = -1;
}

Result<Fd> open_file(const std::string& path, int flags, mode_t mode, int at) {
  const int number = ::openat(at, path.c_str(), flags | O_CLOEXEC, mode);
  if (number < 0) return os_error(errno, path);
  return Fd(number);
}

Result<Fd> open_to_read(const std::string& path, int at) {
  const int number = ::openat(at, path.c_str(), O_RDONLY | O_CLOEXEC | O_NOATIME);
  if (number < 0) return errno == EPERM ? open_file(path, O_RDONLY, 0, at) : os_error(errno, path);
  return Fd(number);
}

Result<std::size_t> read_up_to(const Fd& fd, std::span<std::byte> buffer, std::string_view path, std::size_t expected) {
  std::size_t done = 0;
  while (done < buffer.size() && done != expected) {
    const ssize_t got = ::read(fd.get(), buffer.data() + done, buffer.size() - done);
    if (got == 0) break;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return os_error(errno, path);
    done += static_cast<std::size_t>(got);
  }
  return done;
}

Status write_all(const Fd& fd, std::span<const std::byte> bytes, std::string_view path) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd.get(), bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return os_error(errno, path);
    bytes = bytes.subspan(static_cast<std::size_t>(put));
  }
  return {};
}

Result<std::string> read_file(const std::string& path) {
  const Fd fd = TRY(open_file(path, O_RDONLY));
  struct stat info{};
  if (::fstat(fd.get(), &info) != 0) return os_error(errno, path);
  if (S_ISDIR(info.st_mode)) return os_error(EISDIR, path);
  std::string text(static_cast<std::size_t>(info.st_size), '\0');
  text.resize(TRY(read_up_to(fd, std::as_writable_bytes(std::span(text)), path)));
  return text;
}

Result<std::string> read_file_if_there(const std::string& path) {
  Result<std::string> text = read_file(path);
  if (!text.ok() && is_missing(text.error())) return std::string();
  return text;
}

Status replace_file(const std::string& path, std::string_view text) {
  struct stat old{};
  const bool replaces = ::stat(path.c_str(), &old) == 0;
  const std::string target = is_link(path) ? fs::weakly_canonical(path).string() : path;
  const std::string temporary = (fs::path(target).parent_path() / temporary_name()).string();
  {
    const Fd fd = TRY(open_file(temporary, O_WRONLY | O_CREAT | O_EXCL, replaces ? old.st_mode & 07777 : 0666));
    Status written = write_all(fd, std::as_bytes(std::span(text)), temporary);
    if (written.ok() && replaces && ::fchmod(fd.get(), old.st_mode & 07777) != 0) written = os_error(errno, temporary);
    if (written.ok() && ::fsync(fd.get()) != 0) written = os_error(errno, temporary);
    if (!written.ok()) {
      ::unlink(temporary.c_str());
      return written;
    }
  }
  return rename_path(temporary, target);
}

Status make_dirs(const std::string& path, mode_t mode) {
  if (::mkdir(path.c_str(), mode) == 0 || errno == EEXIST) {
    return is_directory(path) ? Status() : os_error(EEXIST, path);
  }
  if (errno != ENOENT) return os_error(errno, path);
  TRY(make_dirs(fs::path(path).parent_path().string(), mode));
  if (::mkdir(path.c_str(), mode) != 0 && errno != EEXIST) return os_error(errno, path);
  return {};
}

Status remove_all(const std::string& path) {
  std::error_code error;
  fs::remove_all(path, error);
  if (error && error.value() != ENOENT) return os_error(error.value(), path);
  return {};
}

Status copy_in_place(const std::string& path) {
  const std::string temporary = (fs::path(path).parent_path() / temporary_name()).string();
  std::error_code error;
  if (!fs::copy_file(path, temporary, error)) return os_error(error.value(), path);
  Status renamed = rename_path(temporary, path);
  if (!renamed.ok()) ::unlink(temporary.c_str());
  return renamed;
}

Status rename_path(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) return os_error(errno, from);
  return {};
}

bool exists(const std::string& path) {
  struct stat info{};
  return ::stat(path.c_str(), &info) == 0;
}

bool is_directory(const std::string& path) {
  struct stat info{};
  return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

bool is_file(const std::string& path) {
  struct stat info{};
  return ::stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
}

bool is_link(const std::string& path) {
  struct stat info{};
  return ::lstat(path.c_str(), &info) == 0 && S_ISLNK(info.st_mode);
}

Result<struct stat> stat_path(const std::string& path) {
  struct stat info{};
  if (::stat(path.c_str(), &info) != 0) return os_error(errno, path);
  return info;
}

Result<struct stat> lstat_path(const std::string& path) {
  struct stat info{};
  if (::lstat(path.c_str(), &info) != 0) return os_error(errno, path);
  return info;
}

mode_t process_umask() {
  static const mode_t mask = [] {
    const mode_t current = ::umask(0);
    ::umask(current);
    return current;
  }();
  return mask;
}

std::string temporary_name() {
  std::array<unsigned char, kTemporaryNameSize> random{};
  if (::getrandom(random.data(), random.size(), 0) < 0) std::memset(random.data(), ::getpid() & 0xff, random.size());
  std::string name = ".";
  for (const unsigned char byte : random) name += kAlphabet[byte % kAlphabet.size()];
  return name += kTemporarySuffix;
}

bool is_temporary_name(std::string_view name) {
  if (!name.starts_with('.') || !name.ends_with(kTemporarySuffix)) return false;
  const std::string_view random = name.substr(1, name.size() - 1 - kTemporarySuffix.size());
  return random.size() == kTemporaryNameSize && random.find_first_not_of(kAlphabet) == std::string_view::npos;
}

}  // namespace cairn::data
