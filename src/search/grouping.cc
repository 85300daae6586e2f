#include "search/grouping.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace cairn::search {
namespace {

using Tokens = std::vector<Token>;

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
constexpr KindSet kAnything = ~KindSet{};

constexpr KindSet kPlainKeywords = {Kind::kKeyword, Kind::kAnd,     Kind::kAs,   Kind::kIn,    Kind::kIs,
                                    Kind::kNot,     Kind::kNotNull, Kind::kNull, Kind::kWhere, Kind::kWhereEnd};
constexpr KindSet kKeywords = kPlainKeywords | KindSet{Kind::kStatementWord, Kind::kAscDesc};
constexpr KindSet kValues = {Kind::kInteger, Kind::kFloat, Kind::kString,
                             Kind::kSymbol,  Kind::kName,  Kind::kPlaceholder};
constexpr KindSet kGroups = {Kind::kIdentifier, Kind::kComparison, Kind::kOperation,   Kind::kParenthesis,
                             Kind::kBrackets,   Kind::kFunction,   Kind::kWhereClause, Kind::kTypedLiteral,
                             Kind::kAssignment, Kind::kList,       Kind::kComments};

// Tokens around a middle one become a group: `a . b`, `a = b`, `a AS b`.
struct Rule {
  Kind group;
  KindSet middle;
  KindSet left;
  KindSet right;
  KindSet takes = kAnything;  // a right neighbour that is not among these stays outside
  bool needs_right = true;
  bool takes_left = true;
  KindSet until = {};  // if one of these follows, the group reaches that far
};

constexpr Rule kMembers = {
    .group = Kind::kIdentifier,
    .middle = {Kind::kDot, Kind::kArrow},
    .left = {Kind::kBrackets, Kind::kIdentifier, Kind::kName, Kind::kSymbol},
    .right = kAnything,
    .takes = {Kind::kBrackets, Kind::kFunction, Kind::kName, Kind::kSymbol, Kind::kStar, Kind::kString},
    .needs_right = false,
};
constexpr Rule kElements = {
    .group = Kind::kIdentifier,
    .middle = {Kind::kBrackets},
    .left = {Kind::kBrackets, Kind::kIdentifier, Kind::kFunction, Kind::kName, Kind::kSymbol},
    .right = kAnything,
    .takes = {},
    .needs_right = false,
};
constexpr Rule kCasts = {
    .group = Kind::kIdentifier,
    .middle = {Kind::kDoubleColon},
    .left = kAnything,
    .right = kAnything,
};
constexpr Rule kTypedLiterals = {
    .group = Kind::kTypedLiteral,
    .middle = {Kind::kBuiltin},
    .left = kAnything,
    .right = {Kind::kString},
    .takes_left = false,
};
constexpr KindSet kOperands = kValues | KindSet{Kind::kBrackets,   Kind::kParenthesis, Kind::kFunction,
                                                Kind::kIdentifier, Kind::kOperation,   Kind::kTypedLiteral};
constexpr Rule kOperations = {
    .group = Kind::kOperation,
    .middle = {Kind::kOperator, Kind::kArrow, Kind::kStar},
    .left = kOperands,
    .right = kOperands,
};
constexpr KindSet kCompared = kValues | KindSet{Kind::kParenthesis, Kind::kFunction,     Kind::kIdentifier,
                                                Kind::kOperation,   Kind::kTypedLiteral, Kind::kNull};
constexpr Rule kComparisons = {
    .group = Kind::kComparison,
    .middle = {Kind::kCompare},
    .left = kCompared,
    .right = kCompared,
};
constexpr Rule kRenamings = {
    .group = Kind::kIdentifier,
    .middle = {Kind::kAs},
    .left = ~kKeywords | KindSet{Kind::kNull},
    .right = ~KindSet{Kind::kStatementWord},
};
constexpr Rule kAssignments = {
    .group = Kind::kAssignment,
    .middle = {Kind::kAssign},
    .left = ~kPlainKeywords,
    .right = ~kPlainKeywords,
    .until = {Kind::kSemicolon},
};
constexpr KindSet kListed = kValues | kPlainKeywords | KindSet{Kind::kFunction, Kind::kIdentifier, Kind::kComparison,
                                                               Kind::kList,     Kind::kOperation,  Kind::kStar};
constexpr Rule kLists = {
    .group = Kind::kList,
    .middle = {Kind::kComma},
    .left = kListed,
    .right = kListed,
};

// The group that reaches from one token to another.
Token spanning(Kind kind, const Token& first, const Token& last) {
  const char* const begin = first.text.data();
  return {kind, first.position, std::string_view(begin, last.end() - first.position)};
}

std::size_t next_solid(const Tokens& tokens, std::size_t after) {
  for (std::size_t i = after + 1; i < tokens.size(); ++i) {
    if (!tokens[i].blank()) return i;
  }
  return kNowhere;
}

// Index of the last token that is not blank, or kNowhere.
std::size_t last_solid(const Tokens& tokens) {
  for (std::size_t i = tokens.size(); i-- > 0;) {
    if (!tokens[i].blank()) return i;
  }
  return kNowhere;
}

void truncate(Tokens& tokens, std::size_t size) {
  tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(size), tokens.end());
}

// Replaces out[from...] and tokens[first...last] by one group at the end of `out`.
void merge(Tokens& out, std::size_t from, Tokens& tokens, std::size_t first, std::size_t last, const Rule& rule) {
  const Token& leftmost = from < out.size() ? out[from] : tokens[first];
  Token group = spanning(rule.group, leftmost, tokens[last]);
  if (rule.group == Kind::kComparison) {
    group.parts.reserve(out.size() - from + last - first + 1);
    for (std::size_t i = from; i < out.size(); ++i) group.parts.push_back(std::move(out[i]));
    for (std::size_t i = first; i <= last; ++i) group.parts.push_back(std::move(tokens[i]));
  }
  truncate(out, from);
  out.push_back(std::move(group));
}

// The last token of the group whose middle is tokens[middle], or kNowhere where what follows does not make one.
std::size_t reach(const Tokens& tokens, std::size_t middle, const Rule& rule) {
  std::size_t last = rule.needs_right ? kNowhere : middle;
  while (true) {
    const std::size_t next = next_solid(tokens, middle);
    if (next == kNowhere || !rule.right.has(tokens[next].kind)) return last;
    if (!rule.takes.has(tokens[next].kind)) return middle;
    last = next;
    // A token that was taken in can be the middle of more: `a :: :: b`.
    if (!rule.middle.has(tokens[next].kind)) break;
    middle = next;
  }
  if (rule.until.empty()) return last;
  const auto from = tokens.begin() + static_cast<std::ptrdiff_t>(last);
  const auto end = std::find_if(from, tokens.end(), [&](const Token& token) { return rule.until.has(token.kind); });
  return end == tokens.end() ? last : static_cast<std::size_t>(end - tokens.begin());
}

void join(Tokens& tokens, const Rule& rule) {
  Tokens out;
  out.reserve(tokens.size());
  std::size_t left = kNowhere;
  Kind left_kind = Kind::kOther;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Kind kind = tokens[i].kind;
    const bool fits = rule.middle.has(kind) && left != kNowhere && rule.left.has(left_kind);
    if (const std::size_t last = fits ? reach(tokens, i, rule) : kNowhere; last != kNowhere) {
      // In a chain, `a = b = c`, sqlparse judges the second comparison's left side by the kind of b alone.
      left_kind = last == i ? rule.group : tokens[last].kind;
      merge(out, rule.takes_left ? left : out.size(), tokens, i, last, rule);
      left = out.size() - 1;
      i = last;
      continue;
    }
    if (!tokens[i].blank()) {
      left = out.size();
      left_kind = kind;
    }
    out.push_back(std::move(tokens[i]));
  }
  tokens = std::move(out);
}

// Whatever stands between an opening token and its closing one becomes a group. False if nested too deeply.
bool enclose(Tokens& tokens, Kind open, Kind close, Kind group) {
  std::vector<std::size_t> opened;
  std::vector<std::size_t> partner(tokens.size(), kNowhere);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == open) opened.push_back(i);
    if (tokens[i].kind == close && !opened.empty()) {
      partner[opened.back()] = i;
      opened.pop_back();
    }
  }
  Tokens out;
  out.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (partner[i] == kNowhere) {
      out.push_back(std::move(tokens[i]));
      continue;
    }
    std::size_t depth = 0;
    for (std::size_t inner = i; inner < partner[i]; ++inner) {
      if (partner[inner] != kNowhere) ++depth;
      if (tokens[inner].kind == close) --depth;
      if (depth > kMaxNesting) return false;
    }
    out.push_back(spanning(group, tokens[i], tokens[partner[i]]));
    i = partner[i];
  }
  tokens = std::move(out);
  return true;
}

constexpr KindSet kNames = {Kind::kName, Kind::kBuiltin, Kind::kPlaceholder};

// name (...)
void group_functions(Tokens& tokens) {
  Tokens out;
  out.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::size_t next = kNames.has(tokens[i].kind) ? next_solid(tokens, i) : kNowhere;
    if (next != kNowhere && tokens[next].kind == Kind::kParenthesis) {
      out.push_back(spanning(Kind::kFunction, tokens[i], tokens[next]));
      i = next;
    } else {
      out.push_back(std::move(tokens[i]));
    }
  }
  tokens = std::move(out);
}

// WHERE and all that follows, up to ORDER BY and the like.
void group_where(Tokens& tokens) {
  Tokens out;
  out.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != Kind::kWhere) {
      out.push_back(std::move(tokens[i]));
      continue;
    }
    std::size_t last = i;
    while (last + 1 < tokens.size() && tokens[last + 1].kind != Kind::kWhereEnd) ++last;
    out.push_back(spanning(Kind::kWhereClause, tokens[i], tokens[last]));
    i = last;
  }
  tokens = std::move(out);
}

void group_identifiers(Tokens& tokens) {
  for (Token& token : tokens) {
    if (token.kind == Kind::kName || token.kind == Kind::kSymbol) token.kind = Kind::kIdentifier;
  }
}

// `name DESC` is one identifier to sqlparse, which is what makes an order_by recognizable.
void group_directions(Tokens& tokens) {
  constexpr KindSet kOrdered = kNumbers | KindSet{Kind::kIdentifier, Kind::kHexadecimal};
  Tokens out;
  out.reserve(tokens.size());
  for (Token& token : tokens) {
    const std::size_t left = token.kind == Kind::kAscDesc ? last_solid(out) : kNowhere;
    if (left != kNowhere && kOrdered.has(out[left].kind)) {
      out[left] = spanning(Kind::kIdentifier, out[left], token);
      truncate(out, left + 1);
    } else {
      out.push_back(std::move(token));
    }
  }
  tokens = std::move(out);
}

// `anything name`: the name is an alias, as in SQL's SELECT.
void group_aliases(Tokens& tokens) {
  constexpr KindSet kNamed = kNumbers | KindSet{Kind::kHexadecimal, Kind::kParenthesis, Kind::kFunction,
                                                Kind::kIdentifier,  Kind::kOperation,   Kind::kComparison};
  Tokens out;
  out.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::size_t next = kNamed.has(tokens[i].kind) ? next_solid(tokens, i) : kNowhere;
    if (next != kNowhere && tokens[next].kind == Kind::kIdentifier) {
      out.push_back(spanning(Kind::kIdentifier, tokens[i], tokens[next]));
      i = next;
    } else {
      out.push_back(std::move(tokens[i]));
    }
  }
  tokens = std::move(out);
}

// Comments in a row, with the line ends between them, unless nothing follows.
void group_comments(Tokens& tokens) {
  const auto continues = [](const Token& token) {
    return token.kind == Kind::kComment || token.kind == Kind::kNewline;
  };
  Tokens out;
  out.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size();) {
    std::size_t end = i;
    while (tokens[i].kind == Kind::kComment && end < tokens.size() && continues(tokens[end])) ++end;
    if (end > i && end < tokens.size()) {
      out.push_back(spanning(Kind::kComments, tokens[i], tokens[end - 1]));
      i = end;
    } else {
      for (end = std::max(end, i + 1); i < end; ++i) out.push_back(std::move(tokens[i]));
    }
  }
  tokens = std::move(out);
}

// A group takes in the comments behind it.
void attach_comments(Tokens& tokens) {
  Tokens out;
  out.reserve(tokens.size());
  for (Token& token : tokens) {
    const std::size_t left = token.kind == Kind::kComments ? last_solid(out) : kNowhere;
    if (left == kNowhere || !kGroups.has(out[left].kind)) {
      out.push_back(std::move(token));
      continue;
    }
    Token& owner = out[left];
    owner.text = spanning(owner.kind, owner, token).text;
    if (owner.kind == Kind::kComparison) {
      for (std::size_t i = left + 1; i < out.size(); ++i) owner.parts.push_back(std::move(out[i]));
      owner.parts.push_back(std::move(token));
    }
    truncate(out, left + 1);
  }
  tokens = std::move(out);
}

struct Pass {
  KindSet needs;  // one of these must be among the tokens, or the pass has nothing to do
  void (*run)(Tokens&) = nullptr;
  const Rule* rule = nullptr;
};

constexpr KindSet kNameTokens = {Kind::kName, Kind::kSymbol};
constexpr KindSet kMakeIdentifiers = kNameTokens | kCasts.middle | kRenamings.middle | KindSet{Kind::kAscDesc};

// In sqlparse's order, behind the comments and the brackets.
constexpr Pass kPasses[] = {
    {.needs = {Kind::kOpenParenthesis}, .run = group_functions},
    {.needs = {Kind::kWhere}, .run = group_where},
    {.needs = kMembers.middle, .rule = &kMembers},
    {.needs = {Kind::kOpenBracket}, .rule = &kElements},
    {.needs = kNameTokens, .run = group_identifiers},
    {.needs = {Kind::kAscDesc}, .run = group_directions},
    {.needs = kCasts.middle, .rule = &kCasts},
    {.needs = kTypedLiterals.middle, .rule = &kTypedLiterals},
    {.needs = kOperations.middle, .rule = &kOperations},
    {.needs = kComparisons.middle, .rule = &kComparisons},
    {.needs = kRenamings.middle, .rule = &kRenamings},
    {.needs = kMakeIdentifiers, .run = group_aliases},
    {.needs = kAssignments.middle, .rule = &kAssignments},
    {.needs = {Kind::kComment}, .run = attach_comments},
    {.needs = kLists.middle, .rule = &kLists},
};

}  // namespace

bool group(Tokens& tokens) {
  KindSet present;
  for (const Token& token : tokens) present.add(token.kind);
  if (present.has(Kind::kComment)) group_comments(tokens);
  if (present.has(Kind::kOpenBracket) && !enclose(tokens, Kind::kOpenBracket, Kind::kCloseBracket, Kind::kBrackets)) {
    return false;
  }
  if (present.has(Kind::kOpenParenthesis) &&
      !enclose(tokens, Kind::kOpenParenthesis, Kind::kCloseParenthesis, Kind::kParenthesis)) {
    return false;
  }
  for (const Pass& pass : kPasses) {
    if (!pass.needs.meets(present)) continue;
    pass.rule != nullptr ? join(tokens, *pass.rule) : pass.run(tokens);
  }
  return true;
}

}  // namespace cairn::search
