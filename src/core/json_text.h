// Scalars as JSON text, appended to a buffer.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace cairn {

// A JSON string with its quotes. Bytes that are not UTF-8 become U+FFFD.
void write_json_string(std::string_view text, std::string& out);
// The same in ASCII, as Python's json.dumps writes it: error texts quote values in this form, and hashes are made of
// it.
void write_ascii_json_string(std::string_view text, std::string& out);
std::string ascii_json_string(std::string_view text);
// Shortest form that reads back as the same double, always with a point or an exponent; "NaN" and "Infinity" quoted.
void write_json_double(double value, std::string& out);

// An array of the strings that `string_of` gives for the items.
template <class Items, class StringOf = std::identity>
std::string json_strings(const Items& items, StringOf string_of = {}) {
  std::string array = "[";
  for (const auto& item : items) {
    if (array.size() > 1) array += ',';
    write_json_string(string_of(item), array);
  }
  return array += ']';
}

}  // namespace cairn
