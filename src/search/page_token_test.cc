#include "search/page_token.h"

#include <gtest/gtest.h>
#include <string>

#include "core/base64.h"

namespace cairn::search {
namespace {

TEST(PageToken, IsWhatMlflowWrites) {
  EXPECT_EQ(make_page_token(5), "eyJvZmZzZXQiOiA1fQ==");
  EXPECT_EQ(make_page_token(100), "eyJvZmZzZXQiOiAxMDB9");
  for (const std::int64_t offset : {std::int64_t{1}, std::int64_t{49}, std::int64_t{1} << 40}) {
    EXPECT_EQ(*read_page_token(make_page_token(offset)), offset);
  }
}

TEST(PageToken, AnEmptyOneIsTheFirstPage) { EXPECT_EQ(*read_page_token(""), 0); }

TEST(PageToken, ANegativeOffsetIsTheFirstPage) { EXPECT_EQ(*read_page_token(base64_encode(R"({"offset": -3})")), 0); }

TEST(PageToken, NamesAPlaceThatMlflowPassesOver) {
  const PageStart start{100, Place{"0", std::nullopt, "na\"me\n\u00e9", ""}};
  const auto read = read_page_start(make_page_token(start));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->offset, 100);
  EXPECT_EQ(read->after, start.after);
  EXPECT_EQ(*read_page_token(make_page_token(start)), 100);
  for (const char* without : {R"({"offset": 5})", R"({"offset": 5, "after": 3})", R"({"offset": 5, "after": [1]})"}) {
    const auto plain = read_page_start(base64_encode(without));
    ASSERT_TRUE(plain.ok()) << without;
    EXPECT_EQ(plain->after, std::nullopt) << without;
  }
}

TEST(PageToken, ShowsWhatItCouldNotRead) {
  struct Wrong {
    std::string token;
    std::string message;
  };
  const Wrong wrongs[] = {
      {"abcde", "Invalid page token, could not base64-decode"},
      {base64_encode("\xFF'"), "Invalid page token, decoded value=b\"\\xff'\""},
      {base64_encode(R"({"offset": 0, "a": [1.0, null, "x"]})"),
       "Invalid page token, parsed value={'offset': 0, 'a': [1.0, None, 'x']}"},
      {base64_encode(R"({"offset": "five"})"), "Invalid page token, not stringable five"},
      {base64_encode(R"({"offset": 1e300})"), "Invalid page token, not stringable 1e+300"},
  };
  for (const Wrong& wrong : wrongs) {
    const auto offset = read_page_token(wrong.token);
    ASSERT_FALSE(offset.ok()) << wrong.token;
    EXPECT_EQ(offset.error().message(), wrong.message);
    EXPECT_EQ(offset.error().code(), ErrorCode::kInvalidParameterValue);
  }
}

TEST(PageToken, SurvivesDeepNesting) { EXPECT_FALSE(read_page_token(base64_encode(std::string(100'000, '['))).ok()); }

}  // namespace
}  // namespace cairn::search
