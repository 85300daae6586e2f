#include "search/conjunction.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>

#include "search/characters.h"

namespace cairn::search {
namespace {

// The operator that errors name, whatever case and blanks it was written with.
Token operator_token(const Token& at, std::string_view text) { return {Kind::kCompare, at.position, text}; }

Token comparison(std::vector<Token> parts) {
  Token token{Kind::kComparison, parts.front().position, parts.front().text};
  token.parts = std::move(parts);
  return token;
}

struct Joined {
  Token token;
  std::size_t length;  // in tokens
};

// What a key and the tokens behind it make together, if they do.
std::optional<Joined> join_at(std::span<const Token> tokens) {
  const auto is = [&](std::size_t i, Kind kind) { return i < tokens.size() && tokens[i].kind == kind; };
  const Token& key = tokens[0];
  if (is(1, Kind::kIn) && is(2, Kind::kParenthesis)) return Joined{comparison({key, tokens[1], tokens[2]}), 3};
  if (is(1, Kind::kIs) && is(2, Kind::kNull)) return Joined{comparison({key, operator_token(tokens[1], "IS NULL")}), 3};
  if (is(1, Kind::kIs) && is(2, Kind::kNotNull) && equal_ignoring_case(tokens[2].text, "NOT NULL")) {
    return Joined{comparison({key, operator_token(tokens[1], "IS NOT NULL")}), 3};
  }
  if (is(1, Kind::kNot) && is(2, Kind::kIn) && is(3, Kind::kParenthesis)) {
    return Joined{comparison({key, operator_token(tokens[1], "NOT IN"), tokens[3]}), 4};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Token> join_comparisons(std::vector<Token> statement) {
  std::erase_if(statement, [](const Token& token) { return token.blank(); });
  const std::span<const Token> tokens = statement;
  std::vector<Token> joined;
  joined.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size();) {
    const std::size_t left = tokens.size() - i;
    const bool may_join = tokens[i].kind == Kind::kIdentifier && left >= 3;
    if (std::optional<Joined> group = may_join ? join_at(tokens.subspan(i)) : std::nullopt) {
      joined.push_back(std::move(group->token));
      i += group->length;
      continue;
    }
    // MLflow takes the four tokens it looked at as they are: an IN among them stays unjoined.
    const std::size_t skipped = may_join ? std::min<std::size_t>(left, 4) : 1;
    for (std::size_t end = i + skipped; i < end; ++i) joined.push_back(std::move(statement[i]));
  }
  return joined;
}

}  // namespace cairn::search
