// A loop and the connections that live on it.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <unordered_map>

#include "http/connection.h"
#include "http/loop.h"
#include "http/site.h"

namespace cairn::http {

class Shard {
 public:
  explicit Shard(Site& site);

  [[nodiscard]] Loop& loop() { return loop_; }
  // All on the loop's thread.
  void adopt(Fd socket, std::string peer, Connection::Admission admission);
  // The loop stops when the last connection is closed.
  void begin_stop();

 private:
  void sweep();
  void schedule_sweep();
  void forget(Connection* connection);

  Site& site_;
  Loop loop_;
  const std::chrono::milliseconds sweep_interval_;
  std::unordered_map<Connection*, std::shared_ptr<Connection>> connections_;
  bool sweeping_ = false;
  bool stopping_ = false;
  Connection::Clock::time_point stop_deadline_{};
};

}  // namespace cairn::http
