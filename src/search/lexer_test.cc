#include "search/lexer.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace cairn::search {
namespace {

struct Case {
  std::string_view text;
  std::vector<std::pair<Kind, std::string_view>> tokens;
};

TEST(Lexer, CutsAsSqlparseDoes) {
  const Case cases[] = {
      {"metrics.loss", {{Kind::kName, "metrics"}, {Kind::kDot, "."}, {Kind::kName, "loss"}}},
      {"a<=-1.5", {{Kind::kName, "a"}, {Kind::kCompare, "<="}, {Kind::kFloat, "-1.5"}}},
      {"a-1", {{Kind::kName, "a"}, {Kind::kInteger, "-1"}}},
      {".5 1. 1e0 0x1F",
       {{Kind::kFloat, ".5"},
        {Kind::kSpace, " "},
        {Kind::kFloat, "1."},
        {Kind::kSpace, " "},
        {Kind::kFloat, "1e0"},
        {Kind::kSpace, " "},
        {Kind::kHexadecimal, "0x1F"}}},
      {"12a", {{Kind::kInteger, "1"}, {Kind::kName, "2a"}}},
      {"x.12a", {{Kind::kName, "x"}, {Kind::kFloat, ".1"}, {Kind::kName, "2a"}}},
      {"source", {{Kind::kKeyword, "source"}}},
      {"a.source", {{Kind::kName, "a"}, {Kind::kDot, "."}, {Kind::kName, "source"}}},
      {"like like(",
       {{Kind::kCompare, "like"}, {Kind::kSpace, " "}, {Kind::kName, "like"}, {Kind::kOpenParenthesis, "("}}},
      {"NOT  Like", {{Kind::kCompare, "NOT  Like"}}},
      {"IN(", {{Kind::kIn, "IN"}, {Kind::kOpenParenthesis, "("}}},
      {"not null", {{Kind::kNotNull, "not null"}}},
      {"desc NULLS last", {{Kind::kAscDesc, "desc NULLS last"}}},
      {"'it''s' \"a\" `b`",
       {{Kind::kString, "'it''s'"},
        {Kind::kSpace, " "},
        {Kind::kSymbol, "\"a\""},
        {Kind::kSpace, " "},
        {Kind::kName, "`b`"}}},
      {R"('C:\')", {{Kind::kString, R"('C:\')"}}},
      {R"('C:\' x ')", {{Kind::kString, R"('C:\' x ')"}}},
      {"'opened", {{Kind::kOther, "'"}, {Kind::kName, "opened"}}},
      {"''opened", {{Kind::kString, "''"}, {Kind::kName, "opened"}}},
      {"a--b\r\nc", {{Kind::kName, "a"}, {Kind::kComment, "--b\r\n"}, {Kind::kName, "c"}}},
      {"/* a */ /* b",
       {{Kind::kComment, "/* a */"},
        {Kind::kSpace, " "},
        {Kind::kOperator, "/"},
        {Kind::kStar, "*"},
        {Kind::kSpace, " "},
        {Kind::kName, "b"}}},
      {"a[0]", {{Kind::kName, "a"}, {Kind::kOpenBracket, "["}, {Kind::kInteger, "0"}, {Kind::kCloseBracket, "]"}}},
      {"[a b]", {{Kind::kName, "[a b]"}}},
      {"größe=“x”",
       {{Kind::kName, "größe"}, {Kind::kCompare, "="}, {Kind::kOther, "“"}, {Kind::kName, "x"}, {Kind::kOther, "”"}}},
      {"\xFFq", {{Kind::kOther, "\xFF"}, {Kind::kName, "q"}}},
  };
  for (const Case& c : cases) {
    std::vector<std::pair<Kind, std::string_view>> found;
    for (const Token& token : tokenize(c.text)) found.emplace_back(token.kind, token.text);
    EXPECT_EQ(found, c.tokens) << c.text;
  }
}

TEST(Lexer, PutsEveryByteInOneToken) {
  const std::string_view pieces[] = {"'",  "\"",  "`", "\\",   "´",  "é",  "\xFF", "$", "#",  "@",
                                     "%(", "[",   "]", "--",   "/*", "*/", "\n",   "1", "e",  ".",
                                     "-",  "NOT", " ", "like", ":",  "=",  "?",    "_", "\0", "x"};
  std::string text;
  for (std::size_t step : {1U, 7U, 11U, 13U}) {
    for (std::size_t i = 0; i < 600; ++i) text += pieces[i * step * (i + step) % std::size(pieces)];
  }
  std::size_t end = 0;
  for (const Token& token : tokenize(text)) {
    EXPECT_EQ(token.position, end);
    EXPECT_FALSE(token.text.empty());
    end = token.end();
  }
  EXPECT_EQ(end, text.size());
}

}  // namespace
}  // namespace cairn::search
