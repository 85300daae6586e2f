// Where commands for versioned data write. Results go to standard output, errors and warnings to standard error. -q
// silences all of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "data/format/json.h"

namespace cairn::cli {

class DataConsole {
 public:
  explicit DataConsole(bool quiet) : quiet_(quiet) {}

  void line(std::string_view text);
  void warning(std::string_view text);
  void error(std::string_view text);
  // On standard error, without a word before it.
  void note(std::string_view text);
  // The first row is the head.
  void markdown_table(const std::vector<std::vector<std::string>>& rows);
  // Asks. Without a terminal the answer is no; some of DVC's questions are put all the same.
  enum class Ask : std::uint8_t { kOnTerminal, kAlways };
  bool confirm(std::string_view question, Ask ask = Ask::kOnTerminal);

  // For a result: indented where a person looks.
  [[nodiscard]] static data::JsonWriter json() {
    return data::JsonWriter(is_terminal() ? data::JsonWriter::Layout::kIndented : data::JsonWriter::Layout::kLine);
  }

  [[nodiscard]] bool quiet() const { return quiet_; }
  [[nodiscard]] static bool is_terminal();

 private:
  bool quiet_;
};

}  // namespace cairn::cli
