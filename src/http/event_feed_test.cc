#include "http/event_feed.h"

#include <gtest/gtest.h>
#include <thread>

#include "http/server.h"
#include "http/test_client.h"

namespace cairn::http {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kFollow = "GET /events HTTP/1.1\r\nHost: x\r\n\r\n";
class EventFeedTest : public testing::Test {
 protected:
  void serve(ServerOptions options = {}) {
    Router router;
    router.add({Method::kGet, "/events", [this](Request&) {
                  Response response = Response::of(200, "text/event-stream", "");
                  response.body = feed_;
                  return response;
                }});
    router.add({Method::kGet, "/hello", [](Request&) { return Response::of(200, "text/plain", "hello"); }});
    server_ = std::make_unique<TestServer>(std::move(router), options);
    server_->start();
  }

  // Connected, and through with the response's head.
  TestClient follower() {
    TestClient client(server_->port());
    EXPECT_TRUE(client.send(kFollow));
    EXPECT_EQ(client.receive(TestClient::Body::kNone)->status, 200);
    return client;
  }

  static std::string next(const TestClient& client, std::size_t size) {
    std::string got(size, '\0');
    pollfd entry{client.fd(), POLLIN, 0};
    if (::poll(&entry, 1, TestClient::kPatience) != 1) return "(nothing)";
    got.resize(static_cast<std::size_t>(std::max<ssize_t>(0, ::recv(client.fd(), got.data(), size, MSG_WAITALL))));
    return got;
  }

  bool becomes(std::size_t followers) const {
    for (int i = 0; i < 2000 && feed_->followers() != followers; ++i) std::this_thread::sleep_for(5ms);
    return feed_->followers() == followers;
  }

  std::shared_ptr<EventFeed> feed_ = std::make_shared<EventFeed>();
  std::unique_ptr<TestServer> server_;
};

TEST_F(EventFeedTest, ReachesEverybodyAndHoldsNoWorker) {
  ServerOptions options;
  options.max_workers = 2;
  serve(options);
  std::vector<TestClient> followers;
  for (int i = 0; i < 40; ++i) followers.push_back(follower());
  EXPECT_EQ(feed_->followers(), 40u);
  EXPECT_EQ(TestClient(server_->port()).ask(kHello)->body, "hello");

  feed_->publish("changes", "{\"a\":1}");
  feed_->publish("changes", "2");
  const std::string expected = "event: changes\ndata: {\"a\":1}\n\nevent: changes\ndata: 2\n\n";
  for (const TestClient& each : followers) EXPECT_EQ(next(each, expected.size()), expected);
}

TEST_F(EventFeedTest, ForgetsWhoLeft) {
  serve();
  TestClient stays = follower();
  TestClient leaves = follower();
  leaves.close();
  EXPECT_TRUE(becomes(1));
  feed_->publish("x", "1");
  EXPECT_EQ(next(stays, 18), "event: x\ndata: 1\n\n");
}

TEST_F(EventFeedTest, DropsWhoDoesNotRead) {
  serve();
  TestClient reads_nothing = follower();
  const std::string large(1024 * 1024, 'x');
  for (int i = 0; i < 64; ++i) feed_->publish("x", large);
  EXPECT_TRUE(becomes(0));
}

TEST_F(EventFeedTest, SaysNowAndThenThatItIsThere) {
  ServerOptions options;
  options.heartbeat = 50ms;
  serve(options);
  const TestClient client = follower();
  EXPECT_EQ(next(client, 6), ":\n\n:\n\n");
}

TEST_F(EventFeedTest, EndsWithTheServerAtOnce) {
  serve();
  TestClient client = follower();
  const auto start = std::chrono::steady_clock::now();
  server_->stop();
  EXPECT_LT(std::chrono::steady_clock::now() - start, 10s);
  EXPECT_TRUE(client.at_end());
}

}  // namespace
}  // namespace cairn::http
