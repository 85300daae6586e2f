// What the server does not put up with: slow clients, large requests, too many connections.
#include <atomic>
#include <chrono>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <thread>
#include <vector>

#include "http/server.h"
#include "http/test_client.h"

namespace cairn::http {
namespace {

using namespace std::chrono_literals;

TestServer small_server(ServerOptions options) {
  Router router;
  router.add({Method::kGet, "/hello", [](Request&) { return text("hello"); }});
  router.add({Method::kPost, "/size", [](Request& request) { return text(std::to_string(request.body.size())); }});
  router.add({Method::kGet, "/large", [](Request&) { return text(std::string(64 << 20, 'x')); }});
  return TestServer(std::move(router), options);
}

std::chrono::milliseconds since(std::chrono::steady_clock::time_point begun) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
}

TEST(ServerLimits, RefuseWhatIsTooLarge) {
  ServerOptions options;
  options.max_header_bytes = 4096;
  options.max_body_bytes = 10'000;
  TestServer server = small_server(options);
  server.start();
  const auto status = [&](const std::string& bytes) {
    TestClient client(server.port());
    const auto answer = client.ask(bytes);
    if (!answer) return 0;
    EXPECT_EQ(answer->field("Connection"), answer->status == 200 ? "" : "close");
    EXPECT_TRUE(answer->status == 200 || client.at_end());
    return answer->status;
  };
  const std::string post = "POST /size HTTP/1.1\r\nHost: x\r\n";
  EXPECT_EQ(status("GET /" + std::string(3000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n"), 414);
  EXPECT_EQ(status("GET /" + std::string(100'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n"), 414);
  EXPECT_EQ(status("GET /hello HTTP/1.1\r\nHost: x\r\nX: " + std::string(4096, 'a') + "\r\n\r\n"), 431);
  EXPECT_EQ(status("GET /hello HTTP/1.1\r\nHost: x\r\nX: " + std::string(3000, 'a') + "\r\n\r\n"), 200);
  EXPECT_EQ(status(post + "Content-Length: 10001\r\n\r\n"), 413);
  EXPECT_EQ(status(post + "Content-Length: 10001\r\nExpect: 100-continue\r\n\r\n"), 413);
  EXPECT_EQ(status(post + "Content-Length: 10000\r\n\r\n" + std::string(10'000, 'a')), 200);
  EXPECT_EQ(status(post + "Transfer-Encoding: chunked\r\n\r\n2711\r\n" + std::string(10'001, 'a') + "\r\n0\r\n\r\n"),
            413);
}

// The client is still sending when it is refused: a reset must not take the answer from it.
TEST(ServerLimits, LetTheClientReadWhyItWasRefused) {
  ServerOptions options;
  options.max_body_bytes = 1000;
  TestServer server = small_server(options);
  server.start();
  constexpr std::size_t kBody = 8 << 20;
  TestClient client(server.port());
  client.send("POST /size HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(kBody) + "\r\n\r\n");
  client.send(std::string(kBody, 'a'));
  const auto answer = client.receive();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 413);
}

TEST(ServerLimits, EndARequestThatDoesNotArrive) {
  ServerOptions options;
  options.header_timeout = 100ms;
  TestServer server = small_server(options);
  server.start();
  TestClient client(server.port());
  const auto begun = std::chrono::steady_clock::now();
  ASSERT_TRUE(client.send("GET /hello HTTP/1.1\r\nHo"));
  // More bytes win no more time.
  std::thread drip([&] {
    for (int i = 0; i < 8; ++i) {
      std::this_thread::sleep_for(20ms);
      client.send("x");
    }
  });
  const auto answer = client.receive();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 408);
  EXPECT_EQ(answer->field("Connection"), "close");
  EXPECT_GE(since(begun), 90ms);
  drip.join();
}

TEST(ServerLimits, EndAnIdleConnectionWithoutAWord) {
  ServerOptions options;
  options.idle_timeout = 100ms;
  TestServer server = small_server(options);
  server.start();
  TestClient fresh(server.port());
  TestClient used(server.port());
  EXPECT_EQ(used.ask(kHello)->body, "hello");
  EXPECT_TRUE(fresh.at_end());
  EXPECT_TRUE(used.at_end());
}

TEST(ServerLimits, EndABodyThatStalls) {
  ServerOptions options;
  options.stall_timeout = 1s;
  TestServer server = small_server(options);
  server.start();
  TestClient client(server.port());
  ASSERT_TRUE(client.send("POST /size HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc"));
  EXPECT_TRUE(client.at_end());

  TestClient steady(server.port());
  ASSERT_TRUE(steady.send("POST /size HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n"));
  for (int i = 0; i < 5; ++i) {
    std::this_thread::sleep_for(300ms);
    ASSERT_TRUE(steady.send("x"));
  }
  EXPECT_EQ(steady.receive()->body, "5");
}

TEST(ServerLimits, EndAClientThatDoesNotRead) {
  ServerOptions options;
  options.stall_timeout = 100ms;
  TestServer server = small_server(options);
  server.start();
  TestClient client(server.port());
  ASSERT_TRUE(client.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n"));
  std::this_thread::sleep_for(400ms);
  EXPECT_FALSE(client.receive());
}

TEST(ServerLimits, WaitForASlowReaderWhoReads) {
  ServerOptions options;
  options.stall_timeout = 300ms;
  TestServer server = small_server(options);
  server.start();
  TestClient client(server.port());
  ASSERT_TRUE(client.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n"));
  std::this_thread::sleep_for(50ms);
  const auto answer = client.receive();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->body.size(), 64u << 20);
  EXPECT_EQ(client.ask(kHello)->body, "hello");
}

TEST(ServerLimits, TurnAwayWhoIsTooMany) {
  ServerOptions options;
  options.max_connections = 3;
  TestServer server = small_server(options);
  server.start();
  std::vector<TestClient> served;
  for (int i = 0; i < 3; ++i) {
    served.emplace_back(server.port());
    EXPECT_EQ(served.back().ask(kHello)->body, "hello");
  }
  {
    TestClient refused(server.port());
    const auto answer = refused.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 503);
    EXPECT_EQ(answer->field("Retry-After"), "1");
    EXPECT_EQ(answer->field("Connection"), "close");
    EXPECT_TRUE(refused.at_end());
  }
  EXPECT_EQ(served[0].ask(kHello)->body, "hello");
  served.pop_back();
  for (int tries = 0; tries < 100; ++tries) {
    TestClient again(server.port());
    const auto answer = again.ask(kHello);
    if (answer && answer->status == 200) return;
    std::this_thread::sleep_for(10ms);
  }
  FAIL() << "the place that became free was not given away";
}

TEST(ServerLimits, WaitForDescriptorsRatherThanFail) {
  TestServer server = small_server({});
  // What it says is looked at when there are descriptors again: sanitizers need some themselves.
  std::atomic<int> complaints = 0;
  std::string first_complaint;
  server.server().on_failure([&](std::string_view line) {
    if (complaints == 0) first_complaint = line;
    ++complaints;
  });
  server.start();
  TestClient known(server.port());
  ASSERT_TRUE(known.ask(kHello));
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  Fd socket = TestClient::new_socket();
  rlimit none = before;
  none.rlim_cur = static_cast<rlim_t>(socket.get()) + 1;
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &none), 0);
  TestClient waits(std::move(socket), server.port());
  while (complaints == 0) std::this_thread::sleep_for(1ms);
  const auto answered = known.ask(kHello);
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
  EXPECT_THAT(first_complaint, ::testing::HasSubstr("ulimit -n"));
  EXPECT_EQ(answered->body, "hello");
  EXPECT_EQ(waits.ask(kHello)->body, "hello");
}

TEST(ServerLimits, ServeThousandsOfOpenConnections) {
  constexpr std::size_t kConnections = 4000;
  rlimit files{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &files), 0);
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
  if (files.rlim_cur < 2 * kConnections + 100) GTEST_SKIP() << "needs 'ulimit -n 8100' or more";

  ServerOptions options;
  options.io_threads = 2;
  TestServer server = small_server(options);
  server.start();
  std::vector<TestClient> clients;
  for (std::size_t i = 0; i < kConnections; ++i) {
    clients.emplace_back(server.port());
    ASSERT_TRUE(clients.back().connected()) << i;
  }
  for (auto& client : clients) ASSERT_TRUE(client.send(kHello));
  for (auto& client : clients) {
    const auto answer = client.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, "hello");
  }
  EXPECT_EQ(clients.front().ask(kHello)->body, "hello");
}

}  // namespace
}  // namespace cairn::http
