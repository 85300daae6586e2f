// How the server begins and ends.
#include <atomic>
#include <chrono>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <latch>
#include <thread>

#include "http/server.h"
#include "http/test_client.h"

namespace cairn::http {
namespace {

using namespace std::chrono_literals;
using ::testing::AllOf;
using ::testing::HasSubstr;

Router router_with(Handler handler) {
  Router router;
  router.add({Method::kGet, "/", std::move(handler)});
  return router;
}

std::string failure_of(ServerOptions options) {
  const auto server = Server::open(std::move(options), Router());
  return server.ok() ? "" : server.error().message();
}

TEST(ServerOpen, SaysWhereItCannotListenAndWhatToDo) {
  TestServer first(router_with([](Request&) { return text("x"); }));
  ServerOptions taken;
  taken.port = first.port();
  EXPECT_THAT(failure_of(taken), AllOf(HasSubstr("127.0.0.1:" + std::to_string(first.port())),
                                       HasSubstr("already in use"), HasSubstr("choose another port")));
  ServerOptions nowhere;
  nowhere.host = "no-such-host.invalid";
  EXPECT_THAT(failure_of(nowhere), AllOf(HasSubstr("'no-such-host.invalid'"), HasSubstr("127.0.0.1")));
  ServerOptions foreign;
  foreign.host = "192.0.2.1";
  foreign.port = 0;
  EXPECT_THAT(failure_of(foreign), AllOf(HasSubstr("192.0.2.1"), HasSubstr("address of this machine")));
}

TEST(ServerOpen, TakesNamesAndAddresses) {
  for (const std::string host : {"localhost", "127.0.0.1", "0.0.0.0"}) {
    ServerOptions options;
    options.host = host;
    TestServer server(router_with([](Request&) { return text("x"); }), options);
    server.start();
    EXPECT_NE(server.port(), 0) << host;
  }
}

TEST(ServerOpen, TakesIpv6) {
  Fd probe(::socket(AF_INET6, SOCK_STREAM, 0));
  sockaddr_in6 address{};
  address.sin6_family = AF_INET6;
  address.sin6_addr = in6addr_loopback;
  if (!probe || ::bind(probe.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    GTEST_SKIP() << "this machine has no IPv6";
  }
  for (const std::string host : {"::1", "[::1]"}) {
    ServerOptions options;
    options.host = host;
    TestServer server(router_with([](Request& request) { return text(request.peer); }), options);
    server.start();
    Fd client(::socket(AF_INET6, SOCK_STREAM, 0));
    address.sin6_port = htons(server.port());
    ASSERT_EQ(::connect(client.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    ASSERT_EQ(::send(client.get(), "GET / HTTP/1.0\r\n\r\n", 18, 0), 18);
    std::string got;
    char buffer[1000];
    ssize_t count = 0;
    while ((count = ::recv(client.get(), buffer, sizeof buffer, 0)) > 0)
      got.append(buffer, static_cast<std::size_t>(count));
    EXPECT_THAT(got, ::testing::EndsWith("\r\n\r\n::1"));
  }
  // Clients of IPv4 come to the same socket, and show as such.
  ServerOptions any;
  any.host = "::";
  TestServer server(router_with([](Request& request) { return text(request.peer); }), any);
  server.start();
  EXPECT_EQ(TestClient(server.port()).ask(kGet)->body, "127.0.0.1");
}

TEST(ServerStop, ClosesIdleConnectionsAndListensNoMore) {
  TestServer server(router_with([](Request&) { return text("x"); }));
  server.start();
  TestClient client(server.port());
  ASSERT_TRUE(client.ask(kGet));
  TestClient fresh(server.port());
  server.stop();
  EXPECT_TRUE(client.at_end());
  EXPECT_FALSE(TestClient(server.port()).connected());
}

TEST(ServerStop, FinishesWhatIsInFlight) {
  std::latch inside(1);
  std::atomic<bool> go_on = false;
  TestServer server(router_with([&](Request&) {
    inside.count_down();
    while (!go_on) std::this_thread::sleep_for(1ms);
    return text("finished");
  }));
  server.start();
  TestClient client(server.port());
  ASSERT_TRUE(client.send(kGet));
  inside.wait();
  std::thread stopper([&] { server.stop(); });
  while (TestClient(server.port()).connected()) std::this_thread::sleep_for(1ms);
  go_on = true;
  const auto answer = client.receive();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->body, "finished");
  EXPECT_EQ(answer->field("Connection"), "close");
  client.close();
  stopper.join();
}

// Requests that have reached the server's socket when it stops are answered, not dropped.
TEST(ServerStop, AnswersWhatHasArrived) {
  TestServer server(router_with([](Request&) { return text("x"); }));
  std::latch loop_is_held(1);
  std::latch let_go(1);
  server.server().on_refusal([&](int status, std::string_view) {
    loop_is_held.count_down();
    let_go.wait();
    return Response::of(status, "text/plain", "");
  });
  server.start();
  TestClient known(server.port());
  ASSERT_TRUE(known.ask(kGet));
  {
    TestClient holder(server.port());
    ASSERT_TRUE(holder.send("rubbish\r\n\r\n"));
    loop_is_held.wait();
  }
  std::vector<TestClient> clients;
  clients.push_back(std::move(known));
  for (int i = 0; i < 100; ++i) clients.emplace_back(server.port());
  for (auto& client : clients) ASSERT_TRUE(client.send(kGet));
  server.server().stop();
  let_go.count_down();
  for (auto& client : clients) {
    const auto answer = client.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, "x");
    client.close();
  }
}

TEST(ServerStop, ClosesTheRestWhenItsTimeIsUp) {
  ServerOptions options;
  options.stop_timeout = 100ms;
  TestServer server(router_with([](Request&) { return text("x"); }), options);
  server.start();
  TestClient never_done(server.port());
  ASSERT_TRUE(never_done.ask(kGet));
  ASSERT_TRUE(never_done.send("GET / HT"));
  std::this_thread::sleep_for(20ms);
  const auto begun = std::chrono::steady_clock::now();
  server.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 2s);
  EXPECT_TRUE(never_done.at_end());
}

TEST(ServerStop, WakesHandlersThatWaitForTheirClient) {
  ServerOptions options;
  options.stop_timeout = 50ms;
  std::latch inside(1);
  Router router;
  router.add({Method::kPost, "/",
              [&](Request& request) {
                inside.count_down();
                char byte = 0;
                return text(request.stream->read({&byte, 1}).ok() ? "read" : "not read");
              },
              BodyMode::kStream});
  TestServer server(std::move(router), options);
  server.start();
  TestClient client(server.port());
  ASSERT_TRUE(client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n"));
  inside.wait();
  const auto begun = std::chrono::steady_clock::now();
  server.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 2s);
}

TEST(ServerStop, MayComeBeforeTheServerRunsOrTwice) {
  TestServer server(router_with([](Request&) { return text("x"); }));
  server.server().stop();
  server.server().stop();
  server.start();
  server.stop();
  TestServer never_run(router_with([](Request&) { return text("x"); }));
}

TEST(ServerStop, IsCleanUnderLoad) {
  for (int round = 0; round < 20; ++round) {
    ServerOptions options;
    options.io_threads = 2;
    TestServer server(router_with([](Request&) { return text("x"); }), options);
    server.start();
    std::vector<std::jthread> clients;
    for (int i = 0; i < 4; ++i) {
      clients.emplace_back([&] {
        TestClient client(server.port());
        // Every answer that comes is whole; the last one says that it is the last.
        while (client.connected()) {
          const auto answer = client.ask(kGet);
          if (!answer) return;
          EXPECT_EQ(answer->body, "x");
          if (answer->field("Connection") == "close") return;
        }
      });
    }
    std::this_thread::sleep_for(5ms);
    server.stop();
  }
}

}  // namespace
}  // namespace cairn::http
