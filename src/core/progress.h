// How long work shows itself: a bar that redraws its line on a terminal, a plain line now and then otherwise.
//
// One thread at a time. On standard error, so that results on standard output stay clean.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace cairn {

class Progress {
 public:
  // `unit` is what is counted: "runs", "rows".
  Progress(std::string title, std::string unit);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void update(std::uint64_t done, std::uint64_t total);
  // What is being worked on now, shown behind the counts.
  void note(std::string_view text) { note_ = text; }

 private:
  [[nodiscard]] std::string line(std::uint64_t done, std::uint64_t total) const;
  void draw(const std::string& text);

  using Clock = std::chrono::steady_clock;

  std::string title_;
  std::string unit_;
  std::string note_;
  bool terminal_;
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
};

}  // namespace cairn
