#include "api/wire/endpoint.h"

#include <gtest/gtest.h>

namespace cairn::api {
namespace {

http::Request request_with(std::vector<std::string_view> params) {
  http::Request request;
  request.params = std::move(params);
  return request;
}

TEST(PathNames, AreDecodedOnce) {
  const auto names = path_names(request_with({"m-1", "a%20b%252F", "%C3%A9"}));
  ASSERT_TRUE(names.has_value());
  EXPECT_EQ(*names, (PathNames{"m-1", "a b%2F", "\xC3\xA9"}));
}

TEST(PathNames, WithAnEncodedSlashAreAnotherPath) {
  EXPECT_FALSE(path_names(request_with({"m-1", "a%2Fb"})).has_value());
  EXPECT_FALSE(path_names(request_with({"%2f"})).has_value());
}

TEST(PathNames, KeepBytesThatAreNoTextEncoded) {
  const auto names = path_names(request_with({"a%FF"}));
  ASSERT_TRUE(names.has_value());
  EXPECT_EQ(names->front(), "a%FF");
}

TEST(NoSuchPage, TellsAnUnknownPathFromAnotherMethod) {
  EXPECT_EQ(no_such_page(false).status, 404);
  EXPECT_EQ(no_such_page(true).status, 405);
}

}  // namespace
}  // namespace cairn::api
