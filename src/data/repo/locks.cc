#include "data/repo/locks.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fmt/format.h>
#include <ranges>
#include <simdjson.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

#include "core/python_text.h"
#include "data/errors.h"
#include "data/files/paths.h"
#include "data/format/json.h"

namespace cairn::data {
namespace {

constexpr auto kRetryDelay = std::chrono::milliseconds(500);
constexpr int kRetries = 6;

std::string command_of(const std::string& pid) {
  auto command = read_file(fmt::format("/proc/{}/cmdline", pid));
  if (!command.ok()) return {};
  std::ranges::replace(*command, '\0', ' ');
  return command->substr(0, command->find_last_not_of(' ') + 1);
}

// Who holds a lock, as far as its file tells.
std::string holder(const std::string& path) {
  const auto text = read_file(path);
  if (!text.ok()) return {};
  std::string pid;
  std::ranges::copy_if(*text, std::back_inserter(pid), [](char c) { return c >= '0' && c <= '9'; });
  const std::string command = command_of(pid);
  return pid.empty() || command.empty() ? std::string() : fmt::format("\nIt is held by (PID {}): {}", pid, command);
}

Error cannot_lock(const std::string& path) {
  return dvc_error(
      "Unable to acquire lock. Most likely another DVC process is running or was terminated abruptly. Check the page "
      "<https://dvc.org/doc/user-guide/troubleshooting#lock-issue> for other possible reasons and to learn how to "
      "resolve this." +
      holder(path));
}

Result<Fd> lock_file(const std::string& path, LockWait wait) {
  Fd fd = TRY(open_file(path, O_RDWR | O_CREAT, 0666));
  for (int attempt = 0; ::flock(fd.get(), LOCK_EX | LOCK_NB) != 0; ++attempt) {
    if (errno != EWOULDBLOCK && errno != EINTR) return os_error(errno, path);
    if (wait == LockWait::kAFewSeconds && attempt == kRetries) return cannot_lock(path);
    std::this_thread::sleep_for(kRetryDelay);
  }
  const std::string content = fmt::format(" {}\n", ::getpid());
  TRY(write_all(fd, std::as_bytes(std::span(content)), path));
  if (::ftruncate(fd.get(), static_cast<off_t>(content.size())) != 0) return os_error(errno, path);
  return fd;
}

struct Claim {
  std::string path;
  std::int64_t pid = 0;
  std::string command;
  bool operator==(const Claim&) const = default;
};

// The content of the file: who reads what, and who writes what.
struct Claims {
  std::vector<Claim> reads;
  std::vector<Claim> writes;
};

Result<Claim> parse_claim(std::string_view path, simdjson::dom::element element) {
  Claim claim;
  claim.path = path;
  std::string_view command;
  if (element["pid"].get(claim.pid) != simdjson::SUCCESS || element["cmd"].get(command) != simdjson::SUCCESS)
    return dvc_error("");
  claim.command = command;
  return claim;
}

Result<Claims> parse_claims(const std::string& text, const std::string& path) {
  Claims claims;
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.parse(text).get(root) != simdjson::SUCCESS)
    return dvc_error(
        fmt::format("Unable to read RWLock-file {}. JSON structure is corrupted", python_repr(relative_path(path))));
  const Error bad_format = dvc_error(fmt::format("RWLock-file {} format error.", python_repr(relative_path(path))));
  simdjson::dom::object writes, reads;
  if (root["write"].get(writes) == simdjson::SUCCESS)
    for (const auto field : writes) {
      auto claim = parse_claim(field.key, field.value);
      if (!claim.ok()) return bad_format;
      claims.writes.push_back(*std::move(claim));
    }
  if (root["read"].get(reads) == simdjson::SUCCESS)
    for (const auto field : reads) {
      simdjson::dom::array readers;
      if (field.value.get(readers) != simdjson::SUCCESS) return bad_format;
      for (const auto reader : readers) {
        auto claim = parse_claim(field.key, reader);
        if (!claim.ok()) return bad_format;
        claims.reads.push_back(*std::move(claim));
      }
    }
  return claims;
}

void write_claim(const Claim& claim, JsonWriter& json) {
  json.begin_object().key("pid").integer(claim.pid).key("cmd").string(claim.command).end_object();
}

std::string write_claims(Claims claims) {
  JsonWriter json;
  json.begin_object();
  if (!claims.writes.empty()) {
    json.key("write").begin_object();
    for (const Claim& claim : claims.writes) write_claim(claim, json.key(claim.path));
    json.end_object();
  }
  if (!claims.reads.empty()) {
    std::ranges::stable_sort(claims.reads, {}, &Claim::path);
    json.key("read").begin_object();
    for (auto claim = claims.reads.begin(); claim != claims.reads.end();) {
      json.key(claim->path).begin_array();
      const std::string& path = claim->path;
      for (; claim != claims.reads.end() && claim->path == path; ++claim) write_claim(*claim, json);
      json.end_array();
    }
    json.end_object();
  }
  json.end_object();
  return json.take();
}

bool is_alive(std::int64_t pid) { return ::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM; }

bool overlaps(std::string_view one, std::string_view other) { return is_inside(one, other) || is_inside(other, one); }

// Drops the claims of dead processes, and complains about those of living ones that are in the way.
Status check_blockers(std::vector<Claim>& claims, const std::vector<std::string>& paths, std::string_view tmp_dir) {
  std::erase_if(claims, [](const Claim& claim) { return !is_alive(claim.pid); });
  std::string blockers, waiting;
  for (const Claim& claim : claims) {
    if (claim.pid == ::getpid()) continue;
    const auto blocked = std::ranges::find_if(paths, [&](const auto& path) { return overlaps(path, claim.path); });
    if (blocked == paths.end()) continue;
    waiting = *blocked;
    blockers += fmt::format("{}  (PID {}): {}", blockers.empty() ? "" : "\n", claim.pid, claim.command);
  }
  if (blockers.empty()) return {};
  return dvc_error(
      fmt::format("'{}' is busy, it is being blocked by:\n{}\n\nIf there are no processes with such PIDs, you can "
                  "manually remove '{}/rwlock' and try again.",
                  waiting, blockers, tmp_dir));
}

// Reads the file, lets `change` edit what it holds, and writes it, all under its lock.
template <class Change>
Status edit_claims(const std::string& tmp_dir, Change change) {
  const std::string path = tmp_dir + "/rwlock";
  const Fd guard = TRY(lock_file(tmp_dir + "/rwlock.lock", LockWait::kAFewSeconds));
  const auto text = read_file(path);
  if (!text.ok() && !is_missing(text.error())) return text.error();
  Claims claims;
  if (text.ok()) claims = TRY(parse_claims(*text, path));
  TRY(change(claims));
  const std::string written = write_claims(std::move(claims));
  // Whoever is killed here leaves the old file or the new one.
  const std::string temporary = path + ".tmp";
  const Fd fd = TRY(open_file(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0666));
  TRY(write_all(fd, std::as_bytes(std::span(written)), temporary));
  return rename_path(temporary, path);
}

}  // namespace

Result<RepoLock> RepoLock::acquire(const std::string& tmp_dir, LockWait wait) {
  return RepoLock(TRY(lock_file(tmp_dir + "/lock", wait)));
}

Result<PathLocks> PathLocks::acquire(const std::string& tmp_dir, const std::string& command,
                                     std::vector<std::string> reads, std::vector<std::string> writes) {
  std::vector<std::string> both = reads;
  both.insert(both.end(), writes.begin(), writes.end());
  TRY(edit_claims(tmp_dir, [&](Claims& claims) -> Status {
    TRY(check_blockers(claims.writes, both, tmp_dir));
    TRY(check_blockers(claims.reads, writes, tmp_dir));
    for (const std::string& path : reads) claims.reads.push_back({path, ::getpid(), command});
    for (const std::string& path : writes) claims.writes.push_back({path, ::getpid(), command});
    return {};
  }));
  return PathLocks(tmp_dir, command, std::move(reads), std::move(writes));
}

PathLocks::PathLocks(PathLocks&& other) noexcept
    : tmp_dir_(std::exchange(other.tmp_dir_, {})),
      command_(std::move(other.command_)),
      reads_(std::move(other.reads_)),
      writes_(std::move(other.writes_)) {}

PathLocks::~PathLocks() {
  if (tmp_dir_.empty()) return;
  // Where this fails, the claims of a dead process are dropped by whoever looks next.
  (void)edit_claims(tmp_dir_, [this](Claims& claims) -> Status {
    const auto release = [this](std::vector<Claim>& all, const std::vector<std::string>& paths) {
      for (const std::string& path : paths) {
        const auto mine = std::ranges::find(all, Claim{path, ::getpid(), command_});
        if (mine != all.end()) all.erase(mine);
      }
    };
    release(claims.reads, reads_);
    release(claims.writes, writes_);
    return {};
  });
}

}  // namespace cairn::data
