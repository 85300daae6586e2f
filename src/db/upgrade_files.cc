#include "db/upgrade_files.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace cairn::db {
namespace {

namespace fs = std::filesystem;

constexpr const char* kBeside[] = {"-journal", "-wal", "-shm"};

std::string folder_of(const std::string& path) { return fs::path(path).parent_path().string(); }

Error failed(std::string_view what, const std::string& path, int code) {
  return {ErrorCode::kTemporarilyUnavailable, fmt::format("Cannot {} '{}': {}.", what, path, std::strerror(code))};
}

Status sync(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return failed("open", path, errno);
  const int code = ::fsync(file) == 0 ? 0 : errno;
  ::close(file);
  if (code != 0) return failed("write to disk", path, code);
  return {};
}

void remove_database(const std::string& path) {
  ::unlink(path.c_str());
  for (const char* suffix : kBeside) ::unlink((path + suffix).c_str());
}

Status take_owner_and_mode(const std::string& path, const std::string& from) {
  struct stat old{};
  if (::stat(from.c_str(), &old) != 0) return failed("look at", from, errno);
  if (::chown(path.c_str(), old.st_uid, old.st_gid) != 0) return failed("keep the owner of", from, errno);
  if (::chmod(path.c_str(), old.st_mode & 07777) != 0) return failed("keep the permissions of", from, errno);
  return {};
}

// Makes `keep_as`, or a numbered form of it, a second name of `path`. A second name that an interrupted run left is
// good as it is.
Result<std::string> link_beside(const std::string& path, const std::string& keep_as) {
  std::string name = keep_as;
  for (int number = 2; ::link(path.c_str(), name.c_str()) != 0; ++number) {
    if (errno != EEXIST) return failed("keep the old file as", name, errno);
    std::error_code unreadable;
    if (fs::equivalent(path, name, unreadable)) break;
    name = fmt::format("{}.{}", keep_as, number);
  }
  return name;
}

// The entries of a folder that may change or vanish while it is read.
std::vector<fs::path> entries(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code gone;
  for (fs::directory_iterator at(folder, gone), end; !gone && at != end; at.increment(gone))
    found.push_back(at->path());
  return found;
}

bool holds_open(const fs::path& process, const struct stat& wanted) {
  return std::ranges::any_of(entries(process / "fd"), [&wanted](const fs::path& descriptor) {
    struct stat opened{};
    return ::stat(descriptor.c_str(), &opened) == 0 && opened.st_dev == wanted.st_dev && opened.st_ino == wanted.st_ino;
  });
}

std::string describe(const fs::path& process) {
  std::string command;
  std::getline(std::ifstream(process / "comm"), command);
  return fmt::format("{} ({})", process.filename().string(), command);
}

std::uint64_t space_needed(std::uint64_t database_size) {
  // The head has an index on metrics more than MLflow 2.9: a quarter of a database that is mostly metrics.
  constexpr std::uint64_t kEmptyDatabase = 4 << 20;
  return database_size + database_size / 2 + kEmptyDatabase;
}

}  // namespace

Result<std::string> replaceable_file(const std::string& path) {
  std::error_code missing;
  const auto real = fs::canonical(path, missing);
  if (missing || !fs::is_regular_file(real, missing)) {
    return invalid_parameter(fmt::format("There is no database file '{}'.", path));
  }
  const std::string file = real.string();
  const std::string folder = folder_of(file);
  if (::access(file.c_str(), R_OK | W_OK) != 0) return failed("write to", file, errno);
  if (::access(folder.c_str(), W_OK | X_OK) != 0) return failed("make the new file in", folder, errno);

  struct stat status{};
  if (::stat(file.c_str(), &status) != 0) return failed("look at", file, errno);
  if (::geteuid() != 0 && ::geteuid() != status.st_uid) {
    return Error(ErrorCode::kPermissionDenied,
                 fmt::format("'{}' belongs to another user, who would lose it: run this command as its owner.", file));
  }
  return file;
}

Status refuse_if_open_elsewhere(const std::string& path) {
  struct stat wanted{};
  if (::stat(path.c_str(), &wanted) != 0) return failed("look at", path, errno);
  std::vector<std::string> holders;
  for (const fs::path& process : entries("/proc")) {
    const std::string id = process.filename().string();
    if (id.find_first_not_of("0123456789") != std::string::npos || id == std::to_string(::getpid())) continue;
    if (holds_open(process, wanted)) holders.push_back(describe(process));
  }
  if (holders.empty()) return {};
  return invalid_state(fmt::format("'{}' is in use by process {}. Stop it, then run this command again.", path,
                                   fmt::join(holders, ", ")));
}

Status require_space(const std::string& path) {
  std::error_code unreadable;
  const std::uint64_t needed = space_needed(fs::file_size(path, unreadable));
  const fs::space_info space = fs::space(folder_of(path), unreadable);
  if (unreadable) return failed("look at", path, unreadable.value());
  if (space.available >= needed) return {};
  return Error(ErrorCode::kResourceExhausted,
               fmt::format("The upgrade writes a new file beside '{}' and may need {} MiB; {} MiB are free there.",
                           path, (needed >> 20) + 1, space.available >> 20));
}

Result<ScratchFile> ScratchFile::create(std::string path, const std::string& like) {
  remove_database(path);
  ScratchFile scratch(std::move(path));
  const int file = ::open(scratch.path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) return failed("make the file", scratch.path_, errno);
  ::close(file);
  TRY(take_owner_and_mode(scratch.path_, like));
  return scratch;
}

ScratchFile::~ScratchFile() {
  if (!path_.empty()) remove_database(path_);
}

Result<std::string> swap_in(const std::string& new_path, const std::string& path, const std::string& keep_as) {
  TRY(sync(new_path));
  // SQLite would take a journal that is still beside the path for the new file's.
  for (const char* suffix : {"-journal", "-wal"}) {
    std::error_code missing;
    if (fs::file_size(path + suffix, missing) > 0 && !missing) {
      return invalid_state(fmt::format("There is '{}{}': something uses the database.", path, suffix));
    }
  }
  std::string kept = TRY(link_beside(path, keep_as));
  TRY(sync(folder_of(path)));
  if (::rename(new_path.c_str(), path.c_str()) != 0) return failed("replace", path, errno);
  TRY(sync(folder_of(path)));
  return kept;
}

}  // namespace cairn::db
