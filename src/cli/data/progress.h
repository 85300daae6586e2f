// Shows how far a command is, on standard error: a bar on a terminal, otherwise a line every ten seconds; or one JSON
// object a second on standard output, where the user wants events.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "cli/data/console.h"
#include "data/progress.h"

namespace cairn::cli {

// Looks at a Progress from a thread of its own, until it goes. Nothing is shown of what is quick.
class ProgressReporter {
 public:
  ProgressReporter(const data::Progress& progress, DataConsole& console);
  ~ProgressReporter();
  ProgressReporter(const ProgressReporter&) = delete;
  ProgressReporter& operator=(const ProgressReporter&) = delete;

 private:
  enum class Form : std::uint8_t { kBar, kLines, kEvents };

  void watch(const std::stop_token& stop);
  void show(const data::Progress::State& state, double seconds);
  void clear_bar();

  const data::Progress& progress_;
  DataConsole& console_;
  const Form form_;
  std::mutex mutex_;  // guards has_bar_ and what is written to the terminal
  bool has_bar_ = false;
  std::condition_variable_any stopped_;
  std::jthread thread_;
};

// "push: 8,400 of 20,000 files, 32.8 of 80.0 MiB, 3.2 MiB/s, 15 s left"
[[nodiscard]] std::string progress_line(const data::Progress::State& state, double seconds);
// The same in a line that is `width` columns long at most, with a bar.
[[nodiscard]] std::string progress_bar(const data::Progress::State& state, double seconds, std::size_t width);
[[nodiscard]] std::string progress_event(const data::Progress::State& state, double seconds);

}  // namespace cairn::cli
