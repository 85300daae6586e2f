#include "data/format/ini.h"

#include <gtest/gtest.h>

namespace cairn::data {
namespace {

std::string rewritten_ini(std::string_view text) {
  const auto file = parse_ini(text);
  return file.ok() ? write_ini(*file) : file.error().message();
}

TEST(Ini, ReadsAndWritesDvcsConfig) {
  constexpr std::string_view kConfig =
      "[core]\n"
      "    remote = r1\n"
      "['remote \"r1\"']\n"
      "    url = ../../rel\n"
      "    type = \"reflink,copy\"\n";
  EXPECT_EQ(rewritten_ini(kConfig), kConfig);
  const auto file = parse_ini(kConfig);
  EXPECT_EQ(file->sections.at(1).name, "remote \"r1\"");
  EXPECT_EQ(file->sections.at(1).keys.at(1).second.text, "reflink,copy");
}

TEST(Ini, CommentsAndBlanksAroundThings) {
  EXPECT_EQ(rewritten_ini("# top\n[ core ] # c\n\tremote=  a b  # why\n  'k k' = \"x # y\" # z\n"),
            "[core]\n    remote = a b\n    k k = \"x # y\"\n");
}

TEST(Ini, Lists) {
  EXPECT_EQ(rewritten_ini("[cache]\ntype = reflink,  copy\n"), "[cache]\n    type = reflink, copy\n");
  EXPECT_EQ(rewritten_ini("[cache]\ntype = 'a,b', c # d\n"), "[cache]\n    type = \"a,b\", c\n");
  EXPECT_EQ(rewritten_ini("[cache]\none = a,\nnone = ,\nempty =\n"),
            "[cache]\n    one = a,\n    none = ,\n    empty = \"\"\n");
}

TEST(Ini, TextOverSeveralLines) {
  const auto file = parse_ini("[s]\nk = '''one\n  two''' # c\nl = '''x'''\n");
  ASSERT_TRUE(file.ok());
  EXPECT_EQ(file->sections.at(0).keys.at(0).second.text, "one\n  two");
  EXPECT_EQ(file->sections.at(0).keys.at(1).second.text, "x");
  EXPECT_EQ(write_ini(*file), "[s]\n    k = '''one\n  two'''\n    l = x\n");
}

TEST(Ini, MistakesAreNamedWithTheirLine) {
  EXPECT_EQ(rewritten_ini("[core]\nnothing\n"),
            "Invalid line ('nothing') (matched as neither section nor keyword) at line 2.");
  EXPECT_EQ(rewritten_ini("[core]\n[core]\n"), "Duplicate section name at line 2.");
  EXPECT_EQ(rewritten_ini("[core]\na = 1\na = 2\n"), "Duplicate keyword name at line 3.");
  EXPECT_EQ(rewritten_ini("a = 'b\n"), "Parse error in value at line 1.");
}

}  // namespace
}  // namespace cairn::data
