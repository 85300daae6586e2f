#include "cli/output/terminal.h"

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace cairn::cli {
namespace {

std::size_t from_environment(const char* name) {
  const char* text = std::getenv(name);
  std::size_t number = 0;
  if (text) std::from_chars(text, text + std::strlen(text), number);
  return number;
}

winsize window() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return {};
  return size;
}

}  // namespace

bool is_terminal() { return ::isatty(STDOUT_FILENO) != 0; }

std::size_t terminal_width() {
  constexpr std::size_t kUsual = 80;
  if (const std::size_t columns = from_environment("COLUMNS"); columns > 0) return columns;
  const std::size_t columns = window().ws_col;
  return columns > 0 ? columns : kUsual;
}

std::size_t terminal_height() {
  constexpr std::size_t kUsual = 24;
  const std::size_t lines = window().ws_row;
  return lines > 0 ? lines : kUsual;
}

std::string colored(std::string_view text, Color color) {
  static const bool wanted = is_terminal() && !std::getenv("NO_COLOR");
  return wanted ? fmt::format("\x1b[{}m{}\x1b[0m", static_cast<int>(color), text) : std::string(text);
}

}  // namespace cairn::cli
