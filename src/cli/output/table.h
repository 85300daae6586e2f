// Rows and columns: fitted to a terminal, plain text where the output goes into a pipe, or CSV.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::cli {

enum class Align : std::uint8_t { kLeft, kRight };
// What gives way where the terminal is too narrow.
enum class Room : std::uint8_t {
  kFixed,     // nothing: an id
  kShrinks,   // cut with "…"
  kDrops,     // left out as a whole, the last ones first: half a number is a wrong one
  kGivesWay,  // cut, and left out where that is not enough
};

struct Column {
  std::string key;    // in CSV
  std::string title;  // for people
  Align align = Align::kLeft;
  Room room = Room::kShrinks;
};

struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
};

// Lines of at most `width` columns, as far as the fixed columns allow.
[[nodiscard]] std::string table_for_terminal(const Table& table, std::size_t width);
// Everything whole, in columns.
[[nodiscard]] std::string table_as_text(const Table& table);
// As MLflow's command line prints tables.
[[nodiscard]] std::string table_as_mlflow(const Table& table);
[[nodiscard]] std::string table_as_csv(const Table& table);

[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);

}  // namespace cairn::cli
