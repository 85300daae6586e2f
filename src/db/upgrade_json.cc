#include "db/upgrade_json.h"

#include <algorithm>
#include <charconv>

namespace cairn::db {
namespace {

constexpr int kMaxDepth = 900;  // about where Python's recursion ends

struct Literal {
  std::string_view text;
  Json::Kind kind;
};
constexpr Literal kLiterals[] = {
    {"null", Json::Kind::kNull}, {"true", Json::Kind::kTrue},     {"false", Json::Kind::kFalse},
    {"NaN", Json::Kind::kReal},  {"Infinity", Json::Kind::kReal}, {"-Infinity", Json::Kind::kReal},
};

struct Escape {
  char letter;
  char meaning;
};
constexpr Escape kEscapes[] = {{'"', '"'},  {'\\', '\\'}, {'/', '/'},  {'b', '\b'},
                               {'f', '\f'}, {'n', '\n'},  {'r', '\r'}, {'t', '\t'}};

constexpr bool is_high_surrogate(std::uint32_t code) { return code >= 0xD800 && code < 0xDC00; }
constexpr bool is_low_surrogate(std::uint32_t code) { return code >= 0xDC00 && code < 0xE000; }

void append_utf8(std::string& out, std::uint32_t code) {
  // UTF-8 has no form for half a pair; Python keeps it and then cannot store it.
  if (is_high_surrogate(code) || is_low_surrogate(code)) code = 0xFFFD;
  const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(value); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | code >> 6);
    byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | code >> 12);
    byte(0x80 | (code >> 6 & 0x3F));
    byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | code >> 18);
    byte(0x80 | (code >> 12 & 0x3F));
    byte(0x80 | (code >> 6 & 0x3F));
    byte(0x80 | (code & 0x3F));
  }
}

class Parser {
 public:
  explicit Parser(std::string_view text) : rest_(text) {}

  std::optional<Json> document() {
    Json json;
    skip_space();
    if (!value(json, 0)) return std::nullopt;
    skip_space();
    if (!rest_.empty()) return std::nullopt;
    return json;
  }

 private:
  void skip_space() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\n\r"), rest_.size())); }

  bool take(char expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool value(Json& json, int depth) {
    if (depth > kMaxDepth || rest_.empty()) return false;
    switch (rest_.front()) {
      case '"':
        json.kind = Json::Kind::kString;
        return string(json.text);
      case '{':
        json.kind = Json::Kind::kObject;
        return object(json, depth);
      case '[':
        json.kind = Json::Kind::kArray;
        return array(depth);
      default:
        return literal(json) || number(json);
    }
  }

  bool literal(Json& json) {
    for (const Literal& literal : kLiterals) {
      if (!rest_.starts_with(literal.text)) continue;
      json.kind = literal.kind;
      json.text = literal.text;
      rest_.remove_prefix(literal.text.size());
      return true;
    }
    return false;
  }

  // How many digits there are from `at` on.
  [[nodiscard]] std::size_t count_digits(std::size_t at) const {
    const std::size_t end = std::min(rest_.find_first_not_of("0123456789", at), rest_.size());
    return end - std::min(at, end);
  }

  bool number(Json& json) {
    std::size_t end = rest_.starts_with('-') ? 1 : 0;
    const std::size_t whole = rest_.substr(end).starts_with('0') ? 1 : count_digits(end);
    if (whole == 0) return false;
    end += whole;
    json.kind = Json::Kind::kInteger;
    if (rest_.substr(end).starts_with('.') && count_digits(end + 1) > 0) {
      json.kind = Json::Kind::kReal;
      end += 1 + count_digits(end + 1);
    }
    if (end < rest_.size() && (rest_[end] == 'e' || rest_[end] == 'E')) {
      const std::size_t sign = end + 1 < rest_.size() && (rest_[end + 1] == '-' || rest_[end + 1] == '+') ? 1 : 0;
      if (const std::size_t exponent = count_digits(end + 1 + sign); exponent > 0) {
        json.kind = Json::Kind::kReal;
        end += 1 + sign + exponent;
      }
    }
    json.text = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return true;
  }

  bool string(std::string& out) {
    rest_.remove_prefix(1);
    while (!rest_.empty()) {
      const char letter = rest_.front();
      if (static_cast<unsigned char>(letter) < 0x20) return false;
      rest_.remove_prefix(1);
      if (letter == '"') return true;
      if (letter != '\\') {
        out += letter;
      } else if (!escape(out)) {
        return false;
      }
    }
    return false;
  }

  bool escape(std::string& out) {
    if (take('u')) return unicode_escape(out);
    for (const Escape& escape : kEscapes) {
      if (!take(escape.letter)) continue;
      out += escape.meaning;
      return true;
    }
    return false;
  }

  bool unicode_escape(std::string& out) {
    const auto first = hex4();
    if (!first) return false;
    if (is_high_surrogate(*first) && rest_.starts_with("\\u")) {
      const std::string_view before = rest_;
      rest_.remove_prefix(2);
      const auto second = hex4();
      if (!second) return false;
      if (is_low_surrogate(*second)) {
        append_utf8(out, 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00));
        return true;
      }
      rest_ = before;
    }
    append_utf8(out, *first);
    return true;
  }

  std::optional<std::uint32_t> hex4() {
    if (rest_.size() < 4) return std::nullopt;
    const std::string_view digits = rest_.substr(0, 4);
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    rest_.remove_prefix(digits.size());
    return code;
  }

  bool object(Json& json, int depth) {
    return items('}', [&] {
      Json member;
      if (!rest_.starts_with('"') || !string(member.name)) return false;
      skip_space();
      if (!take(':')) return false;
      skip_space();
      if (!value(member, depth + 1)) return false;
      json.members.push_back(std::move(member));
      return true;
    });
  }

  bool array(int depth) {
    return items(']', [&] {
      Json item;
      return value(item, depth + 1);
    });
  }

  template <class Item>
  bool items(char close, Item item) {
    rest_.remove_prefix(1);
    skip_space();
    if (take(close)) return true;
    while (item()) {
      skip_space();
      if (take(close)) return true;
      if (!take(',')) return false;
      skip_space();
    }
    return false;
  }

  std::string_view rest_;
};

}  // namespace

const Json* Json::member(std::string_view wanted) const {
  const auto last =
      std::find_if(members.rbegin(), members.rend(), [&](const Json& json) { return json.name == wanted; });
  return last == members.rend() ? nullptr : &*last;
}

std::optional<Json> parse_json(std::string_view text) { return Parser(text).document(); }

}  // namespace cairn::db
