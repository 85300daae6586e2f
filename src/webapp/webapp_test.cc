#include "webapp/webapp.h"

#include <gtest/gtest.h>

namespace cairn::webapp {
namespace {

constexpr EmbeddedFile kFiles[] = {
    {"/index.html", "text/html", "aaaa", Lifetime::kUntilChanged, "<html>", "gzipped", "brotlied"},
    {"/assets/app-1.js", "text/javascript", "bbbb", Lifetime::kForEver, "js", {}, {}},
};

http::Request get(std::string target) {
  http::Request request;
  request.target = std::move(target);
  return request;
}

http::Response serve(const http::Request& request) {
  auto response = webapp::serve(request, request.path(), kFiles);
  EXPECT_TRUE(response.has_value()) << request.target;
  return response ? std::move(*response) : http::Response{};
}

const std::string& body(const http::Response& response) { return std::get<std::string>(response.body); }

TEST(WebAppTest, TheRootIsThePage) {
  const http::Response response = serve(get("/?x=1"));
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(body(response), "<html>");
  EXPECT_EQ(response.headers.get("Content-Type"), "text/html");
}

TEST(WebAppTest, ThePageIsAskedForAgainAndItsPartsNever) {
  EXPECT_EQ(serve(get("/")).headers.get("Cache-Control"), "no-cache");
  EXPECT_EQ(serve(get("/assets/app-1.js")).headers.get("Cache-Control"), "public, max-age=31536000, immutable");
}

TEST(WebAppTest, TheBestCodingThatTheClientTakesIsChosen) {
  struct Case {
    const char* accepted;
    const char* coding;
    const char* bytes;
  };
  for (const Case& each : {Case{"gzip, deflate, br", "br", "brotlied"}, Case{"gzip", "gzip", "gzipped"},
                           Case{"br;q=0, gzip", "gzip", "gzipped"}, Case{"identity", "", "<html>"}}) {
    http::Request request = get("/");
    request.headers.add("Accept-Encoding", each.accepted);
    const http::Response response = serve(request);
    EXPECT_EQ(response.headers.get("Content-Encoding"), each.coding) << each.accepted;
    EXPECT_EQ(body(response), each.bytes) << each.accepted;
    EXPECT_EQ(response.headers.get("Vary"), "Accept-Encoding");
  }
}

TEST(WebAppTest, AFileThatDoesNotShrinkGoesAsItIs) {
  http::Request request = get("/assets/app-1.js");
  request.headers.add("Accept-Encoding", "br, gzip");
  const http::Response response = serve(request);
  EXPECT_EQ(response.headers.find("Content-Encoding"), nullptr);
  EXPECT_EQ(body(response), "js");
}

TEST(WebAppTest, WhatTheClientHasIsNotSentAgain) {
  http::Request request = get("/");
  request.headers.add("Accept-Encoding", "br");
  const std::string tag(serve(request).headers.get("ETag"));
  EXPECT_EQ(tag, "\"aaaa-br\"");

  request.headers.add("If-None-Match", "\"other\", W/" + tag);
  const http::Response response = serve(request);
  EXPECT_EQ(response.status, 304);
  EXPECT_EQ(body(response), "");
  EXPECT_EQ(response.headers.get("ETag"), tag);
}

TEST(WebAppTest, AnotherCodingIsAnotherThing) {
  http::Request request = get("/");
  request.headers.add("Accept-Encoding", "gzip");
  request.headers.add("If-None-Match", "\"aaaa-br\"");
  EXPECT_EQ(serve(request).status, 200);
}

TEST(WebAppTest, OnlyOurOwnScriptsMayRun) {
  const http::Response response = serve(get("/"));
  const std::string_view policy = response.headers.get("Content-Security-Policy");
  EXPECT_NE(policy.find("default-src 'none'"), std::string_view::npos);
  EXPECT_NE(policy.find("script-src 'self';"), std::string_view::npos);
  EXPECT_EQ(policy.find("unsafe"), std::string_view::npos);
}

TEST(WebAppTest, ThePrefixWithoutItsSlashLeadsIntoTheFolder) {
  const auto response = webapp::serve(get("/tools/cairn?a=1"), "", kFiles);
  ASSERT_TRUE(response.has_value());
  EXPECT_EQ(response->status, 308);
  EXPECT_EQ(response->headers.get("Location"), "/tools/cairn/?a=1");
}

TEST(WebAppTest, OtherPathsAndMethodsAreNotItsBusiness) {
  EXPECT_FALSE(webapp::serve(get("/api/2.0/mlflow/runs/get"), "/api/2.0/mlflow/runs/get", kFiles).has_value());
  EXPECT_FALSE(webapp::serve(get("/assets/../index.html"), "/assets/../index.html", kFiles).has_value());
  http::Request post = get("/");
  post.method = http::Method::kPost;
  EXPECT_FALSE(webapp::serve(post, "/", kFiles).has_value());
}

TEST(WebAppTest, ABuildWithoutTheAppServesNothing) {
  EXPECT_FALSE(webapp::serve(get("/"), "/", {}).has_value());
  EXPECT_FALSE(webapp::serve(get("/prefix"), "", {}).has_value());
}

}  // namespace
}  // namespace cairn::webapp
