#include "search/string_list.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "core/python_text.h"
#include "search/characters.h"

namespace cairn::search {
namespace {

struct Literal {
  enum class Type { kString, kNumber, kTuple } type;
  std::string text;                 // a string's value, a number as Python prints it
  std::vector<Literal> items = {};  // a tuple's
};

std::string repr(const Literal& literal) {
  if (literal.type == Literal::Type::kString) return python_repr(std::string_view(literal.text));
  if (literal.type == Literal::Type::kNumber) return literal.text;
  std::string out = "(";
  for (const Literal& item : literal.items) out += (out.size() > 1 ? ", " : "") + repr(item);
  return out + (literal.items.size() == 1 ? ",)" : ")");
}

// Reads Python's literals. Returns nothing where there is none, with at() left at the mistake.
class ListReader {
 public:
  explicit ListReader(std::string_view text) : text_(text) {}

  std::optional<Literal> read_all() {
    std::optional<Literal> literal = value(0);
    skip_blanks();
    return at_ == text_.size() ? std::move(literal) : std::nullopt;
  }

  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  static constexpr int kMaxDepth = 100;
  static constexpr std::size_t kNone = std::string_view::npos;

  std::optional<Literal> value(int depth) {
    skip_blanks();
    if (peek() == '(' && depth < kMaxDepth) return tuple(depth);
    if (string_prefix() != kNone) return strings();
    return number();
  }

  // (a) is a itself; (a,) and (a, b) are tuples, as is ().
  std::optional<Literal> tuple(int depth) {
    Literal result{Literal::Type::kTuple, {}};
    bool comma = true;
    ++at_;
    for (skip_blanks(); peek() != ')'; skip_blanks()) {
      std::optional<Literal> item = comma ? value(depth + 1) : std::nullopt;
      if (!item) return std::nullopt;
      result.items.push_back(*std::move(item));
      skip_blanks();
      comma = peek() == ',';
      if (comma) ++at_;
    }
    ++at_;
    if (result.items.size() == 1 && !comma) return std::move(result.items.front());
    return result;
  }

  // Strings that stand beside each other are one.
  std::optional<Literal> strings() {
    Literal joined{Literal::Type::kString, {}};
    while (true) {
      const std::size_t prefix = string_prefix();
      if (prefix == kNone) return joined;
      const bool raw = prefix != 0 && upper(peek()) == 'R';
      at_ += prefix;
      if (!string(raw, joined.text)) return std::nullopt;
      skip_blanks();
    }
  }

  // How many letters stand before the quote of a string that begins here: r'...' and u'...' have one.
  [[nodiscard]] std::size_t string_prefix() const {
    const auto is_quote = [](char c) { return c == '\'' || c == '"'; };
    if (is_quote(peek())) return 0;
    return (upper(peek()) == 'R' || upper(peek()) == 'U') && is_quote(peek(1)) ? 1 : kNone;
  }

  bool string(bool raw, std::string& out) {
    const std::size_t quotes = peek(1) == peek() && peek(2) == peek() ? 3 : 1;
    const std::string_view quote = text_.substr(at_, quotes);
    at_ += quotes;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (text_.substr(at_, quotes) == quote) {
        at_ += quotes;
        return true;
      }
      if (c == '\0' || (quotes == 1 && (c == '\n' || c == '\r'))) return false;
      if (c == '\\' && !raw) {
        if (!escape(out)) return false;
        continue;
      }
      const std::size_t length = c == '\\' ? 2 : 1;
      out += text_.substr(at_, length);
      at_ += length;
    }
    return false;
  }

  bool escape(std::string& out) {
    constexpr std::string_view kLetters = "\\'\"abfnrtv";
    constexpr std::string_view kMeanings = "\\'\"\a\b\f\n\r\t\v";
    const char c = peek(1);
    if (const std::size_t i = kLetters.find(c); i != kNone) {
      out += kMeanings[i];
      at_ += 2;
      return true;
    }
    switch (c) {
      case 'x':
        return coded(2, 2, 16, out);
      case 'u':
        return coded(2, 4, 16, out);
      case 'U':
        return coded(2, 8, 16, out);
      case 'N':
        return false;
      case '\n':
        at_ += 2;
        return true;
      default:
        break;
    }
    const std::size_t octal = std::min(text_.find_first_not_of("01234567", at_ + 1), at_ + 4) - at_ - 1;
    if (octal != 0) return coded(1, octal, 8, out);
    out += '\\';  // as Python does with an escape that means nothing
    ++at_;
    return true;
  }

  // A character by its number: `skip` characters, then so many digits.
  bool coded(std::size_t skip, std::size_t digits, int base, std::string& out) {
    const std::string_view number = text_.substr(std::min(at_ + skip, text_.size()), digits);
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), code, base);
    if (error != std::errc() || end != number.data() + digits) return false;
    const bool surrogate = code >= 0xD800 && code < 0xE000;
    if (surrogate || code > 0x10FFFF) return false;
    append_utf8(out, code);
    at_ += skip + digits;
    return true;
  }

  std::optional<Literal> number() {
    const std::string_view text = text_.substr(at_, text_.find_first_of(",) \t\r\n", at_) - at_);
    const bool integer = text.find_first_not_of("0123456789", text.starts_with('-') ? 1 : 0) == kNone;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool letters_first = text.find_first_of("iInN") != kNone;  // from_chars also reads inf and nan
    if (error != std::errc() || end != text.data() + text.size() || letters_first) return std::nullopt;
    at_ += text.size();
    return Literal{Literal::Type::kNumber, integer ? std::string(text) : python_repr(value)};
  }

  void skip_blanks() { at_ = std::min(text_.find_first_not_of(" \t\n\r\f", at_), text_.size()); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

Error list_error(std::string_view what, std::size_t position) {
  return invalid_parameter("While parsing a list in the query, expected " + std::string(what)).at(position);
}

}  // namespace

Result<std::vector<std::string>> read_string_list(std::string_view text, std::size_t position, ListItems items) {
  ListReader reader(text);
  std::optional<Literal> literal = reader.read_all();
  if (!literal) {
    return list_error("a non-empty list of string values, but got ill-formed list.", position + reader.at());
  }
  if (literal->type != Literal::Type::kTuple) {
    Literal only = *std::move(literal);
    literal = Literal{Literal::Type::kTuple, {}, {std::move(only)}};
  }
  if (literal->items.empty() && items == ListItems::kStrings) {
    return list_error("a non-empty list of string values, but got empty list", position);
  }
  std::vector<std::string> texts;
  for (const Literal& item : literal->items) {
    const bool fits =
        item.type == Literal::Type::kString || (item.type == Literal::Type::kNumber && items == ListItems::kAny);
    if (!fits) {
      return list_error("string value, punctuation, or whitespace, but got different type in list: " + repr(*literal),
                        position);
    }
    texts.push_back(item.text);
  }
  return texts;
}

}  // namespace cairn::search
