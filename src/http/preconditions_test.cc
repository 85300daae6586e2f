#include "http/preconditions.h"

#include <gtest/gtest.h>

#include "http/date.h"

namespace cairn::http {
namespace {

using namespace std::chrono_literals;

const auto kModified = *parse_date("Sun, 06 Nov 1994 08:49:37 GMT") + 500ms;
const Validators kCurrent{"\"v2\"", kModified};

Headers with(std::initializer_list<std::pair<const char*, const char*>> fields) {
  Headers headers;
  for (const auto& [name, value] : fields) headers.add(name, value);
  return headers;
}

Precondition check(std::initializer_list<std::pair<const char*, const char*>> fields) {
  return check_preconditions(with(fields), kCurrent);
}

constexpr const char* kBefore = "Sun, 06 Nov 1994 08:49:36 GMT";
constexpr const char* kSameSecond = "Sun, 06 Nov 1994 08:49:37 GMT";

TEST(Preconditions, TellWhetherACopyIsStillGood) {
  EXPECT_EQ(check({}), Precondition::kHolds);
  EXPECT_EQ(check({{"If-None-Match", "\"v2\""}}), Precondition::kNotModified);
  EXPECT_EQ(check({{"If-None-Match", "\"v1\", W/\"v2\""}}), Precondition::kNotModified);
  EXPECT_EQ(check({{"If-None-Match", "*"}}), Precondition::kNotModified);
  EXPECT_EQ(check({{"If-None-Match", "\"v1\""}}), Precondition::kHolds);
  EXPECT_EQ(check({{"If-Modified-Since", kSameSecond}}), Precondition::kNotModified);
  EXPECT_EQ(check({{"If-Modified-Since", kBefore}}), Precondition::kHolds);
  EXPECT_EQ(check({{"If-Modified-Since", "yesterday"}}), Precondition::kHolds);
  EXPECT_EQ(check({{"If-None-Match", "\"v1\""}, {"If-Modified-Since", kSameSecond}}), Precondition::kHolds);
}

TEST(Preconditions, TellWhetherAChangeIsKnown) {
  EXPECT_EQ(check({{"If-Match", "\"v2\""}}), Precondition::kHolds);
  EXPECT_EQ(check({{"If-Match", "\"v1\""}}), Precondition::kFailed);
  EXPECT_EQ(check({{"If-Unmodified-Since", kSameSecond}}), Precondition::kHolds);
  EXPECT_EQ(check({{"If-Unmodified-Since", kBefore}}), Precondition::kFailed);
  EXPECT_EQ(check({{"If-Match", "\"v2\""}, {"If-Unmodified-Since", kBefore}}), Precondition::kHolds);
}

TEST(Preconditions, TellWhetherARangeIsOfUse) {
  EXPECT_TRUE(range_applies(with({}), kCurrent));
  EXPECT_TRUE(range_applies(with({{"If-Range", "\"v2\""}}), kCurrent));
  EXPECT_TRUE(range_applies(with({{"If-Range", kSameSecond}}), kCurrent));
  EXPECT_FALSE(range_applies(with({{"If-Range", "\"v1\""}}), kCurrent));
  EXPECT_FALSE(range_applies(with({{"If-Range", "W/\"v2\""}}), kCurrent));
  EXPECT_FALSE(range_applies(with({{"If-Range", kBefore}}), kCurrent));
}

TEST(ParseDate, ReadsWhatItsOppositeWrites) {
  for (const char* text : {kBefore, "Thu, 29 Feb 2024 00:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT"}) {
    ASSERT_TRUE(parse_date(text)) << text;
    EXPECT_EQ(format_date(*parse_date(text)), text);
  }
}

TEST(ParseDate, ReadsNothingElse) {
  for (const char* text :
       {"", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 GMT ", "Sun, 31 Feb 1994 08:49:37 GMT",
        "Sun, 06 Xyz 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun, -6 Nov 1994 08:49:37 GMT"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

}  // namespace
}  // namespace cairn::http
