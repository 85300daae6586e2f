#include "http/server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/test_client.h"

namespace cairn::http {
namespace {

Response text(std::string body) { return Response::of(200, "text/plain", std::move(body)); }

Router small_router() {
  Router router;
  router.add({Method::kGet, "/hello", [](Request&) { return text("hello"); }});
  router.add({Method::kPost, "/echo", [](Request& request) { return text(request.body); }});
  router.add({Method::kGet, "/named/{name}", [](Request& request) { return text(std::string(request.params[0])); }});
  router.add({Method::kGet, "/throws", [](Request&) -> Response { throw std::runtime_error("secret reason"); }});
  return router;
}

TEST(Server, AnswersOneRequestAfterAnotherOnOneConnection) {
  TestServer server(small_router());
  server.start();
  TestClient client(server.port());
  for (int i = 0; i < 3; ++i) {
    const auto answer = client.ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->body, "hello");
    EXPECT_EQ(answer->field("Content-Length"), "5");
    EXPECT_EQ(answer->field("Content-Type"), "text/plain");
    EXPECT_EQ(answer->field("Connection"), "");
    EXPECT_THAT(answer->field("Date"), ::testing::EndsWith(" GMT"));
  }
  const auto echo = client.ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");
  ASSERT_TRUE(echo);
  EXPECT_EQ(echo->body, "abc");
  EXPECT_EQ(client.ask("GET /named/a%20b HTTP/1.1\r\nHost: x\r\n\r\n")->body, "a%20b");
}

TEST(Server, SaysWhatItHasNoRouteFor) {
  TestServer server(small_router());
  server.start();
  TestClient client(server.port());
  EXPECT_EQ(client.ask("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n")->status, 404);
  EXPECT_EQ(client.ask("DELETE /hello HTTP/1.1\r\nHost: x\r\n\r\n")->status, 405);
  EXPECT_EQ(client.ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")->status, 200);
}

}  // namespace
}  // namespace cairn::http
