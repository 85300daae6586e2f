#include "search/syntax.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "search/grouping.h"
#include "search/lexer.h"

namespace cairn::search {
namespace {

constexpr std::size_t kMaxTokens = 10'000;

bool is_go(const Token& token) { return token.kind == Kind::kKeyword && token.text == "GO"; }

// How many tokens the statement has: up to a semicolon outside parentheses, or T-SQL's GO, and the blanks of its line.
std::size_t statement_length(const std::vector<Token>& tokens, std::size_t from) {
  int level = 0;
  for (std::size_t i = from; i < tokens.size(); ++i) {
    if (tokens[i].kind == Kind::kOpenParenthesis) ++level;
    if (tokens[i].kind == Kind::kCloseParenthesis) --level;
    const bool ends = (tokens[i].kind == Kind::kSemicolon && level <= 0) || is_go(tokens[i]);
    if (!ends) continue;
    const auto trails = [](const Token& token) {
      return token.kind == Kind::kSpace || (token.kind == Kind::kComment && !token.text.starts_with("/*"));
    };
    do ++i;
    while (i < tokens.size() && trails(tokens[i]));
    return i - from;
  }
  return tokens.size() - from;
}

bool all_blank(const std::vector<Token>& tokens, std::size_t from) {
  return std::all_of(tokens.begin() + static_cast<std::ptrdiff_t>(from), tokens.end(),
                     [](const Token& token) { return token.blank(); });
}

}  // namespace

std::optional<Statements> parse_statements(std::string_view text) {
  std::vector<Token> tokens = tokenize(text);
  Statements statements;
  if (all_blank(tokens, 0)) return statements;

  const std::size_t length = statement_length(tokens, 0);
  statements.count = 1;
  if (!all_blank(tokens, length)) {
    statements.count = 2;
    statements.second = tokens[length].position;
  }
  tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(length), tokens.end());
  if (tokens.size() > kMaxTokens || !group(tokens)) return std::nullopt;
  statements.first = std::move(tokens);
  return statements;
}

}  // namespace cairn::search
