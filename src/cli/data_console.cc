#include "cli/data_console.h"

#include <array>
#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace cairn::cli {
namespace {

void put(std::FILE* file, std::string_view text) { std::fwrite(text.data(), 1, text.size(), file); }

void put_marked(std::string_view mark, std::string_view color, std::string_view text) {
  std::fflush(stdout);
  const bool colored = ::isatty(STDERR_FILENO) != 0;
  put(stderr,
      colored ? fmt::format("\x1b[{}m{}\x1b[39m: {}\n", color, mark, text) : fmt::format("{}: {}\n", mark, text));
}

}  // namespace

bool DataConsole::is_terminal() { return ::isatty(STDOUT_FILENO) != 0; }

void DataConsole::line(std::string_view text) {
  if (quiet_) return;
  put(stdout, text);
  put(stdout, "\n");
}

void DataConsole::warning(std::string_view text) {
  if (!quiet_) put_marked("WARNING", "33", text);
}

void DataConsole::error(std::string_view text) {
  if (!quiet_) put_marked("ERROR", "31", text);
}

void DataConsole::note(std::string_view text) {
  if (quiet_) return;
  std::fflush(stdout);
  put(stderr, text);
  put(stderr, "\n");
}

bool DataConsole::confirm(std::string_view question) {
  while (is_terminal()) {
    put(stdout, fmt::format("{} [y/n]: ", question));
    std::fflush(stdout);
    std::array<char, 256> answer{};
    if (!std::fgets(answer.data(), answer.size(), stdin)) return false;
    std::string_view text = answer.data();
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    if (text == "y" || text == "yes" || text == "Y") return true;
    if (text == "n" || text == "no" || text == "N") return false;
    line("Your response must be one of: ['yes', 'no', 'y', 'n']. Please try again.");
  }
  return false;
}

}  // namespace cairn::cli
