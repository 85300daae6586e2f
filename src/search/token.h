// What a filter is made of: tokens, and the few groups that sqlparse makes of them. MLflow's grammar is "whatever
// sqlparse groups into a comparison", so these are sqlparse's kinds as far as a filter or an order_by can tell apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace cairn::search {

enum class Kind : std::uint8_t {
  kSpace,
  kNewline,
  kComment,
  kName,
  kBuiltin,      // the name of an SQL type
  kPlaceholder,  // ?, %s, :name
  kKeyword,      // an SQL word that no rule asks for by name
  kStatementWord,
  kAnd,
  kAs,
  kIn,
  kIs,
  kNot,
  kNotNull,
  kNull,
  kWhere,
  kWhereEnd,  // ORDER BY, LIMIT, ...
  kAscDesc,
  kInteger,
  kFloat,
  kHexadecimal,
  kString,  // in single quotes
  kSymbol,  // in double quotes
  kDot,
  kComma,
  kColon,
  kDoubleColon,
  kSemicolon,
  kOpenParenthesis,
  kCloseParenthesis,
  kOpenBracket,
  kCloseBracket,
  kCompare,  // =, <=, LIKE, ...
  kOperator,
  kArrow,  // ->, ->>
  kStar,
  kAssign,  // :=
  kOther,   // what sqlparse calls an error or a command
  // Groups.
  kIdentifier,
  kComparison,
  kOperation,
  kParenthesis,
  kBrackets,
  kFunction,
  kWhereClause,
  kTypedLiteral,
  kAssignment,
  kList,
  kComments,
};

class KindSet {
 public:
  constexpr KindSet() = default;
  constexpr KindSet(std::initializer_list<Kind> kinds) {
    for (Kind kind : kinds) bits_ |= bit(kind);
  }
  [[nodiscard]] constexpr bool has(Kind kind) const { return (bits_ & bit(kind)) != 0; }
  [[nodiscard]] constexpr bool meets(KindSet other) const { return (bits_ & other.bits_) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  constexpr void add(Kind kind) { bits_ |= bit(kind); }
  constexpr KindSet operator|(KindSet other) const { return KindSet(bits_ | other.bits_); }
  constexpr KindSet operator~() const { return KindSet(~bits_); }

 private:
  explicit constexpr KindSet(std::uint64_t bits) : bits_(bits) {}
  static constexpr std::uint64_t bit(Kind kind) { return std::uint64_t{1} << static_cast<unsigned>(kind); }

  std::uint64_t bits_ = 0;
};

inline constexpr KindSet kBlanks = {Kind::kSpace, Kind::kNewline};
inline constexpr KindSet kNumbers = {Kind::kInteger, Kind::kFloat};

// A token or a group. Its text is a view into the text that was parsed, which must outlive it.
struct Token {
  Kind kind;
  std::size_t position;  // byte offset into that text
  std::string_view text;
  std::vector<Token> parts = {};  // of a kComparison: its operands, operator and blanks. Other groups are only text

  [[nodiscard]] std::size_t end() const { return position + text.size(); }
  [[nodiscard]] bool blank() const { return kBlanks.has(kind); }
};

}  // namespace cairn::search
