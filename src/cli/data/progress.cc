#include "cli/data/progress.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <sys/ioctl.h>
#include <unistd.h>

#include "data/format/json.h"

namespace cairn::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kMiB = 1024.0 * 1024.0;

double seconds_since(Clock::time_point moment) { return std::chrono::duration<double>(Clock::now() - moment).count(); }

std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, 1, ',');
  return text;
}

// How much of it is done, from 0 to 1: by bytes where they are known.
double share(const data::Progress::State& state) {
  if (state.of_bytes > 0) return std::min(1.0, static_cast<double>(state.bytes) / static_cast<double>(state.of_bytes));
  if (state.of_files > 0) return std::min(1.0, static_cast<double>(state.files) / static_cast<double>(state.of_files));
  return 0;
}

std::optional<double> seconds_left(const data::Progress::State& state, double seconds) {
  const double done = share(state);
  if (done <= 0) return std::nullopt;
  return seconds * (1 - done) / done;
}

double bytes_per_second(const data::Progress::State& state, double seconds) {
  return static_cast<double>(state.bytes) / std::max(seconds, 0.001);
}

std::string amounts(const data::Progress::State& state, double seconds) {
  std::string text = state.of_files > 0 ? fmt::format("{} of {} files", grouped(state.files), grouped(state.of_files))
                                        : fmt::format("{} files", grouped(state.files));
  const double mib = static_cast<double>(state.bytes) / kMiB;
  if (state.of_bytes > 0)
    text += fmt::format(", {:.1f} of {:.1f} MiB", mib, static_cast<double>(state.of_bytes) / kMiB);
  else
    text += fmt::format(", {:.1f} MiB", mib);
  text += fmt::format(", {:.1f} MiB/s", bytes_per_second(state, seconds) / kMiB);
  if (const auto left = seconds_left(state, seconds)) text += fmt::format(", {:.0f} s left", std::ceil(*left));
  return text;
}

std::size_t width_for_bar() {
  constexpr std::size_t kUsual = 80;
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsual;
}

}  // namespace

std::string progress_line(const data::Progress::State& state, double seconds) {
  return fmt::format("{}: {}", state.work, amounts(state, seconds));
}

std::string progress_bar(const data::Progress::State& state, double seconds, std::size_t width) {
  constexpr std::size_t kCells = 20;
  const auto full = static_cast<std::size_t>(share(state) * kCells);
  std::string text = fmt::format("{} {:3.0f}% [{}{}] {}", state.work, share(state) * 100, std::string(full, '#'),
                                 std::string(kCells - full, '.'), amounts(state, seconds));
  if (text.size() >= width) text.resize(width > 0 ? width - 1 : 0);
  return text;
}

std::string progress_event(const data::Progress::State& state, double seconds) {
  data::JsonWriter json;
  const auto integer = [&json](std::string_view key, std::uint64_t value) {
    json.key(key).integer(static_cast<std::int64_t>(value));
  };
  json.begin_object().key("event").string("progress").key("work").string(state.work);
  integer("files", state.files);
  integer("of_files", state.of_files);
  integer("bytes", state.bytes);
  integer("of_bytes", state.of_bytes);
  integer("bytes_per_second", static_cast<std::uint64_t>(bytes_per_second(state, seconds)));
  if (const auto left = seconds_left(state, seconds)) integer("seconds_left", static_cast<std::uint64_t>(*left));
  return json.end_object().take();
}

ProgressReporter::ProgressReporter(const data::Progress& progress, DataConsole& console)
    : progress_(progress),
      console_(console),
      form_(console.has_events()           ? Form::kEvents
            : ::isatty(STDERR_FILENO) != 0 ? Form::kBar
                                           : Form::kLines) {
  if (console.quiet()) return;
  console_.before_output = [this] { clear_bar(); };
  thread_ = std::jthread([this](const std::stop_token& stop) { watch(stop); });
}

ProgressReporter::~ProgressReporter() {
  console_.before_output = nullptr;
  if (!thread_.joinable()) return;
  thread_.request_stop();
  thread_.join();
  clear_bar();
}

void ProgressReporter::watch(const std::stop_token& stop) {
  constexpr std::chrono::milliseconds kLook{100};
  constexpr double kIntervals[] = {0.1, 10, 1};  // by form
  constexpr double kQuick = 0.5;
  std::string work;
  auto begun = Clock::now(), shown = begun;
  std::mutex mutex;
  std::unique_lock lock(mutex);
  while (!stopped_.wait_for(lock, stop, kLook, [&stop] { return stop.stop_requested(); })) {
    const data::Progress::State state = progress_.state();
    if (state.work != work) {
      clear_bar();
      work = state.work;
      begun = shown = Clock::now();
    }
    const bool is_due = seconds_since(shown) >= kIntervals[static_cast<std::size_t>(form_)];
    if (work.empty() || !is_due || seconds_since(begun) < kQuick) continue;
    shown = Clock::now();
    show(state, seconds_since(begun));
  }
}

void ProgressReporter::show(const data::Progress::State& state, double seconds) {
  const std::scoped_lock lock(mutex_);
  switch (form_) {
    case Form::kBar:
      fmt::print(stderr, "\r\x1b[K{}", progress_bar(state, seconds, width_for_bar()));
      std::fflush(stderr);
      has_bar_ = true;
      break;
    case Form::kLines:
      fmt::print(stderr, "{}\n", progress_line(state, seconds));
      break;
    case Form::kEvents:
      fmt::print("{}\n", progress_event(state, seconds));
      std::fflush(stdout);
      break;
  }
}

void ProgressReporter::clear_bar() {
  const std::scoped_lock lock(mutex_);
  if (!has_bar_) return;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
  has_bar_ = false;
}

}  // namespace cairn::cli
