#include "data/format/json.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"

namespace cairn::data {
namespace {

constexpr auto kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

void write_unit(std::uint32_t unit, std::string& out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHex[unit >> shift & 15];
}

void write_escape(std::uint32_t c, std::string& out) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    default:
      break;
  }
  if (c < 0x10000) return write_unit(c, out);
  write_unit(0xD800 + ((c - 0x10000) >> 10), out);
  write_unit(0xDC00 + ((c - 0x10000) & 0x3FF), out);
}

}  // namespace

void write_python_json_string(std::string_view text, std::string& out) {
  out += '"';
  while (!text.empty()) {
    const auto plain = static_cast<std::size_t>(
        std::ranges::find_if(text, [](char c) { return !kPlain[static_cast<unsigned char>(c)]; }) - text.begin());
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    const CodePoint point = decode_utf8(text);
    write_escape(point.length == 0 ? 0xFFFD : point.value, out);
    text.remove_prefix(std::max<std::size_t>(1, point.length));
  }
  out += '"';
}

JsonWriter& JsonWriter::begin(char bracket) {
  separate();
  text_ += bracket;
  has_items_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  const bool had_items = has_items_.back();
  has_items_.pop_back();
  if (had_items) new_line();
  text_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  string(name);
  text_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view value) {
  separate();
  write_python_json_string(value, text_);
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
  separate();
  text_ += std::to_string(value);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  separate();
  text_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  text_ += "null";
  return *this;
}

// Before a value: what stands between it and the one before.
void JsonWriter::separate() {
  if (after_key_ || has_items_.empty()) {
    after_key_ = false;
    return;
  }
  if (has_items_.back()) text_ += layout_ == Layout::kLine ? ", " : ",";
  has_items_.back() = true;
  new_line();
}

void JsonWriter::new_line() {
  if (layout_ == Layout::kLine) return;
  text_ += '\n';
  text_.append(2 * has_items_.size(), ' ');
}

}  // namespace cairn::data
