#include "data/format/ignore_pattern.h"

#include <gtest/gtest.h>

namespace cairn::data {
namespace {

TEST(IgnorePattern, Wildmatch) {
  struct Case {
    std::string_view pattern, path;
    bool matches;
  };
  for (const auto& [pattern, path, matches] :
       std::initializer_list<Case>{{"a", "a", true},        {"a", "ab", false},           {"*.c", "x.c", true},
                                   {"*.c", "d/x.c", false}, {"a/*", "a/b", true},         {"a/*", "a/b/c", false},
                                   {"?", "/", false},       {"a?c", "abc", true},         {"**/x", "x", true},
                                   {"**/x", "a/b/x", true}, {"a/**", "a/b/c", true},      {"a/**", "a", false},
                                   {"a/**/b", "a/b", true}, {"a/**/b", "a/x/y/b", true},  {"a**b", "axxb", true},
                                   {"a**b", "a/b", false},  {"[ab]c", "bc", true},        {"[!ab]c", "bc", false},
                                   {"[^a]c", "bc", true},   {"[a-c]", "b", true},         {"[]]", "]", true},
                                   {"[a", "[a", false},     {"[[:digit:]]x", "5x", true}, {"[!a]", "/", false},
                                   {"\\*", "*", true},      {"\\*", "x", false},          {"[\\]]", "]", true},
                                   {"*", "", true},         {"**", "a/b", true},          {"a*b*c", "aXbYbZc", true}})
    EXPECT_EQ(wildmatch(pattern, path), matches) << pattern << " on " << path;
}

TEST(IgnorePattern, Lines) {
  const auto matches = [](std::string_view line, std::string_view path, EntryKind kind = EntryKind::kFile) {
    const auto pattern = IgnorePattern::parse(line, "");
    return pattern && pattern->matches(path, kind);
  };
  EXPECT_TRUE(matches("data", "data"));
  EXPECT_TRUE(matches("data", "a/b/data"));
  EXPECT_TRUE(matches("/data", "data"));
  EXPECT_FALSE(matches("/data", "a/data"));
  EXPECT_FALSE(matches("a/data", "b/a/data"));
  EXPECT_FALSE(matches("data/", "data"));
  EXPECT_TRUE(matches("data/", "a/data", EntryKind::kDirectory));
  EXPECT_TRUE(matches("x  ", "x"));
  EXPECT_TRUE(matches("x\\ ", "x "));
  EXPECT_TRUE(matches("\\#x", "#x"));
  EXPECT_TRUE(matches("\\!x", "!x"));
  EXPECT_FALSE(IgnorePattern::parse("# comment", ""));
  EXPECT_FALSE(IgnorePattern::parse("", ""));
  EXPECT_FALSE(IgnorePattern::parse("/", ""));
  EXPECT_TRUE(IgnorePattern::parse("!x", "")->is_exception());
}

}  // namespace
}  // namespace cairn::data
