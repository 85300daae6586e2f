#include "cli/data/console.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace cairn::cli {
namespace {

// Characters, of which each takes one column.
std::size_t display_width(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

void put(std::FILE* file, std::string_view text) { std::fwrite(text.data(), 1, text.size(), file); }

void put_marked(std::string_view mark, std::string_view color, std::string_view text) {
  std::fflush(stdout);
  const bool colored = ::isatty(STDERR_FILENO) != 0;
  put(stderr,
      colored ? fmt::format("\x1b[{}m{}\x1b[39m: {}\n", color, mark, text) : fmt::format("{}: {}\n", mark, text));
}

}  // namespace

std::string natural_size(std::int64_t bytes) {
  constexpr double kStep = 1024;
  double value = static_cast<double>(bytes);
  if (value < kStep) return std::to_string(bytes);
  for (const char* unit : {"", "k", "M", "G", "T", "P", "E", "Z"}) {
    if (value < 999.5) return fmt::format("{:.{}f}{}", value, value < 9.995 ? 2 : value < 99.95 ? 1 : 0, unit);
    value /= kStep;
  }
  return fmt::format("{:.1f}Y", value);
}

bool DataConsole::is_terminal() { return ::isatty(STDOUT_FILENO) != 0; }

bool DataConsole::writes_text(std::string_view level, std::string_view text) {
  if (quiet_) return false;
  if (before_output) before_output();
  if (has_events()) message(level, text);
  return !has_events();
}

void DataConsole::message(std::string_view level, std::string_view text) {
  data::JsonWriter json;
  json.begin_object().key("event").string("message").key("level").string(level).key("text").string(text).end_object();
  put(stdout, json.take() + '\n');
}

void DataConsole::event(data::JsonWriter json) {
  if (has_events()) put(stdout, json.take() + '\n');
}

void DataConsole::line(std::string_view text) {
  if (!writes_text("info", text)) return;
  put(stdout, text);
  put(stdout, "\n");
}

void DataConsole::warning(std::string_view text) {
  if (writes_text("warning", text)) put_marked("WARNING", "33", text);
}

void DataConsole::error(std::string_view text) {
  if (writes_text("error", text)) put_marked("ERROR", "31", text);
}

void DataConsole::note(std::string_view text) {
  if (!writes_text("info", text)) return;
  std::fflush(stdout);
  put(stderr, text);
  put(stderr, "\n");
}

void DataConsole::markdown_table(const std::vector<std::vector<std::string>>& rows) {
  constexpr std::size_t kHeadPadding = 2;
  std::vector<std::size_t> widths;
  for (const std::string& title : rows.front()) widths.push_back(display_width(title) + kHeadPadding);
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  const auto write = [&](const std::vector<std::string>& cells, char fill) {
    std::string text = "|";
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const std::string cell = i < cells.size() ? cells[i] : "";
      text += fmt::format("{0}{1}{2}{0}|", fill, cell, std::string(widths[i] - display_width(cell), fill));
    }
    line(text);
  };
  write(rows.front(), ' ');
  write({}, '-');
  for (std::size_t i = 1; i < rows.size(); ++i) write(rows[i], ' ');
  line("");
}

void DataConsole::plain_table(const std::vector<std::vector<std::string>>& rows, FirstColumn first) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  }
  for (const auto& row : rows) {
    std::string text;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string padding(widths[i] - display_width(row[i]), ' ');
      const bool right = i == 0 && first == FirstColumn::kRight;
      text += (i > 0 ? "  " : "") + (right ? padding + row[i] : row[i] + padding);
    }
    line(text.substr(0, text.find_last_not_of(' ') + 1));
  }
}

bool DataConsole::confirm(std::string_view question, Ask ask) {
  if (quiet_ && ask == Ask::kOnTerminal) return false;
  while (ask == Ask::kAlways || is_terminal()) {
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
