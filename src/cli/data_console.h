// Where commands for versioned data write. Results go to standard output, errors and warnings to standard error. -q
// silences all of it.
#pragma once

#include <string>
#include <string_view>

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
  // Asks on a terminal; without one, the answer is no.
  bool confirm(std::string_view question);

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
