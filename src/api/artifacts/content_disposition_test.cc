#include "api/artifacts/content_disposition.h"

#include <gtest/gtest.h>

namespace cairn::api {
namespace {

TEST(Attachment, NamesItsFile) {
  EXPECT_EQ(attachment("a.txt"), "attachment; filename=a.txt");
  EXPECT_EQ(attachment("a b.txt"), R"(attachment; filename="a b.txt")");
  EXPECT_EQ(attachment(R"(a"b\c.txt)"), R"(attachment; filename="a\"b\\c.txt")");
  EXPECT_EQ(attachment("a;b.txt"), R"(attachment; filename="a;b.txt")");
  EXPECT_EQ(attachment("a'b(c).txt"), R"(attachment; filename="a'b(c).txt")");
  EXPECT_EQ(attachment(""), R"(attachment; filename="")");
}

// What MLflow's function gives for the same names.
TEST(Attachment, NamesItTwiceIfItIsNotAscii) {
  EXPECT_EQ(attachment("é.txt"), "attachment; filename=e.txt; filename*=UTF-8''%C3%A9.txt");
  EXPECT_EQ(attachment("naïve “x”.png"),
            R"(attachment; filename="naive x.png"; filename*=UTF-8''na%C3%AFve%20%E2%80%9Cx%E2%80%9D.png)");
  EXPECT_EQ(attachment("日本語"), "attachment; filename=download; filename*=UTF-8''%E6%97%A5%E6%9C%AC%E8%AA%9E");
  EXPECT_EQ(attachment("日本語.csv"), "attachment; filename=.csv; filename*=UTF-8''%E6%97%A5%E6%9C%AC%E8%AA%9E.csv");
  EXPECT_EQ(attachment("ﬁne ½ Ａ①.txt"),
            R"(attachment; filename="fine 12 A1.txt"; filename*=UTF-8''%EF%AC%81ne%20%C2%BD%20%EF%BC%A1%E2%91%A0.txt)");
  EXPECT_EQ(attachment("\U0001d400\U0001d401\U0001d402.txt"),
            "attachment; filename=ABC.txt; filename*=UTF-8''%F0%9D%90%80%F0%9D%90%81%F0%9D%90%82.txt");
  EXPECT_EQ(attachment("ß ø.bin"), R"(attachment; filename=" .bin"; filename*=UTF-8''%C3%9F%20%C3%B8.bin)");
}

}  // namespace
}  // namespace cairn::api
