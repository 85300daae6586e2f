// Ctrl-C for commands that have something to put in order before they end.
#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace cairn::cli {

// While it lives, the first SIGINT or SIGTERM asks to stop instead of ending the program; a second one ends it. One at
// a time; made before any thread is started that is not to be the one which the signal ends.
class Interruptible {
 public:
  Interruptible();
  ~Interruptible();
  Interruptible(const Interruptible&) = delete;
  Interruptible& operator=(const Interruptible&) = delete;

  [[nodiscard]] std::stop_token token() const { return stop_.get_token(); }
  [[nodiscard]] bool interrupted() const { return stop_.stop_requested(); }

 private:
  void wait_for_signal();

  std::stop_source stop_;
  std::atomic<bool> over_{false};
  std::thread thread_;
};

inline constexpr int kInterrupted = 130;  // the exit status, as of a program that SIGINT ended

}  // namespace cairn::cli
