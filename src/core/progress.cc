#include "core/progress.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace cairn {
namespace {

constexpr std::chrono::milliseconds kRedraw{100};
constexpr std::chrono::seconds kPlainLine{10};
constexpr std::size_t kBarWidth = 24;

std::size_t terminal_width() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

std::string duration(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
  if (whole < 60) return fmt::format("{}s", whole);
  if (whole < 3600) return fmt::format("{}m{:02}s", whole / 60, whole % 60);
  return fmt::format("{}h{:02}m", whole / 3600, whole % 3600 / 60);
}

}  // namespace

Progress::Progress(std::string title, std::string unit)
    : title_(std::move(title)), unit_(std::move(unit)), terminal_(isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
  if (terminal_ && drawn_) fmt::print(stderr, "\r\033[K");
}

void Progress::update(std::uint64_t done, std::uint64_t total) {
  const auto now = Clock::now();
  const bool due = terminal_ ? !drawn_ || now - last_ >= kRedraw : now - last_ >= kPlainLine;
  if (!due) return;
  last_ = now;
  draw(line(done, total));
}

std::string Progress::line(std::uint64_t done, std::uint64_t total) const {
  const double spent = std::chrono::duration<double>(Clock::now() - start_).count();
  const double share = total == 0 ? 0 : std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
  const double rate = spent > 0 ? static_cast<double>(done) / spent : 0;
  std::string text = title_ + ' ';
  if (terminal_) {
    const auto filled = static_cast<std::size_t>(share * kBarWidth);
    text += fmt::format("[{}{}] ", std::string(filled, '#'), std::string(kBarWidth - filled, '.'));
  }
  text += fmt::format("{:.0f}%  {} of {} {}, {:.0f}/s", share * 100, done, total, unit_, rate);
  if (share > 0 && share < 1) text += fmt::format(", {} left", duration(spent / share - spent));
  if (!note_.empty()) text += "  " + note_;
  return text;
}

void Progress::draw(const std::string& text) {
  drawn_ = true;
  if (terminal_) {
    fmt::print(stderr, "\r\033[K{}", text.substr(0, terminal_width() - 1));
  } else {
    fmt::print(stderr, "{}\n", text);
  }
  std::fflush(stderr);
}

}  // namespace cairn
