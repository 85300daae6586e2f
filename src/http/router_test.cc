#include "http/router.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cairn::http {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

Router router_of(std::initializer_list<std::pair<Method, const char*>> routes) {
  Router router;
  for (const auto& [method, pattern] : routes) {
    router.add({method, pattern, [](Request&) { return Response{}; }});
  }
  return router;
}

std::string pattern_for(const Router& router, Method method, std::string_view path) {
  const Router::Match match = router.match(method, path);
  return match.route ? match.route->pattern : match.path_known ? "405" : "404";
}

TEST(Router, FindsLiteralsNamesAndRests) {
  const Router router = router_of({{Method::kGet, "/"},
                                   {Method::kGet, "/health"},
                                   {Method::kGet, "/runs/{run}"},
                                   {Method::kGet, "/runs/{run}/tags/{tag}"},
                                   {Method::kGet, "/files/{path...}"}});
  EXPECT_EQ(pattern_for(router, Method::kGet, "/"), "/");
  EXPECT_EQ(pattern_for(router, Method::kGet, "/health"), "/health");
  EXPECT_EQ(pattern_for(router, Method::kGet, "/health/"), "404");
  EXPECT_EQ(pattern_for(router, Method::kGet, "/healthy"), "404");
  EXPECT_EQ(pattern_for(router, Method::kGet, "health"), "404");
  EXPECT_EQ(pattern_for(router, Method::kGet, "*"), "404");
  EXPECT_EQ(pattern_for(router, Method::kGet, ""), "404");

  EXPECT_THAT(router.match(Method::kGet, "/runs/a%2Fb").params, ElementsAre("a%2Fb"));
  EXPECT_THAT(router.match(Method::kGet, "/runs/7/tags/x").params, ElementsAre("7", "x"));
  EXPECT_EQ(pattern_for(router, Method::kGet, "/runs/"), "404");
  EXPECT_EQ(pattern_for(router, Method::kGet, "/runs//tags/x"), "404");

  EXPECT_THAT(router.match(Method::kGet, "/files/a/b/c").params, ElementsAre("a/b/c"));
  EXPECT_THAT(router.match(Method::kGet, "/files/a/").params, ElementsAre("a/"));
  EXPECT_EQ(pattern_for(router, Method::kGet, "/files/"), "404");
  EXPECT_EQ(pattern_for(router, Method::kGet, "/files"), "404");
}

TEST(Router, PrefersLiteralsAndComesBackFromThem) {
  const Router router = router_of({{Method::kGet, "/a/b"},
                                   {Method::kGet, "/a/{x}"},
                                   {Method::kGet, "/a/{x}/c"},
                                   {Method::kGet, "/a/{x...}"},
                                   {Method::kPost, "/a/{x}"}});
  EXPECT_EQ(pattern_for(router, Method::kGet, "/a/b"), "/a/b");
  EXPECT_EQ(pattern_for(router, Method::kGet, "/a/z"), "/a/{x}");
  EXPECT_EQ(pattern_for(router, Method::kGet, "/a/b/c"), "/a/{x}/c");
  EXPECT_EQ(pattern_for(router, Method::kPost, "/a/b"), "/a/{x}");
  const Router::Match rest = router.match(Method::kGet, "/a/b/d");
  EXPECT_EQ(rest.route->pattern, "/a/{x...}");
  EXPECT_THAT(rest.params, ElementsAre("b/d"));
}

TEST(Router, ComparesLiteralsDecoded) {
  const Router router = router_of({{Method::kGet, "/api/2.0/ü b"}, {Method::kGet, "/x/y"}});
  EXPECT_EQ(pattern_for(router, Method::kGet, "/api/2%2e0/%C3%BC%20b"), "/api/2.0/ü b");
  EXPECT_EQ(pattern_for(router, Method::kGet, "/x%2Fy"), "404");
}

TEST(Router, TellsAnUnknownMethodFromAnUnknownPath) {
  const Router router =
      router_of({{Method::kGet, "/a"}, {Method::kPost, "/a"}, {Method::kDelete, "/{any}"}, {Method::kPut, "/b"}});
  EXPECT_EQ(pattern_for(router, Method::kPatch, "/a"), "405");
  EXPECT_EQ(pattern_for(router, Method::kPatch, "/a/b"), "404");
  EXPECT_THAT(router.match(Method::kPatch, "/z").params, IsEmpty());
  EXPECT_THAT(router.methods("/a"), UnorderedElementsAre(Method::kGet, Method::kHead, Method::kPost, Method::kDelete));
  EXPECT_THAT(router.methods("/a/b"), IsEmpty());
}

TEST(Router, ServesHeadByGet) {
  const Router router = router_of({{Method::kGet, "/a"}, {Method::kPost, "/p"}, {Method::kHead, "/h"}});
  EXPECT_EQ(pattern_for(router, Method::kHead, "/a"), "/a");
  EXPECT_EQ(pattern_for(router, Method::kHead, "/h"), "/h");
  EXPECT_EQ(pattern_for(router, Method::kHead, "/p"), "405");
}

}  // namespace
}  // namespace cairn::http
