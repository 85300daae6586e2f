#include "data/format/yaml_scalar.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>
#include <optional>

#include "core/utf8.h"

namespace cairn::data {
namespace {

constexpr std::size_t kMaxSimpleKey = 128;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes characters off the front of a text, for the small grammars of numbers and times.
class Scan {
 public:
  explicit Scan(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return text_.empty(); }
  bool take(char wanted) {
    return take_one([&](char c) { return c == wanted; });
  }
  bool take_any(std::string_view wanted) {
    return take_one([&](char c) { return wanted.find(c) != std::string_view::npos; });
  }
  template <class Matches>
  std::size_t take_while(Matches matches, std::size_t most = std::string_view::npos) {
    std::size_t count = 0;
    while (count < most && take_one(matches)) ++count;
    return count;
  }
  bool take_text(std::string_view wanted) {
    if (!text_.starts_with(wanted)) return false;
    text_.remove_prefix(wanted.size());
    return true;
  }

 private:
  template <class Matches>
  bool take_one(Matches matches) {
    if (text_.empty() || !matches(text_.front())) return false;
    text_.remove_prefix(1);
    return true;
  }
  std::string_view text_;
};

bool is_digit_or_underscore(char c) { return is_digit(c) || c == '_'; }

bool is_int(std::string_view text) {
  Scan scan(text);
  scan.take_any("+-");
  Scan based = scan;
  if (based.take_text("0b") && based.take_while([](char c) { return c == '0' || c == '1' || c == '_'; }) > 0 &&
      based.at_end())
    return true;
  based = scan;
  if (based.take_text("0o") && based.take_while([](char c) { return (c >= '0' && c <= '7') || c == '_'; }) > 0 &&
      based.at_end())
    return true;
  based = scan;
  const auto is_hex = [](char c) {
    return is_digit_or_underscore(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  };
  if (based.take_text("0x") && based.take_while(is_hex) > 0 && based.at_end()) return true;
  return scan.take_while(is_digit_or_underscore) > 0 && scan.at_end();
}

bool take_exponent(Scan& scan) {
  if (!scan.take_any("eE")) return false;
  scan.take_any("+-");
  return scan.take_while(is_digit) > 0;
}

bool is_float(std::string_view text) {
  if (text == ".nan" || text == ".NaN" || text == ".NAN") return true;
  Scan scan(text);
  scan.take_any("+-");
  for (const std::string_view infinity : {".inf", ".Inf", ".INF"}) {
    Scan rest = scan;
    if (rest.take_text(infinity) && rest.at_end()) return true;
  }
  if (scan.take('.')) {  // .5, but .5e1 only with the exponent's sign
    if (scan.take_while(is_digit_or_underscore) == 0) return false;
    if (scan.at_end()) return true;
    return scan.take_any("eE") && scan.take_any("+-") && scan.take_while(is_digit) > 0 && scan.at_end();
  }
  if (scan.take_while(is_digit, 1) == 0) return false;
  scan.take_while(is_digit_or_underscore);
  const bool has_point = scan.take('.');
  if (has_point) scan.take_while(is_digit_or_underscore);
  if (scan.at_end()) return has_point;
  return take_exponent(scan) && scan.at_end();
}

bool is_time(std::string_view text) {
  Scan scan(text);
  const auto digits = [&scan](std::size_t least, std::size_t most) {
    const std::size_t count = scan.take_while(is_digit, most);
    return count >= least;
  };
  const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
  if (!digits(4, 4) || !scan.take('-')) return false;
  const std::size_t month = scan.take_while(is_digit, 2);
  if (month == 0 || !scan.take('-')) return false;
  const std::size_t day = scan.take_while(is_digit, 2);
  if (day == 0) return false;
  if (scan.at_end()) return month == 2 && day == 2;
  if (!scan.take_any("Tt") && scan.take_while(is_blank) == 0) return false;
  if (!digits(1, 2) || !scan.take(':') || !digits(2, 2) || !scan.take(':') || !digits(2, 2)) return false;
  if (scan.take('.')) scan.take_while(is_digit);
  if (scan.at_end()) return true;
  scan.take_while(is_blank);
  if (scan.take('Z')) return scan.at_end();
  if (!scan.take_any("+-") || !digits(1, 2)) return false;
  if (scan.take(':') && !digits(2, 2)) return false;
  return scan.at_end();
}

// ------------------------------------------------------------------------------------------------- writing

std::u32string decode(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  while (!text.empty()) {
    const CodePoint point = decode_utf8(text);
    points += point.length == 0 ? U'\xFFFD' : static_cast<char32_t>(point.value);
    text.remove_prefix(std::max<std::size_t>(1, point.length));
  }
  return points;
}

void append_utf8(char32_t c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

bool is_break(char32_t c) { return c == U'\n' || c == U'\x85' || c == U'\u2028' || c == U'\u2029'; }
bool is_white(char32_t c) { return c == 0 || c == U' ' || c == U'\t' || c == U'\r' || is_break(c); }
bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }
bool prints_unescaped(char32_t c) {
  return (c >= 0x20 && c <= 0x7E) || (c >= 0xA0 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF) ||
         (c >= 0x10000 && c <= 0x10FFFF);
}

enum class Quotes : std::uint8_t { kNone, kSingle, kDouble };

// Whether characters of the text would be read as syntax if it stood there without quotes.
bool has_indicators(const std::u32string& text, bool in_flow) {
  if (text.starts_with(U"---") || text.starts_with(U"...")) return true;
  const auto followed_by_white = [&](std::size_t i) { return i + 1 >= text.size() || is_white(text[i + 1]); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (i == 0) {
      if (is_one_of(c, U"#,[]{}&*!|>'\"%@`")) return true;
      if (is_one_of(c, U"?:") && (in_flow ? text.size() == 1 : followed_by_white(i))) return true;
      if (c == U'-' && followed_by_white(i)) return true;
      continue;
    }
    if (in_flow && is_one_of(c, U",[]{}")) return true;
    if (c == U':' && followed_by_white(i)) return true;
    if (c == U'#' && is_white(text[i - 1])) return true;
  }
  return false;
}

Quotes quotes_for(std::string_view value, const std::u32string& text, bool in_flow, bool is_key) {
  if (text.empty()) return Quotes::kSingle;
  const bool special =
      std::ranges::any_of(text, [](char32_t c) { return c != U'\n' && c != U'\x85' && !prints_unescaped(c); });
  if (special) return Quotes::kDouble;
  const bool breaks = std::ranges::any_of(text, is_break);
  const auto is_outer_white = [](char32_t c) { return c == U' ' || is_break(c); };
  const bool plain_characters =
      !breaks && !is_outer_white(text.front()) && !is_outer_white(text.back()) && !has_indicators(text, in_flow);
  if (plain_characters && plain_type(value) == YamlType::kString && value != "=" && value != "<<") return Quotes::kNone;
  if (is_one_of(U'\'', text) || is_one_of(U'\n', text)) return Quotes::kDouble;
  if (!breaks) return Quotes::kSingle;
  const auto blank_at_break = [&](std::size_t i) {
    return i + 1 < text.size() &&
           ((text[i] == U' ' && is_break(text[i + 1])) || (is_break(text[i]) && text[i + 1] == U' '));
  };
  for (std::size_t i = 0; i < text.size(); ++i)
    if (blank_at_break(i)) return Quotes::kDouble;
  return is_key ? Quotes::kDouble : Quotes::kSingle;
}

// Writes the characters of one string, and knows the column.
class StringWriter {
 public:
  StringWriter(const std::u32string& text, YamlPlace& place, std::string& out)
      : text_(text), place_(place), out_(out) {}

  // Words move to the next line as a whole; one blank between words may become a line break, longer runs of blanks not.
  void plain() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = end_of_run(at);
      if (text_[at] == U' ') {
        if (end - at == 1 && place_.column >= kYamlWidth && !place_.is_key)
          new_line();
        else
          put(at, end);
      } else {
        if (place_.column + (end - at) > kYamlWidth && place_.column > place_.indent && !place_.is_key) new_line();
        put(at, end);
      }
      at = end;
    }
  }

  void single_quoted() {
    put_ascii("'");
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = end_of_run(at);
      const bool may_break = end - at == 1 && at != 0 && end != text_.size() && !place_.is_key;
      if (text_[at] == U' ' && may_break && place_.column > kYamlWidth)
        new_line();
      else if (is_break(text_[at]))
        put_breaks(at, end);
      else
        put(at, end);
      at = end;
    }
    put_ascii("'");
  }

  void double_quoted() {
    put_ascii("\"");
    std::size_t start = 0;
    for (std::size_t end = 0; end <= text_.size(); ++end) {
      const bool at_end = end == text_.size();
      if (at_end || needs_escape(text_[end])) {
        put(start, end);
        start = end;
        if (!at_end) put_escape(text_[start++]);
      }
      const bool inside = end > 0 && end + 1 < text_.size();
      if (inside && !place_.is_key && (text_[end] == U' ' || start >= end) &&
          place_.column + end > kYamlWidth + start) {
        start = fold_double_quoted(start, end);
      }
    }
    put_ascii("\"");
  }

 private:
  // The end of the blanks, or line breaks, or other characters that begin at `at`.
  [[nodiscard]] std::size_t end_of_run(std::size_t at) const {
    const auto kind = [](char32_t c) { return c == U' ' ? 0 : is_break(c) ? 1 : 2; };
    std::size_t end = at;
    while (end < text_.size() && kind(text_[end]) == kind(text_[at])) ++end;
    return end;
  }

  void put(std::size_t from, std::size_t to) {
    for (; from < to; ++from) {
      append_utf8(text_[from], out_);
      ++place_.column;
    }
  }
  void put_ascii(std::string_view text) {
    out_ += text;
    place_.column += text.size();
  }
  void new_line() {
    out_ += '\n';
    out_.append(place_.indent, ' ');
    place_.column = place_.indent;
  }
  void put_breaks(std::size_t from, std::size_t to) {
    for (; from < to; ++from) append_utf8(text_[from], out_);
    out_.append(place_.indent, ' ');
    place_.column = place_.indent;
  }

  static bool needs_escape(char32_t c) {
    return c == U'"' || c == U'\\' || c == U'\u2028' || c == U'\u2029' || !prints_unescaped(c) || c == U'\x85';
  }
  void put_escape(char32_t c) {
    struct Escape {
      char32_t character;
      std::string_view text;
    };
    static constexpr Escape kEscapes[] = {
        {0, "\\0"},   {7, "\\a"},    {8, "\\b"},     {9, "\\t"},      {0xA, "\\n"},  {0xB, "\\v"},    {0xC, "\\f"},
        {0xD, "\\r"}, {0x1B, "\\e"}, {U'"', "\\\""}, {U'\\', "\\\\"}, {0x85, "\\N"}, {0x2028, "\\L"}, {0x2029, "\\P"},
    };
    for (const Escape& escape : kEscapes)
      if (escape.character == c) return put_ascii(escape.text);
    const auto* format = c <= 0xFF ? "\\x{:02X}" : c <= 0xFFFF ? "\\u{:04X}" : "\\U{:08X}";
    put_ascii(fmt::format(fmt::runtime(format), static_cast<std::uint32_t>(c)));
  }

  // Breaks the line before text_[end], what is not yet written of it being text_[start, end). A break that a reader
  // would turn into a blank that isn't there is escaped with a backslash. Returns where the rest begins.
  std::size_t fold_double_quoted(std::size_t start, std::size_t end) {
    const bool escaped = !break_reads_as_blank(start, end);
    put(start, end);
    start = std::max(start, end);
    if (escaped) put_ascii("\\");
    new_line();
    if (text_[start] == U' ') {
      if (escaped)
        put_ascii("\\");
      else
        ++start;
    }
    return start;
  }

  [[nodiscard]] bool break_reads_as_blank(std::size_t start, std::size_t end) const {
    std::size_t next = text_.find(U' ', end);
    if (next == std::u32string::npos) return false;
    const std::size_t line_end = text_.find(U'\n', end);
    if (line_end < next) next = line_end;
    if (next + 1 >= text_.size()) return false;
    if (text_[next] == U'\n' && text_[next + 1] != U' ') return false;
    const std::u32string_view word = std::u32string_view(text_).substr(end, next - end);
    return !is_one_of(U'"', word) && !is_one_of(U'\'', word) && !is_one_of(text_[next + 1], U" \n") &&
           !(end > 0 && text_[end - 1] == U' ' && text_[end] == U' ') && start != end;
  }

  const std::u32string& text_;
  YamlPlace& place_;
  std::string& out_;
};

}  // namespace

YamlType plain_type(std::string_view text) {
  if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") return YamlType::kNull;
  for (const std::string_view word : {"true", "True", "TRUE", "false", "False", "FALSE"})
    if (text == word) return YamlType::kBool;
  const char first = text.front();
  if (!is_digit(first) && first != '+' && first != '-' && first != '.') return YamlType::kString;
  if (is_float(text)) return YamlType::kFloat;
  if (first != '.' && is_int(text)) return YamlType::kInt;
  return is_time(text) ? YamlType::kTime : YamlType::kString;
}

void write_yaml_string(std::string_view value, YamlPlace& place, std::string& out) {
  const std::u32string text = decode(value);
  StringWriter writer(text, place, out);
  switch (quotes_for(value, text, place.in_flow, place.is_key)) {
    case Quotes::kNone:
      return writer.plain();
    case Quotes::kSingle:
      return writer.single_quoted();
    case Quotes::kDouble:
      return writer.double_quoted();
  }
}

bool is_simple_key(std::string_view key) {
  const std::u32string text = decode(key);
  return text.size() < kMaxSimpleKey && std::ranges::none_of(text, is_break);
}

}  // namespace cairn::data
