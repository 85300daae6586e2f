// Of text_width, suggestion, json_layout and times.
#include <gtest/gtest.h>

#include "cli/output/json_layout.h"
#include "cli/output/suggestion.h"
#include "cli/output/text_width.h"
#include "cli/output/times.h"

namespace cairn::cli {
namespace {

TEST(TextWidth, CountsColumns) {
  EXPECT_EQ(text_width("abc"), 3U);
  EXPECT_EQ(text_width("ü"), 1U);
  EXPECT_EQ(text_width("実験"), 4U);
  EXPECT_EQ(text_width("e\u0301"), 1U);  // a letter and its accent
  EXPECT_EQ(text_width("\xFF"), 1U);
}

TEST(TextWidth, WideCharactersAreNotCutInHalf) {
  EXPECT_EQ(fit_text("実験", 4), "実験");
  EXPECT_EQ(fit_text("実験室", 4), "実…");
  EXPECT_EQ(fit_text("abcdef", 4), "abc…");
}

TEST(TextWidth, ControlCharactersAreReplaced) {
  EXPECT_EQ(printable("a\x1b[31m\tb\n"), "a [31m b ");
  EXPECT_EQ(printable("\xC2\x9B"), "\xEF\xBF\xBD");  // CSI in one character
  EXPECT_EQ(printable("\xFF"), "\xEF\xBF\xBD");
}

TEST(TextWidth, WrapsBetweenWords) {
  EXPECT_EQ(wrap("one two  three", 8), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap("a\n\nb", 8), (std::vector<std::string>{"a", "", "b"}));
  EXPECT_EQ(wrap("unbreakable", 4), (std::vector<std::string>{"unbreakable"}));
}

TEST(Suggestion, IsTheNearestIfItIsNear) {
  const std::vector<std::string> known = {"list", "delete", "describe", "restore"};
  EXPECT_EQ(nearest("lst", known), "list");
  EXPECT_EQ(nearest("lsit", known), "list");
  EXPECT_EQ(nearest("desc", known), "describe");
  EXPECT_EQ(nearest("frobnicate", known), "");
}

TEST(JsonLayout, IsThatOfPython) {
  EXPECT_EQ(
      indented_json(R"({"a":[1,{"b":"x, \"y\": {"}],"c":[],"d":{}})", 2),
      "{\n  \"a\": [\n    1,\n    {\n      \"b\": \"x, \\\"y\\\": {\"\n    }\n  ],\n  \"c\": [],\n  \"d\": {}\n}");
}

TEST(Times, AreForPeople) {
  EXPECT_EQ(utc_time(1796056283530), "2026-11-30 16:31:23 UTC");
  EXPECT_EQ(csv_time(1796056283530), "2026-11-30 16:31:23.530+00:00");
  EXPECT_EQ(csv_time(1796056283000), "2026-11-30 16:31:23+00:00");
  EXPECT_EQ(duration(999), "999ms");
  EXPECT_EQ(duration(80'000), "1m 20s");
  EXPECT_EQ(duration(90'000'000), "1d 1h");
  EXPECT_EQ(byte_size(999), "999 B");
  EXPECT_EQ(byte_size(1'250'000), "1.2 MB");
}

}  // namespace
}  // namespace cairn::cli
