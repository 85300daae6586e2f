#include "http/query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cairn::http {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

TEST(PercentDecode, DecodesEscapesAndLeavesTheRest) {
  EXPECT_EQ(percent_decode("a%20b%2Fc%2f"), "a b/c/");
  EXPECT_EQ(percent_decode("%C3%BC"), "ü");
  EXPECT_EQ(percent_decode("a+b"), "a+b");
  EXPECT_EQ(percent_decode("%00"), std::string(1, '\0'));
  EXPECT_EQ(percent_decode("100%"), "100%");
  EXPECT_EQ(percent_decode("%4"), "%4");
  EXPECT_EQ(percent_decode("%zz%41"), "%zzA");
  EXPECT_EQ(percent_decode("%%41"), "%A");
}

TEST(ParseQuery, KeepsOrderAndRepeatedKeys) {
  EXPECT_THAT(parse_query("b=1&a=2&b=3"), ElementsAre(Pair("b", "1"), Pair("a", "2"), Pair("b", "3")));
}

TEST(ParseQuery, DecodesKeysAndValuesAfterSplitting) {
  EXPECT_THAT(parse_query("a%3Db=c%26d&x+y=1+2%2B3"), ElementsAre(Pair("a=b", "c&d"), Pair("x y", "1 2+3")));
}

TEST(ParseQuery, TakesWhatIsMissingAsEmpty) {
  EXPECT_THAT(parse_query(""), IsEmpty());
  EXPECT_THAT(parse_query("&&"), IsEmpty());
  EXPECT_THAT(parse_query("a&b=&=c&d=e=f"), ElementsAre(Pair("a", ""), Pair("b", ""), Pair("", "c"), Pair("d", "e=f")));
}

TEST(PercentEncode, KeepsOnlyUnreservedCharacters) {
  EXPECT_EQ(percent_encode("a b/ü+%~_.-", Slashes::kKeep), "a%20b/%C3%BC%2B%25~_.-");
  EXPECT_EQ(percent_encode("a/b*'()!", Slashes::kEncode), "a%2Fb%2A%27%28%29%21");
}

}  // namespace
}  // namespace cairn::http
