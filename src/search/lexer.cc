#include "search/lexer.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "search/characters.h"
#include "search/keywords.h"

namespace cairn::search {
namespace {

struct Phrase {
  std::string_view words;  // any blanks may stand where there is a space
  Kind kind;
};

// Words that are tokens together, a longer phrase before its beginning, and words that end before a $ or #.
constexpr Phrase kPhrases[] = {
    {"NOT NULL", Kind::kNotNull},
    {"NOT LIKE", Kind::kCompare},
    {"NOT ILIKE", Kind::kCompare},
    {"NOT RLIKE", Kind::kCompare},
    {"NOT REGEXP BINARY", Kind::kCompare},
    {"NOT REGEXP", Kind::kCompare},
    {"REGEXP BINARY", Kind::kCompare},
    {"ASC NULLS FIRST", Kind::kAscDesc},
    {"ASC NULLS LAST", Kind::kAscDesc},
    {"DESC NULLS FIRST", Kind::kAscDesc},
    {"DESC NULLS LAST", Kind::kAscDesc},
    {"NULLS FIRST", Kind::kAscDesc},
    {"NULLS LAST", Kind::kAscDesc},
    {"ORDER BY", Kind::kWhereEnd},
    {"GROUP BY", Kind::kWhereEnd},
    {"UNION ALL", Kind::kWhereEnd},
    {"DOUBLE PRECISION", Kind::kBuiltin},
    {"LIKE", Kind::kCompare},
    {"ILIKE", Kind::kCompare},
    {"RLIKE", Kind::kCompare},
    {"REGEXP", Kind::kCompare},
    {"ASC", Kind::kAscDesc},
    {"DESC", Kind::kAscDesc},
    {"END", Kind::kKeyword},
    {"JOIN", Kind::kKeyword},
    {"CREATE", Kind::kStatementWord},
};

// Words that stay what they are before a dot or a parenthesis, where every other word becomes a name.
constexpr std::string_view kAlwaysWords[] = {"IN", "AS", "FROM", "CASE", "USING", "VALUES"};

struct Single {
  char character;
  Kind kind;
};

constexpr Single kSingles[] = {
    {'*', Kind::kStar},         {'?', Kind::kPlaceholder},     {',', Kind::kComma},
    {';', Kind::kSemicolon},    {'(', Kind::kOpenParenthesis}, {')', Kind::kCloseParenthesis},
    {']', Kind::kCloseBracket},
};

constexpr std::string_view kCompareCharacters = "<>=~!";
constexpr std::string_view kOperatorCharacters = "+/@#%^&|-";
constexpr std::string_view kAcuteAccent = "\u00B4";  // quotes a name, as a backtick does

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    tokens_.reserve(text_.size() / 4 + 4);
    while (at_ < text_.size()) next();
    return std::move(tokens_);
  }

 private:
  // A token that begins at at_; none if its length is 0.
  struct Match {
    Kind kind = Kind::kOther;
    std::size_t length = 0;
  };

  void next() {
    const Character c = decode(text_, at_);
    if (is_letter(c.code)) return word();
    if (is_space(c.code)) return space(c);
    if (is_digit(c.code)) return number_or([this] { loose_word(); });
    if (is_word(c.code)) return loose_word();
    if (c.length == 1) return symbol(text_[at_]);
    follows(kAcuteAccent) ? quoted(kAcuteAccent, Kind::kName) : emit(Kind::kOther, c.length);
  }

  void symbol(char c) {
    switch (c) {
      case '\'':
        return quoted("'", Kind::kString);
      case '"':
        return quoted("\"", Kind::kSymbol);
      case '`':
        return quoted("`", Kind::kName);
      case '.':
        return number_or([this] { emit(Kind::kDot, 1); });
      case '-':
        return minus();
      case '#':
        return hash();
      case '@':
        return at_sign();
      case '/':
        return slash();
      case '%':
        return percent();
      case ':':
        return colon();
      case '$':
        return sigil(Kind::kOther);
      case '[':
        return bracket();
      case '\\':
        return emit(Kind::kOther, 1 + word_length(at_ + 1));
      default:
        return plain_symbol(c);
    }
  }

  void plain_symbol(char c) {
    const auto* single = std::ranges::find(kSingles, c, &Single::character);
    if (single != std::end(kSingles)) return emit(single->kind, 1);
    if (follows("<@")) return emit(Kind::kOperator, 2);
    if (kCompareCharacters.find(c) != std::string_view::npos) return run_of(kCompareCharacters, Kind::kCompare);
    if (kOperatorCharacters.find(c) != std::string_view::npos) return run_of(kOperatorCharacters, Kind::kOperator);
    emit(Kind::kOther, 1);
  }

  void space(Character c) {
    if (c.code == '\n') return emit(Kind::kNewline, 1);
    if (c.code == '\r') return emit(Kind::kNewline, follows("\r\n") ? 2 : 1);
    emit(Kind::kSpace, c.length);
  }

  // ---- words

  void word() {
    const std::size_t length = word_length(at_);
    const std::string_view word = text_.substr(at_, length);
    const char after = peek(at_ + length);
    if (std::ranges::any_of(kAlwaysWords, [&](auto always) { return equal_ignoring_case(word, always); })) {
      return emit(word_kind(word), length);
    }
    if (after == '(' || peek_back() == '.' || leads_to_member(at_ + length)) return emit(Kind::kName, length);
    for (const Phrase& phrase : kPhrases) {
      if (phrase.words[0] != upper(word[0])) continue;
      if (const std::size_t n = phrase_length(phrase.words); n != 0) return emit(phrase.kind, n);
    }
    loose_word();
  }

  // A word that may go on with $ and #.
  void loose_word() {
    std::size_t end = at_;
    while (end < text_.size()) {
      const Character c = decode(text_, end);
      if (!is_word(c.code) && c.code != '#' && c.code != '$') break;
      end += c.length;
    }
    emit(word_kind(text_.substr(at_, end - at_)), end - at_);
  }

  // Whether a dot follows that is not the point of a number, as in `metric .key` but not in `BETWEEN .5`.
  [[nodiscard]] bool leads_to_member(std::size_t from) const {
    from += blank_length(from);
    return peek(from) == '.' && !is_digit(static_cast<unsigned char>(peek(from + 1)));
  }

  [[nodiscard]] std::size_t phrase_length(std::string_view words) const {
    std::size_t end = at_;
    while (true) {
      const std::string_view word = words.substr(0, words.find(' '));
      if (!equal_ignoring_case(text_.substr(end, word_length(end)), word)) return 0;
      end += word.size();
      if (word.size() == words.size()) return end - at_;
      words.remove_prefix(word.size() + 1);
      const std::size_t blanks = blank_length(end);
      if (blanks == 0) return 0;
      end += blanks;
    }
  }

  // ---- numbers

  template <class Otherwise>
  void number_or(Otherwise otherwise) {
    const Match match = number();
    match.length != 0 ? emit(match.kind, match.length) : otherwise();
  }

  [[nodiscard]] Match number() const {
    const std::size_t start = at_ + (peek(at_) == '-' ? 1 : 0);
    if (const std::size_t end = hexadecimal_end(start); end != 0) return {Kind::kHexadecimal, end - at_};
    const std::size_t whole = start + digits_length(start);
    const std::size_t decimal = peek(whole) == '.' ? whole + 1 + digits_length(whole + 1) : whole;
    if (whole > start) {
      const std::size_t end = exponent_end(decimal > whole + 1 ? decimal : whole);
      if (end != 0) return {Kind::kFloat, end - at_};
    }
    if (decimal > whole) {
      const std::size_t end = before_letter(decimal, whole > start ? whole + 1 : whole + 2);
      if (end != 0) return {Kind::kFloat, end - at_};
    }
    const std::size_t end = before_letter(whole, start + 1);
    return end != 0 ? Match{Kind::kInteger, end - at_} : Match{};
  }

  // No letter may follow a number; sqlparse then gives back the last digit, if one can be spared.
  [[nodiscard]] std::size_t before_letter(std::size_t end, std::size_t least) const {
    if (end < least) return 0;
    const bool touches = end < text_.size() && (text_[end] == '_' || is_letter(decode(text_, end).code));
    if (!touches) return end;
    return end - 1 >= least ? end - 1 : 0;
  }

  [[nodiscard]] std::size_t exponent_end(std::size_t from) const {
    if (upper(peek(from)) != 'E') return 0;
    const std::size_t digits = from + (peek(from + 1) == '-' ? 2 : 1);
    const std::size_t length = digits_length(digits);
    return length == 0 ? 0 : digits + length;
  }

  [[nodiscard]] std::size_t hexadecimal_end(std::size_t from) const {
    if (peek(from) != '0' || upper(peek(from + 1)) != 'X') return 0;
    const std::size_t end = std::min(text_.find_first_not_of("0123456789abcdefABCDEF", from + 2), text_.size());
    return end > from + 2 ? end : 0;
  }

  // ---- quotes

  // A doubled quote and, in '…' and "…", one behind a backslash do not end the text, unless nothing else does.
  void quoted(std::string_view quote, Kind kind) {
    const bool escapes = kind != Kind::kName;
    std::size_t at = at_ + quote.size();
    std::size_t fallback = 0;
    while (at < text_.size()) {
      if (text_.substr(at, quote.size()) == quote) {
        at += quote.size();
        if (text_.substr(at, quote.size()) != quote) return emit_to(kind, at);
        fallback = at;
        at += quote.size();
      } else if (escapes && text_[at] == '\\' && text_.substr(at + 1, quote.size()) == quote) {
        at += 1 + quote.size();
        fallback = at;
      } else {
        ++at;
      }
    }
    if (fallback != 0) return emit_to(kind, fallback);
    emit(Kind::kOther, quote.size());
  }

  // ---- symbols

  void minus() {
    if (follows("--")) return line_comment();
    if (const Match match = number(); match.length != 0) return emit(match.kind, match.length);
    if (follows("->>")) return emit(Kind::kArrow, 3);
    if (follows("->")) return emit(Kind::kArrow, 2);
    emit(Kind::kOperator, 1);
  }

  void hash() {
    if (follows("# ")) return line_comment();
    if (const std::size_t n = sigil_name_length(follows("##") ? 2 : 1); n != 0) return emit(Kind::kName, n);
    for (std::string_view sign : {"#>>", "#>", "#-"}) {
      if (follows(sign)) return emit(Kind::kOperator, sign.size());
    }
    run_of(kOperatorCharacters, Kind::kOperator);
  }

  void at_sign() {
    if (const std::size_t n = sigil_name_length(1); n != 0) return emit(Kind::kName, n);
    if (follows("@>")) return emit(Kind::kOperator, 2);
    run_of(kOperatorCharacters, Kind::kOperator);
  }

  void slash() {
    if (follows("/*") && comments_may_close_) {
      const std::size_t close = text_.find("*/", at_ + 2);
      comments_may_close_ = close != std::string_view::npos;
      if (comments_may_close_) return emit_to(Kind::kComment, close + 2);
    }
    run_of(kOperatorCharacters, Kind::kOperator);
  }

  // %s and %(name)s
  void percent() {
    std::size_t at = at_ + 1;
    if (peek(at) == '(') {
      const std::size_t name = word_length(at + 1);
      if (name != 0 && peek(at + 1 + name) == ')') at += name + 2;
    }
    if (upper(peek(at)) == 'S') return emit_to(Kind::kPlaceholder, at + 1);
    run_of(kOperatorCharacters, Kind::kOperator);
  }

  void colon() {
    if (follows(":=")) return emit(Kind::kAssign, 2);
    if (follows("::")) return emit(Kind::kDoubleColon, 2);
    sigil(Kind::kColon);
  }

  // $name and :name, unless they touch a word.
  void sigil(Kind otherwise) {
    const std::size_t name = is_word(code_before(text_, at_)) ? 0 : word_length(at_ + 1);
    name == 0 ? emit(otherwise, 1) : emit(Kind::kPlaceholder, 1 + name);
  }

  // @name, #name and ##name, of two characters at least.
  [[nodiscard]] std::size_t sigil_name_length(std::size_t sigils) const {
    const std::size_t start = at_ + sigils;
    if (start >= text_.size()) return 0;
    const Character first = decode(text_, start);
    const std::size_t rest = is_letter(first.code) ? word_length(start + first.length) : 0;
    return rest == 0 ? 0 : sigils + first.length + rest;
  }

  // [name], unless it looks like the index of an array.
  void bracket() {
    const char32_t before = code_before(text_, at_);
    const std::size_t end = text_.find_first_of("[]", at_ + 1);
    const bool is_name = !is_word(before) && before != ']' && before != ')' && end != std::string_view::npos &&
                         end > at_ + 1 && text_[end] == ']';
    is_name ? emit_to(Kind::kName, end + 1) : emit(Kind::kOpenBracket, 1);
  }

  void line_comment() {
    const std::size_t stop = text_.find_first_of("\r\n", at_);
    if (stop == std::string_view::npos) return emit(Kind::kComment, text_.size() - at_);
    emit_to(Kind::kComment, stop + (text_.substr(stop, 2) == "\r\n" ? 2 : 1));
  }

  void run_of(std::string_view characters, Kind kind) {
    emit_to(kind, std::min(text_.find_first_not_of(characters, at_), text_.size()));
  }

  // ---- looking and emitting

  [[nodiscard]] char peek(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  [[nodiscard]] char peek_back() const { return at_ == 0 ? '\0' : text_[at_ - 1]; }
  [[nodiscard]] bool follows(std::string_view what) const { return text_.substr(at_).starts_with(what); }

  [[nodiscard]] std::size_t length_while(bool (*matches)(char32_t), std::size_t from) const {
    std::size_t end = from;
    while (end < text_.size()) {
      const Character c = decode(text_, end);
      if (!matches(c.code)) break;
      end += c.length;
    }
    return end - from;
  }
  [[nodiscard]] std::size_t word_length(std::size_t from) const { return length_while(is_word, from); }
  [[nodiscard]] std::size_t blank_length(std::size_t from) const { return length_while(is_space, from); }
  [[nodiscard]] std::size_t digits_length(std::size_t from) const { return length_while(is_digit, from); }

  void emit(Kind kind, std::size_t length) {
    tokens_.push_back({kind, at_, text_.substr(at_, length)});
    at_ += length;
  }
  void emit_to(Kind kind, std::size_t end) { emit(kind, end - at_); }

  std::string_view text_;
  std::size_t at_ = 0;
  bool comments_may_close_ = true;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) { return Lexer(text).run(); }

}  // namespace cairn::search
