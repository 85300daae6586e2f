#include "http/message.h"

#include <gtest/gtest.h>

#include "http/text.h"

namespace cairn::http {
namespace {

TEST(Headers, FindsNamesWithoutRegardToCase) {
  Headers headers;
  headers.add("Content-Type", "text/plain");
  headers.add("X-A", "1");
  headers.add("x-a", "2");
  EXPECT_EQ(headers.get("content-type"), "text/plain");
  EXPECT_EQ(headers.get("X-a"), "1");
  EXPECT_EQ(headers.get("X-B"), "");
  EXPECT_EQ(headers.find("X-B"), nullptr);
}

TEST(Headers, SetLeavesOneField) {
  Headers headers;
  headers.add("X-A", "1");
  headers.add("X-B", "2");
  headers.add("x-a", "3");
  headers.set("X-a", "4");
  headers.set("X-C", "5");
  std::string all;
  for (const auto& [name, value] : headers) all += name + "=" + value + ";";
  EXPECT_EQ(all, "X-A=4;X-B=2;X-C=5;");
}

TEST(Request, SplitsItsTarget) {
  Request request;
  request.target = "/a/b?c=d?e";
  EXPECT_EQ(request.path(), "/a/b");
  EXPECT_EQ(request.query(), "c=d?e");
  request.target = "/a";
  EXPECT_EQ(request.path(), "/a");
  EXPECT_EQ(request.query(), "");
}

TEST(Text, FindsTokensInLists) {
  EXPECT_TRUE(list_has("a, Close ,b", "close"));
  EXPECT_TRUE(list_has("close", "close"));
  EXPECT_FALSE(list_has("closed, not-close", "close"));
  EXPECT_FALSE(list_has("", "close"));
}

}  // namespace
}  // namespace cairn::http
