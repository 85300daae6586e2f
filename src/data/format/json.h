// JSON as Python's json.dumps writes it with its defaults: ", " and ": " between things, everything beyond printable
// ASCII escaped. Hashes are made of such text, so every byte counts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::data {

// Builds one JSON value piece by piece.
class JsonWriter {
 public:
  // With indentation (json.dumps(indent=2)) or on one line.
  enum class Layout : std::uint8_t { kLine, kIndented };
  explicit JsonWriter(Layout layout = Layout::kLine) : layout_(layout) {}

  JsonWriter& begin_object() { return begin('{'); }
  JsonWriter& end_object() { return end('}'); }
  JsonWriter& begin_array() { return begin('['); }
  JsonWriter& end_array() { return end(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& string(std::string_view value);
  JsonWriter& integer(std::int64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  void separate();
  void new_line();

  Layout layout_;
  std::string text_;
  std::vector<bool> has_items_;  // for each open bracket
  bool after_key_ = false;
};

}  // namespace cairn::data
