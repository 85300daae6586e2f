#include "api/security.h"

#include <gtest/gtest.h>

namespace cairn::api {
namespace {

http::Request request(http::Method method, std::string target, std::string host, std::string origin = "") {
  http::Request made;
  made.method = method;
  made.target = std::move(target);
  made.headers.add("Host", std::move(host));
  if (!origin.empty()) made.headers.add("Origin", std::move(origin));
  return made;
}

int status_of(const Security& security, const http::Request& request) {
  http::Response response;
  return security.intercepts(request, response) ? response.status : 0;
}

TEST(Security, AcceptsThisMachineAndPrivateAddressesOnly) {
  const Security security({});
  for (const char* host : {"localhost", "localhost:5000", "127.0.0.1:80", "[::1]:5000", "192.168.1.7", "10.0.0.1:5000",
                           "172.16.0.1", "172.31.9.9:1"}) {
    EXPECT_EQ(status_of(security, request(http::Method::kGet, "/api/2.0/x", host)), 0) << host;
  }
  for (const char* host : {"evil.example", "172.32.0.1", "localhost.evil.example", ""}) {
    EXPECT_EQ(status_of(security, request(http::Method::kGet, "/api/2.0/x", host)), 403) << host;
  }
}

TEST(Security, HealthNeedsNoHost) {
  const Security security({});
  EXPECT_EQ(status_of(security, request(http::Method::kGet, "/health", "anything.example")), 0);
}

TEST(Security, ForeignPagesMayReadButNotChange) {
  const Security security({});
  const auto from = [](http::Method method, const char* origin) {
    return request(method, "/api/2.0/mlflow/runs/create", "localhost", origin);
  };
  EXPECT_EQ(status_of(security, from(http::Method::kPost, "http://evil.example")), 403);
  EXPECT_EQ(status_of(security, from(http::Method::kDelete, "http://localhost.evil.example")), 403);
  EXPECT_EQ(status_of(security, from(http::Method::kGet, "http://evil.example")), 0);
  EXPECT_EQ(status_of(security, from(http::Method::kPost, "http://localhost:3000")), 0);
}

TEST(Security, ItsOwnPagesMayChange) {
  const auto from = [](std::string host, std::string origin) {
    return request(http::Method::kPost, "/api/2.0/mlflow/runs/create", std::move(host), std::move(origin));
  };
  const Security usual({});
  EXPECT_EQ(status_of(usual, from("192.168.1.7:5000", "http://192.168.1.7:5000")), 0);
  EXPECT_EQ(status_of(usual, from("192.168.1.7:5000", "http://192.168.1.8:5000")), 403);
  EXPECT_EQ(status_of(usual, from("192.168.1.7:5000", "http://192.168.1.7:8080")), 403);
  EXPECT_EQ(status_of(usual, from("10.evil.example", "http://10.evil.example")), 403);  // a name like an address

  const Security named({.allowed_hosts = {"ml.example", "ml.example:*"}});
  EXPECT_EQ(status_of(named, from("ml.example", "https://ml.example")), 0);
  EXPECT_EQ(status_of(named, from("ml.example:8443", "https://ml.example:8443")), 0);
  EXPECT_EQ(status_of(named, from("ml.example", "https://other.example")), 403);

  for (const char* any : {"*", "*:*"}) {
    const Security open({.allowed_hosts = {any, "localhost"}});
    EXPECT_EQ(status_of(open, from("evil.example:80", "http://evil.example:80")), 403) << any;
  }
}

TEST(Security, SettingsOpenIt) {
  const Security security({.allowed_hosts = {"*.team.example"}, .cors_allowed_origins = {"https://*.team.example"}});
  EXPECT_EQ(status_of(security, request(http::Method::kPost, "/api/x", "ml.team.example", "https://ui.team.example")),
            0);
  EXPECT_EQ(status_of(security, request(http::Method::kGet, "/api/x", "localhost")), 403);
}

TEST(Pattern, StarStandsForAnything) {
  EXPECT_TRUE(matches_pattern("a*c", "abbc"));
  EXPECT_TRUE(matches_pattern("*", ""));
  EXPECT_FALSE(matches_pattern("a*c", "abbd"));
  EXPECT_FALSE(matches_pattern("abc", "abcd"));
}

}  // namespace
}  // namespace cairn::api
