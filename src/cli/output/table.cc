#include "cli/output/table.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

#include "cli/output/terminal.h"
#include "cli/output/text_width.h"

namespace cairn::cli {
namespace {

constexpr std::size_t kGap = 2;
// Columns that can be cut keep so much while there is another to leave out, and this in any case.
constexpr std::size_t kComfortable = 16;
constexpr std::size_t kLeast = 6;

using Widths = std::vector<std::size_t>;

Table cleaned(const Table& table) {
  Table clean{table.columns, {}};
  for (const auto& row : table.rows) {
    auto& cells = clean.rows.emplace_back();
    for (const std::string& cell : row) cells.push_back(printable(cell));
  }
  return clean;
}

Widths natural_widths(const Table& table) {
  Widths widths;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    std::size_t width = text_width(table.columns[i].title);
    for (const auto& row : table.rows) width = std::max(width, text_width(row[i]));
    widths.push_back(width);
  }
  return widths;
}

std::size_t total(const Widths& widths) {
  if (widths.empty()) return 0;
  return std::accumulate(widths.begin(), widths.end(), kGap * (widths.size() - 1));
}

bool can_be_cut(const Column& column) { return column.room == Room::kShrinks || column.room == Room::kGivesWay; }
bool can_be_left_out(const Column& column) { return column.room == Room::kDrops || column.room == Room::kGivesWay; }

// Cuts the widest, column by column, until all fit or what can be cut has come down to `least`.
void shrink(const Table& table, Widths& widths, std::size_t width, std::size_t least) {
  while (total(widths) > width) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (!can_be_cut(table.columns[i]) || widths[i] <= std::max(least, text_width(table.columns[i].title))) continue;
      if (widest == widths.size() || widths[i] > widths[widest]) widest = i;
    }
    if (widest == widths.size()) return;
    --widths[widest];
  }
}

void erase_column(Table& table, std::size_t index) {
  const auto at = static_cast<std::ptrdiff_t>(index);
  table.columns.erase(table.columns.begin() + at);
  for (auto& row : table.rows) row.erase(row.begin() + at);
}

bool drop_one(Table& table) {
  for (std::size_t i = table.columns.size(); i-- > 0;) {
    if (!can_be_left_out(table.columns[i])) continue;
    erase_column(table, i);
    return true;
  }
  return false;
}

std::string padded(const std::string& text, std::size_t width, Align align) {
  const std::string blanks(width - std::min(width, text_width(text)), ' ');
  return align == Align::kLeft ? text + blanks : blanks + text;
}

std::string line_of(const Table& table, const std::vector<std::string>& cells, const Widths& widths) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line.append(kGap, ' ');
    line += padded(fit_text(cells[i], widths[i]), widths[i], table.columns[i].align);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::vector<std::string> titles(const Table& table) {
  std::vector<std::string> all;
  for (const Column& column : table.columns) all.push_back(column.title);
  return all;
}

std::string rendered(const Table& table, const Widths& widths) {
  std::string text = colored(line_of(table, titles(table), widths), Color::kBold) + "\n";
  for (const auto& row : table.rows) text += line_of(table, row, widths) + "\n";
  return text;
}

}  // namespace

std::string table_for_terminal(const Table& given, std::size_t width) {
  Table table = cleaned(given);
  Widths widths = natural_widths(table);
  shrink(table, widths, width, kComfortable);
  while (total(widths) > width && drop_one(table)) {
    widths = natural_widths(table);
    shrink(table, widths, width, kComfortable);
  }
  shrink(table, widths, width, kLeast);
  return rendered(table, widths);
}

std::string table_as_text(const Table& given) {
  const Table table = cleaned(given);
  return rendered(table, natural_widths(table));
}

std::string table_as_mlflow(const Table& table) {
  constexpr std::size_t kLeastMlflow = 4;
  if (table.rows.empty()) return "\n\n";
  Widths widths = natural_widths(table);
  for (std::size_t i = 0; i < widths.size(); ++i) {
    widths[i] = std::max({widths[i], text_width(table.columns[i].title) + 2, kLeastMlflow});
  }
  const auto line = [&](const std::vector<std::string>& cells) {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < cells.size(); ++i) all.push_back(padded(cells[i], widths[i], Align::kLeft));
    return fmt::format("{}\n", fmt::join(all, "  "));
  };
  std::vector<std::string> rules;
  for (const std::size_t width : widths) rules.emplace_back(width, '-');
  std::string text = line(titles(table)) + line(rules);
  for (const auto& row : table.rows) text += line(row);
  return text;
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    if (cells[i].find_first_of(",\"\r\n") == std::string::npos) {
      line += cells[i];
      continue;
    }
    line += '"';
    for (const char c : cells[i]) line += c == '"' ? std::string("\"\"") : std::string(1, c);
    line += '"';
  }
  return line + "\n";
}

std::string table_as_csv(const Table& table) {
  std::vector<std::string> keys;
  for (const Column& column : table.columns) keys.push_back(column.key);
  std::string text = csv_line(keys);
  for (const auto& row : table.rows) text += csv_line(row);
  return text;
}

}  // namespace cairn::cli
