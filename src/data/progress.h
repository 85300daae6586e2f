// How far a long piece of work is. Whoever works counts, whoever shows it looks from time to time: any thread may do
// either.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

namespace cairn::data {

class Progress {
 public:
  struct State {
    std::string work;  // "push"; empty if nothing was begun
    std::uint64_t files = 0, of_files = 0;
    std::uint64_t bytes = 0, of_bytes = 0;  // of_bytes is 0 where nobody knows
  };

  // A new piece of work, of which nothing is expected and nothing done yet.
  void begin(std::string_view work) {
    const std::scoped_lock lock(mutex_);
    work_ = work;
    files_ = of_files_ = bytes_ = of_bytes_ = 0;
  }
  void end() { begin(""); }
  // More to do than what was expected so far.
  void expect(std::uint64_t files, std::uint64_t bytes) {
    of_files_ += files;
    of_bytes_ += bytes;
  }
  void did_bytes(std::uint64_t bytes) { bytes_ += bytes; }
  void did_file() { ++files_; }

  [[nodiscard]] State state() const {
    const std::scoped_lock lock(mutex_);
    return {work_, files_, of_files_, bytes_, of_bytes_};
  }

 private:
  mutable std::mutex mutex_;  // guards work_
  std::string work_;
  std::atomic<std::uint64_t> files_{0}, of_files_{0}, bytes_{0}, of_bytes_{0};
};

}  // namespace cairn::data
