#include "search/json_repr.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "core/json_text.h"
#include "core/python_text.h"
#include "search/characters.h"
#include "search/numbers.h"

namespace cairn::search {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::optional<Json> read_all() {
    std::optional<Json> value = read_value(0);
    skip_blanks();
    return at_ == text_.size() ? std::move(value) : std::nullopt;
  }

 private:
  static constexpr int kMaxDepth = 100;

  std::optional<Json> read_value(int depth) {
    skip_blanks();
    if (depth > kMaxDepth) return std::nullopt;
    if (peek() == '{') return read_members(Json::Type::kObject, '}', depth);
    if (peek() == '[') return read_members(Json::Type::kArray, ']', depth);
    if (peek() == '"') {
      Json string{Json::Type::kString, {}};
      return read_string(string.text) ? std::optional(std::move(string)) : std::nullopt;
    }
    return read_word();
  }

  std::optional<Json> read_members(Json::Type type, char close, int depth) {
    Json result{type, {}};
    ++at_;
    if (take(close)) return result;
    do {
      std::string name;
      skip_blanks();
      if (type == Json::Type::kObject && !(peek() == '"' && read_string(name) && take(':'))) return std::nullopt;
      std::optional<Json> value = read_value(depth + 1);
      if (!value) return std::nullopt;
      result.members.emplace_back(std::move(name), *std::move(value));
    } while (take(','));
    return take(close) ? std::optional(std::move(result)) : std::nullopt;
  }

  std::optional<Json> read_word() {
    struct Word {
      std::string_view json;
      Json::Type type;
      std::string_view python;
    };
    constexpr Word kWords[] = {
        {"null", Json::Type::kNull, "None"},     {"true", Json::Type::kBool, "True"},
        {"false", Json::Type::kBool, "False"},   {"NaN", Json::Type::kFloat, "nan"},
        {"Infinity", Json::Type::kFloat, "inf"}, {"-Infinity", Json::Type::kFloat, "-inf"},
    };
    for (const Word& word : kWords) {
      if (!text_.substr(at_).starts_with(word.json)) continue;
      at_ += word.json.size();
      return Json{word.type, std::string(word.python)};
    }
    return read_number();
  }

  std::optional<Json> read_number() {
    const std::size_t start = at_;
    if (peek() == '-') ++at_;
    if (peek() == '0') {
      ++at_;
    } else if (skip_digits() == 0) {
      return std::nullopt;
    }
    const std::size_t whole = at_;
    if (peek() == '.' && is_digit(static_cast<unsigned char>(peek(1)))) {
      ++at_;
      skip_digits();
    }
    if (upper(peek()) == 'E') {
      const std::size_t before = at_++;
      if (peek() == '+' || peek() == '-') ++at_;
      if (skip_digits() == 0) at_ = before;
    }
    const std::string_view number = text_.substr(start, at_ - start);
    if (at_ == whole) return Json{Json::Type::kInteger, std::string(number == "-0" ? "0" : number)};
    return Json{Json::Type::kFloat, python_repr(decimal(number))};
  }

  bool read_string(std::string& out) {
    for (++at_; at_ < text_.size();) {
      const Character c = decode(text_, at_);
      if (c.code == kNotUtf8 || c.code < 0x20) return false;
      if (c.code == '"') {
        ++at_;
        return true;
      }
      if (c.code == '\\') {
        if (!read_escape(out)) return false;
        continue;
      }
      out += text_.substr(at_, c.length);
      at_ += c.length;
    }
    return false;
  }

  bool read_escape(std::string& out) {
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    if (peek(1) == 'u') return read_code(out);
    const std::size_t i = kLetters.find(peek(1));
    if (i == std::string_view::npos) return false;
    out += kMeanings[i];
    at_ += 2;
    return true;
  }

  bool read_code(std::string& out) {
    std::optional<char32_t> code = read_unit();
    if (!code) return false;
    if (*code >= 0xD800 && *code < 0xE000) {
      const std::optional<char32_t> low =
          *code < 0xDC00 && peek() == '\\' && peek(1) == 'u' ? read_unit() : std::nullopt;
      if (!low || *low < 0xDC00 || *low >= 0xE000) return false;
      code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
    }
    append_utf8(out, *code);
    return true;
  }

  // \uXXXX
  std::optional<char32_t> read_unit() {
    const std::string_view hex = text_.substr(std::min(at_ + 2, text_.size()), 4);
    std::uint32_t unit = 0;
    const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), unit, 16);
    if (error != std::errc() || end != hex.data() + 4) return std::nullopt;
    at_ += 6;
    return static_cast<char32_t>(unit);
  }

  std::size_t skip_digits() {
    const std::size_t start = at_;
    while (is_digit(static_cast<unsigned char>(peek()))) ++at_;
    return at_ - start;
  }

  bool take(char c) {
    skip_blanks();
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  void skip_blanks() { at_ = std::min(text_.find_first_not_of(" \t\n\r", at_), text_.size()); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// The members between their brackets, as both Python and JSON put them.
template <class WriteValue, class WriteName>
std::string written(const Json& value, WriteValue write_value, WriteName write_name) {
  const bool object = value.type == Json::Type::kObject;
  std::string out(1, object ? '{' : '[');
  for (const auto& [name, member] : value.members) {
    if (out.size() > 1) out += ", ";
    if (object) out += write_name(name) + ": ";
    out += write_value(member);
  }
  return out + (object ? '}' : ']');
}

}  // namespace

bool Json::truthy() const {
  switch (type) {
    case Type::kNull:
      return false;
    case Type::kBool:
      return text == "True";
    case Type::kInteger:
      return text != "0";
    case Type::kFloat:
      return text != "0.0" && text != "-0.0";
    case Type::kString:
      return !text.empty();
    default:
      return !members.empty();
  }
}

const Json* Json::find(std::string_view name) const {
  const auto member = std::find_if(members.rbegin(), members.rend(), [&](const auto& m) { return m.first == name; });
  return type != Type::kObject || member == members.rend() ? nullptr : &member->second;
}

std::optional<Json> read_json(std::string_view text) { return Reader(text).read_all(); }

std::string repr(const Json& value) {
  if (value.type == Json::Type::kString) return python_repr(std::string_view(value.text));
  if (value.type != Json::Type::kObject && value.type != Json::Type::kArray) return value.text;
  return written(value, repr, [](const std::string& name) { return python_repr(std::string_view(name)); });
}

std::string dump(const Json& value) {
  switch (value.type) {
    case Json::Type::kNull:
      return "null";
    case Json::Type::kBool:
      return value.truthy() ? "true" : "false";
    case Json::Type::kString:
      return ascii_json_string(value.text);
    case Json::Type::kArray:
    case Json::Type::kObject:
      return written(value, dump, ascii_json_string);
    default:
      return value.text;
  }
}

std::optional<std::int64_t> as_integer(const Json& value) {
  switch (value.type) {
    case Json::Type::kBool:
      return value.truthy() ? 1 : 0;
    case Json::Type::kInteger:
    case Json::Type::kString:
      return python_int(value.text);
    case Json::Type::kFloat: {
      const double number = decimal(value.text);
      return std::abs(number) < 9e18 ? std::optional(static_cast<std::int64_t>(number)) : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

}  // namespace cairn::search
