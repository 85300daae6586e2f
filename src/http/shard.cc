#include "http/shard.h"

#include <algorithm>
#include <utility>

namespace cairn::http {
namespace {

using namespace std::chrono_literals;

// Time-outs may be late by this part of the shortest.
constexpr int kPrecision = 8;

std::chrono::milliseconds sweep_interval(const ServerOptions& options) {
  const auto shortest = std::min(
      {options.header_timeout, options.idle_timeout, options.stall_timeout, options.heartbeat, options.stop_timeout});
  return std::clamp(shortest / kPrecision, 5ms, 500ms);
}

}  // namespace

Shard::Shard(Site& site) : site_(site), sweep_interval_(sweep_interval(site.options)) {}

void Shard::adopt(Fd socket, std::string peer, Connection::Admission admission) {
  TlsSession session = site_.tls ? site_.tls->session(socket.get()) : nullptr;
  if (site_.tls && !session) {
    --site_.connections;
    return;
  }
  auto connection = std::make_shared<Connection>(site_, loop_, Transport(std::move(socket), std::move(session)),
                                                 std::move(peer), admission);
  connections_.emplace(connection.get(), connection);
  connection->start([this, closed = connection.get()] { forget(closed); });
  schedule_sweep();
}

void Shard::forget(Connection* connection) {
  connections_.erase(connection);
  --site_.connections;
  if (stopping_ && connections_.empty()) loop_.stop();
}

void Shard::begin_stop() {
  stopping_ = true;
  stop_deadline_ = Connection::Clock::now() + site_.options.stop_timeout;
  if (connections_.empty()) return loop_.stop();
  for (const auto& [connection, owner] : connections_) connection->end_if_idle();
}

void Shard::schedule_sweep() {
  if (std::exchange(sweeping_, true)) return;
  loop_.after(sweep_interval_, [this] {
    sweeping_ = false;
    sweep();
    if (!connections_.empty()) schedule_sweep();
  });
}

void Shard::sweep() {
  const auto now = Connection::Clock::now();
  for (const auto& [connection, owner] : connections_) {
    connection->check_deadline(now);
    if (!stopping_) continue;
    // Workers may have parked some since.
    connection->end_if_idle();
    if (now >= stop_deadline_) connection->abort();
  }
}

}  // namespace cairn::http
