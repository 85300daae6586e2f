#include "db/postgres_feed.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <memory>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <vector>

#include "core/ids.h"
#include "core/log.h"
#include "db/libpq.h"
#include "db/postgres_result.h"

namespace cairn::db {
namespace {

constexpr const char* kListen = "LISTEN cairn_changes";
constexpr const char* kNotify = "SELECT pg_notify('cairn_changes', $1)";
constexpr std::size_t kMostBytes = 7900;  // PostgreSQL takes 8,000
constexpr std::chrono::milliseconds kBetweenNotices{50};
constexpr std::chrono::seconds kBetweenConnections{1};

struct Disconnect {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};

bool is_done(PGresult* result) {
  const PgResult owned(result);
  const ExecStatusType status = PQresultStatus(result);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

// The sender's name and a change a line, in as few notices as they fit in.
std::vector<std::string> notices(const std::string& sender, const std::set<std::string>& changes) {
  std::vector<std::string> made;
  for (const std::string& change : changes) {
    if (made.empty() || made.back().size() + change.size() + 1 > kMostBytes) made.push_back(sender);
    made.back() += '\n' + change;
  }
  return made;
}

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> found;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    found.emplace_back(line);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return found;
}

}  // namespace

PostgresFeed::PostgresFeed(std::string conninfo, Heard heard)
    : conninfo_(std::move(conninfo)),
      heard_(std::move(heard)),
      self_(new_hex_id()),
      wakes_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

PostgresFeed::~PostgresFeed() {
  thread_.request_stop();
  wake();
  thread_.join();
  ::close(wakes_);
}

void PostgresFeed::tell(std::span<const std::string> changes) {
  {
    const std::lock_guard lock(mutex_);
    to_tell_.insert(changes.begin(), changes.end());
  }
  wake();
}

void PostgresFeed::wake() const {
  const std::uint64_t one = 1;
  (void)!::write(wakes_, &one, sizeof one);
}

void PostgresFeed::work(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    const std::unique_ptr<PGconn, Disconnect> connection(PQconnectdb(conninfo_.c_str()));
    if (PQstatus(connection.get()) == CONNECTION_OK && is_done(PQexec(connection.get(), kListen))) {
      serve_connection(connection.get(), stop);
    }
    if (stop.stop_requested()) return;
    log::warning("The changes of other processes are not heard: the connection to the database is lost.");
    pollfd wakes{wakes_, 0, 0};
    ::poll(&wakes, 1, static_cast<int>(std::chrono::milliseconds(kBetweenConnections).count()));
  }
}

// Until the connection breaks or the end.
void PostgresFeed::serve_connection(PGconn* connection, const std::stop_token& stop) {
  auto quiet_until = std::chrono::steady_clock::now();
  while (!stop.stop_requested()) {
    pollfd waits[] = {{PQsocket(connection), POLLIN, 0}, {wakes_, POLLIN, 0}};
    ::poll(waits, 2, -1);
    std::uint64_t count = 0;
    (void)!::read(wakes_, &count, sizeof count);
    std::this_thread::sleep_until(quiet_until);

    std::set<std::string> changes;
    {
      const std::lock_guard lock(mutex_);
      changes.swap(to_tell_);
    }
    for (const std::string& notice : notices(self_, changes)) {
      const char* value = notice.c_str();
      if (!is_done(PQexecParams(connection, kNotify, 1, nullptr, &value, nullptr, nullptr, 0))) return;
    }
    if (!changes.empty()) quiet_until = std::chrono::steady_clock::now() + kBetweenNotices;

    if (PQconsumeInput(connection) != 1) return;
    while (PGnotify* notice = PQnotifies(connection)) {
      auto said = lines(notice->extra);
      PQfreemem(notice);
      if (!said.empty() && said.front() != self_) heard_(std::span(said).subspan(1));
    }
  }
}

}  // namespace cairn::db
