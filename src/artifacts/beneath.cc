#include "artifacts/beneath.h"

#include <array>
#include <cerrno>
#include <climits>
#include <deque>
#include <fcntl.h>
#include <fmt/format.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace cairn::artifacts {
namespace {

// As the kernel does.
constexpr int kMostLinks = 40;

// Who may write below the root can make the kernel give up with EAGAIN, by renaming folders; not for ever.
constexpr int kMostTries = 100;

struct Meaning {
  int number;
  ErrorCode code;
  std::string_view text;  // with the path in it
};
constexpr Meaning kMeanings[] = {
    {ENOENT, ErrorCode::kResourceDoesNotExist, "No such artifact: '{}'"},
    {ENOTDIR, ErrorCode::kResourceDoesNotExist, "No such artifact: '{}'"},
    {EISDIR, ErrorCode::kInvalidParameterValue, "Artifact path refers to a directory, not a file: '{}'"},
    {EXDEV, ErrorCode::kInvalidParameterValue, "Invalid path: resolved path is outside the artifact directory"},
    {ELOOP, ErrorCode::kInvalidParameterValue, "Invalid path: '{}' has a circle of symbolic links in it"},
    {ENAMETOOLONG, ErrorCode::kInvalidParameterValue, "Invalid path: a name in it is too long"},
    {EINVAL, ErrorCode::kInvalidParameterValue, "Invalid path: '{}'"},
    {EACCES, ErrorCode::kPermissionDenied, "The server may not use the artifact '{}'"},
    {EPERM, ErrorCode::kPermissionDenied, "The server may not use the artifact '{}'"},
    {EROFS, ErrorCode::kPermissionDenied, "The server may not use the artifact '{}'"},
};

int openat2_beneath(int root, const char* path, int flags) {
  open_how how{};
  how.flags = static_cast<decltype(how.flags)>(flags | O_CLOEXEC);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
  return static_cast<int>(::syscall(SYS_openat2, root, path, &how, sizeof how));
}

// Folders of an old container refuse unknown calls with EPERM; for a call on the root itself that can mean nothing
// else.
bool has_openat2() {
  static const bool has = [] {
    const http::Fd here(::open("/", O_PATH | O_DIRECTORY | O_CLOEXEC));
    const http::Fd opened(openat2_beneath(here.get(), ".", O_PATH | O_DIRECTORY));
    return static_cast<bool>(opened);
  }();
  return has;
}

void put_in_front(std::deque<std::string>& rest, std::string_view path) {
  std::vector<std::string> parts;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    parts.emplace_back(path.substr(0, slash));
    path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
  }
  rest.insert(rest.begin(), std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
}

// Empty: no link.
std::string link_target(int folder, const std::string& name) {
  std::array<char, PATH_MAX> target{};
  const ssize_t length = ::readlinkat(folder, name.c_str(), target.data(), target.size());
  return length > 0 ? std::string(target.data(), static_cast<std::size_t>(length)) : std::string();
}

}  // namespace

Error file_error(int number, std::string_view path) {
  for (const Meaning& meaning : kMeanings) {
    if (meaning.number == number) return {meaning.code, fmt::format(fmt::runtime(meaning.text), path)};
  }
  return internal_error(fmt::format("Artifact '{}': {}", path, std::generic_category().message(number)));
}

Result<http::Fd> open_folder(const std::string& path) {
  http::Fd folder(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!folder) return file_error(errno, path);
  return folder;
}

Result<http::Fd> open_beneath(const http::Fd& root, const Path& path, int flags) {
  if (!has_openat2()) return walk_beneath(root, path, flags);
  const char* name = path.is_root() ? "." : path.text().c_str();
  for (int tries = 0;; ++tries) {
    http::Fd opened(openat2_beneath(root.get(), name, flags));
    if (opened) return opened;
    if ((errno != EAGAIN && errno != EINTR) || tries == kMostTries) return file_error(errno, path.text());
  }
}

Result<http::Fd> walk_beneath(const http::Fd& root, const Path& path, int flags) {
  std::vector<http::Fd> folders;  // from the root down to where the walk is
  const auto here = [&] { return folders.empty() ? root.get() : folders.back().get(); };
  std::deque<std::string> rest;
  put_in_front(rest, path.is_root() ? "." : path.text());
  int links = 0;
  while (!rest.empty()) {
    const std::string name = std::move(rest.front());
    rest.pop_front();
    if (name.empty() || (name == "." && !rest.empty())) continue;
    if (name == "..") {
      if (folders.empty()) return file_error(EXDEV, path.text());
      folders.pop_back();
      if (rest.empty()) rest.emplace_back(".");
      continue;
    }
    if (const std::string target = link_target(here(), name); !target.empty()) {
      if (target.starts_with('/')) return file_error(EXDEV, path.text());
      if (++links > kMostLinks) return file_error(ELOOP, path.text());
      put_in_front(rest, target);
      continue;
    }
    const int how = rest.empty() ? flags : O_PATH | O_DIRECTORY;
    http::Fd next(::openat(here(), name.c_str(), how | O_NOFOLLOW | O_CLOEXEC));
    if (!next) return file_error(errno, path.text());
    if (rest.empty()) return next;
    folders.push_back(std::move(next));
  }
  return file_error(ENOENT, path.text());
}

}  // namespace cairn::artifacts
