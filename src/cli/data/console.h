// Where commands for versioned data write. Results go to standard output, errors and warnings to standard error. -q
// silences all of it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "data/format/json.h"

namespace cairn::cli {

// "139", "2.93k", "1.00G": bytes as DVC writes them.
[[nodiscard]] std::string natural_size(std::int64_t bytes);

class DataConsole {
 public:
  // With events, every message is a JSON object on a line of standard output.
  enum class Form : std::uint8_t { kText, kEvents };
  explicit DataConsole(bool quiet, Form form = Form::kText) : quiet_(quiet), form_(form) {}

  void line(std::string_view text);
  void warning(std::string_view text);
  void error(std::string_view text);
  // On standard error, without a word before it.
  void note(std::string_view text);
  // The first row is the head.
  void markdown_table(const std::vector<std::vector<std::string>>& rows);
  // Columns side by side, as wide as they need be.
  enum class FirstColumn : std::uint8_t { kLeft, kRight };
  void plain_table(const std::vector<std::vector<std::string>>& rows, FirstColumn first);
  // Asks. Without a terminal the answer is no; some of DVC's questions are put all the same.
  enum class Ask : std::uint8_t { kOnTerminal, kAlways };
  bool confirm(std::string_view question, Ask ask = Ask::kOnTerminal);

  // For a result: indented where a person looks.
  [[nodiscard]] static data::JsonWriter json() {
    return data::JsonWriter(is_terminal() ? data::JsonWriter::Layout::kIndented : data::JsonWriter::Layout::kLine);
  }

  // An event of the command's own: {"event": …}. Nothing where there are none.
  void event(data::JsonWriter json);

  [[nodiscard]] bool quiet() const { return quiet_; }
  [[nodiscard]] bool has_events() const { return form_ == Form::kEvents; }
  [[nodiscard]] static bool is_terminal();

  // Called before anything is written.
  std::function<void()> before_output;

 private:
  void message(std::string_view level, std::string_view text);
  // False if a message goes out as an event, or not at all.
  bool writes_text(std::string_view level, std::string_view text);

  bool quiet_;
  Form form_;
};

}  // namespace cairn::cli
