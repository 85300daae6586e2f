// The protocol, byte for byte, against a server on a socket.
#include "http/server.h"

#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <latch>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "http/test_client.h"

namespace cairn::http {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

Router small_router() {
  Router router;
  router.add({Method::kGet, "/hello", [](Request&) { return text("hello"); }});
  router.add({Method::kPost, "/echo", [](Request& request) { return text(request.body); }});
  router.add({Method::kGet, "/named/{name}", [](Request& request) { return text(std::string(request.params[0])); }});
  router.add(
      {Method::kGet, "/peer", [](Request& request) { return text(request.peer + (request.tls ? " tls" : "")); }});
  router.add({Method::kGet, "/throws", [](Request&) -> Response { throw std::runtime_error("secret reason"); }});
  router.add({Method::kGet, "/closes", [](Request&) {
                Response response = text("bye");
                response.headers.add("Connection", "close");
                return response;
              }});
  router.add({Method::kGet, "/empty/{status}", [](Request& request) {
                return Response::of(std::stoi(std::string(request.params[0])), "text/plain", "not to be sent");
              }});
  router.add({Method::kGet, "/large",
              [](Request&) { return Response::of(200, "application/json", std::string(100'000, 'a')); }});
  router.add({Method::kGet, "/pieces", [](Request&) {
                Response response = text("");
                response.body = [](BodyWriter& writer) -> Status {
                  TRY(writer.write("one,"));
                  TRY(writer.write(""));
                  return writer.write("two");
                };
                return response;
              }});
  return router;
}

class ServerTest : public ::testing::Test {
 protected:
  ServerTest() { server_.start(); }

  std::optional<Answer> ask(std::string_view bytes) { return TestClient(server_.port()).ask(bytes); }
  std::optional<Answer> get(std::string path, std::string fields = "") {
    return ask("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n");
  }

  TestServer server_{small_router()};
};

TEST_F(ServerTest, AnswersOneRequestAfterAnotherOnOneConnection) {
  TestClient client(server_.port());
  for (int i = 0; i < 3; ++i) {
    const auto answer = client.ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->body, "hello");
    EXPECT_EQ(answer->field("Content-Length"), "5");
    EXPECT_EQ(answer->field("Content-Type"), "text/plain");
    EXPECT_EQ(answer->field("Connection"), "");
    EXPECT_THAT(answer->field("Date"), EndsWith(" GMT"));
  }
  EXPECT_EQ(client.ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc")->body, "abc");
  EXPECT_EQ(client.ask("GET /named/a%20b HTTP/1.1\r\nHost: x\r\n\r\n")->body, "a%20b");
  EXPECT_EQ(client.ask("GET /peer HTTP/1.1\r\nHost: x\r\n\r\n")->body, "127.0.0.1");
}

TEST_F(ServerTest, ReadsRequestsThatComeByteByByte) {
  TestClient client(server_.port());
  for (const char byte : std::string_view("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc")) {
    ASSERT_TRUE(client.send({&byte, 1}));
    std::this_thread::sleep_for(std::chrono::microseconds(200));
  }
  EXPECT_EQ(client.receive()->body, "abc");
}

TEST_F(ServerTest, AnswersPipelinedRequestsInOrder) {
  constexpr int kRequests = 500;
  std::string bytes;
  for (int i = 0; i < kRequests; ++i) {
    const std::string body = std::to_string(i);
    bytes += "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  }
  TestClient client(server_.port());
  ASSERT_TRUE(client.send(bytes));
  for (int i = 0; i < kRequests; ++i) {
    const auto answer = client.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, std::to_string(i));
  }
}

TEST_F(ServerTest, ClosesWhenEitherSideSaysSo) {
  TestClient client(server_.port());
  const auto asked = client.ask("GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(asked->field("Connection"), "close");
  EXPECT_EQ(asked->body, "hello");
  EXPECT_TRUE(client.at_end());

  TestClient other(server_.port());
  const auto told = other.ask("GET /closes HTTP/1.1\r\nHost: x\r\n\r\nGET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(told->field("Connection"), "close");
  EXPECT_EQ(told->body, "bye");
  EXPECT_TRUE(other.at_end());
}

TEST_F(ServerTest, AnswersWhoHasFinishedSending) {
  TestClient client(server_.port());
  ASSERT_TRUE(client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n"));
  client.finish_sending();
  EXPECT_EQ(client.receive()->body, "hello");
  EXPECT_TRUE(client.at_end());
}

TEST_F(ServerTest, SpeaksHttp10) {
  TestClient client(server_.port());
  const auto kept = client.ask("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_EQ(kept->field("Connection"), "keep-alive");
  EXPECT_EQ(kept->body, "hello");
  const auto last = client.ask("GET /hello HTTP/1.0\r\n\r\n");
  EXPECT_EQ(last->field("Connection"), "close");
  EXPECT_TRUE(client.at_end());

  TestClient streaming(server_.port());
  const auto pieces = streaming.ask("GET /pieces HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_EQ(pieces->field("Transfer-Encoding"), "");
  EXPECT_EQ(pieces->field("Connection"), "close");
  EXPECT_EQ(pieces->body, "one,two");
}

TEST_F(ServerTest, SendsChunksAsTheyAreMade) {
  TestClient client(server_.port());
  ASSERT_TRUE(client.send("GET /pieces HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
  const std::string all = client.receive_all();
  EXPECT_THAT(all, HasSubstr("Transfer-Encoding: chunked\r\n"));
  EXPECT_THAT(all, Not(HasSubstr("Content-Length")));
  EXPECT_THAT(all, EndsWith("\r\n\r\n4\r\none,\r\n3\r\ntwo\r\n0\r\n\r\n"));
  EXPECT_EQ(get("/pieces")->body, "one,two");
}

TEST_F(ServerTest, AnswersHeadWithoutABody) {
  TestClient client(server_.port());
  ASSERT_TRUE(
      client.send("HEAD /hello HTTP/1.1\r\nHost: x\r\n\r\nHEAD /pieces HTTP/1.1\r\nHost: x\r\n\r\n"
                  "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n"));
  const auto plain = client.receive(TestClient::Body::kNone);
  EXPECT_EQ(plain->status, 200);
  EXPECT_EQ(plain->field("Content-Length"), "5");
  const auto pieces = client.receive(TestClient::Body::kNone);
  EXPECT_EQ(pieces->status, 200);
  EXPECT_EQ(pieces->field("Transfer-Encoding"), "chunked");
  EXPECT_EQ(client.receive()->body, "hello");
}

TEST_F(ServerTest, SendsNoBodyWhereTheStatusForbidsIt) {
  TestClient client(server_.port());
  for (const std::string status : {"204", "304"}) {
    ASSERT_TRUE(client.send("GET /empty/" + status + " HTTP/1.1\r\nHost: x\r\n\r\n"));
    const auto answer = client.receive(TestClient::Body::kNone);
    EXPECT_EQ(answer->status, std::stoi(status));
    EXPECT_EQ(answer->field("Content-Length"), "");
  }
  EXPECT_EQ(client.ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")->body, "hello");
}

TEST_F(ServerTest, TellsTheClientToContinue) {
  TestClient client(server_.port());
  const auto go_on = client.ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(go_on->status, 100);
  EXPECT_EQ(client.ask("abc")->body, "abc");
}

TEST_F(ServerTest, DoesNotInviteABodyThatItWillNotRead) {
  TestClient client(server_.port());
  const auto answer =
      client.ask("POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(answer->status, 404);
  EXPECT_EQ(answer->field("Connection"), "close");
  EXPECT_TRUE(client.at_end());
}

TEST_F(ServerTest, SaysWhatItHasNoRouteFor) {
  TestClient client(server_.port());
  EXPECT_EQ(client.ask("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n")->status, 404);
  EXPECT_EQ(client.ask("DELETE /hello HTTP/1.1\r\nHost: x\r\n\r\n")->status, 405);
  EXPECT_EQ(client.ask("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n")->status, 404);
  // A small body is read past, so that the connection can go on.
  EXPECT_EQ(client.ask("POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc")->status, 404);
  EXPECT_EQ(client.ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")->status, 200);
}

TEST_F(ServerTest, RefusesWhatIsMalformedAndCloses) {
  const std::pair<std::string_view, int> kCases[] = {
      {"nonsense\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n", 501},
      {"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n", 501},
      {"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc", 400},
  };
  for (const auto& [bytes, status] : kCases) {
    TestClient client(server_.port());
    const auto answer = client.ask(bytes);
    ASSERT_TRUE(answer) << bytes;
    EXPECT_EQ(answer->status, status) << bytes;
    EXPECT_EQ(answer->field("Connection"), "close");
    EXPECT_TRUE(client.at_end());
  }
}

TEST_F(ServerTest, AnswersWhatCameBeforeTheMalformed) {
  TestClient client(server_.port());
  EXPECT_EQ(client.ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\nnonsense\r\n\r\n")->body, "hello");
  EXPECT_EQ(client.receive()->status, 400);
  EXPECT_TRUE(client.at_end());
}

TEST_F(ServerTest, CompressesForThoseWhoTakeIt) {
  const auto plain = get("/large");
  EXPECT_EQ(plain->body.size(), 100'000u);
  EXPECT_EQ(plain->field("Vary"), "Accept-Encoding");
  const auto packed = get("/large", "Accept-Encoding: gzip\r\n");
  EXPECT_EQ(packed->field("Content-Encoding"), "gzip");
  EXPECT_THAT(packed->body, StartsWith("\x1f\x8b"));
  EXPECT_EQ(packed->field("Content-Length"), std::to_string(packed->body.size()));
  EXPECT_LT(packed->body.size(), 2000u);
}

TEST(ServerHooks, SeeEveryRequestAndResponse) {
  TestServer server(small_router());
  std::mutex mutex;
  std::vector<std::string> log;
  const auto note = [&](std::string line) {
    const std::lock_guard lock(mutex);
    log.push_back(std::move(line));
  };
  server.server().on_request([](const Request& request, Response& response) {
    if (request.headers.get("X-Evil").empty()) return false;
    response = Response::of(403, "text/plain", "no");
    return true;
  });
  server.server().on_response([&](const Request& request, Response& response, std::chrono::nanoseconds) {
    response.headers.add("X-Served", "yes");
    note(request.target + " " + std::to_string(response.status));
  });
  server.server().on_no_route([](const Request& request, const Router::Match& match) {
    return Response::of(match.path_known ? 405 : 404, "application/json", "\"" + request.target + "\"");
  });
  server.server().on_refusal([](int status, std::string_view reason) {
    return Response::of(status, "application/json", "{\"why\":\"" + std::string(reason) + "\"}");
  });
  server.server().on_failure([&](std::string_view line) { note(std::string(line)); });
  server.start();

  TestClient client(server.port());
  EXPECT_EQ(client.ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")->field("X-Served"), "yes");
  EXPECT_EQ(client.ask("GET /hello HTTP/1.1\r\nHost: x\r\nX-Evil: 1\r\n\r\n")->status, 403);
  EXPECT_EQ(client.ask("GET /gone HTTP/1.1\r\nHost: x\r\n\r\n")->body, "\"/gone\"");
  const auto thrown = client.ask("GET /throws HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(thrown->status, 500);
  EXPECT_EQ(thrown->field("X-Served"), "yes");
  EXPECT_THAT(thrown->body, Not(HasSubstr("secret")));
  EXPECT_THAT(client.ask("rubbish\r\n\r\n")->body, StartsWith("{\"why\":\""));

  client.close();
  server.stop();
  EXPECT_THAT(log, ::testing::ElementsAre("/hello 200", "/hello 403", "/gone 404", "GET /throws failed: secret reason",
                                          "/throws 500"));
}

TEST(ServerHooks, SurviveWhatTheObserverThrows) {
  TestServer server(small_router());
  server.server().on_response([](const Request&, Response&, std::chrono::nanoseconds) { throw 42; });
  std::atomic<int> failures = 0;
  server.server().on_failure([&](std::string_view) { ++failures; });
  server.start();
  EXPECT_EQ(TestClient(server.port()).ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")->body, "hello");
  EXPECT_EQ(failures, 1);
}

// Handlers that block leave the others room, up to the bound.
TEST(ServerWorkers, RunHandlersSideBySide) {
  constexpr int kClients = 16;
  std::latch together(kClients);
  Router router;
  router.add({Method::kGet, "/meet", [&](Request&) {
                together.arrive_and_wait();
                return text("met");
              }});
  ServerOptions options;
  options.max_workers = kClients;
  options.io_threads = 2;
  TestServer server(std::move(router), options);
  server.start();
  std::vector<TestClient> clients;
  for (int i = 0; i < kClients; ++i) {
    clients.emplace_back(server.port());
    ASSERT_TRUE(clients.back().send("GET /meet HTTP/1.1\r\nHost: x\r\n\r\n"));
  }
  for (auto& client : clients) EXPECT_EQ(client.receive()->body, "met");
}

TEST(ServerWorkers, HandleTheRequestsOfOneConnectionOneAfterAnother) {
  std::atomic<int> inside = 0;
  std::atomic<int> most = 0;
  Router router;
  router.add({Method::kGet, "/", [&](Request&) {
                most = std::max(most.load(), ++inside);
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
                --inside;
                return text("x");
              }});
  TestServer server(std::move(router));
  server.start();
  TestClient client(server.port());
  std::string bytes;
  for (int i = 0; i < 20; ++i) bytes += "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
  ASSERT_TRUE(client.send(bytes));
  for (int i = 0; i < 20; ++i) EXPECT_EQ(client.receive()->body, "x");
  EXPECT_EQ(most, 1);
}

}  // namespace
}  // namespace cairn::http
