#include "http_client/retry.h"

#include <gtest/gtest.h>
#include <thread>

#include "http_client/test_imposter.h"

namespace cairn::http_client {
namespace {

using namespace std::chrono_literals;

constexpr RetryPolicy kQuick{.attempts = 4, .first_delay = 1ms, .longest_delay = 3ms};

TEST(Backoff, DoublesUpToTheLongestDelayWithJitter) {
  const RetryPolicy policy{.attempts = 10, .first_delay = 100ms, .longest_delay = 1'000ms};
  bool varies = false;
  for (int i = 0; i < 200; ++i) {
    for (const auto& [attempt, full] :
         {std::pair{1U, 100ms}, {2U, 200ms}, {4U, 800ms}, {5U, 1'000ms}, {99U, 1'000ms}}) {
      const auto delay = backoff(policy, attempt);
      EXPECT_GE(delay, full / 2);
      EXPECT_LE(delay, full);
      varies = varies || delay != full;
    }
  }
  EXPECT_TRUE(varies);
}

TEST(Backoff, HonoursRetryAfterWithinTheLongestDelay) {
  const RetryPolicy policy{.attempts = 3, .first_delay = 10ms, .longest_delay = 5'000ms};
  const auto asked = [&](std::string value) {
    Response response;
    response.headers.add("Retry-After", std::move(value));
    return backoff(policy, 1, response);
  };
  EXPECT_EQ(asked("2"), 2s);
  EXPECT_EQ(asked("3600"), 5s);
  EXPECT_LE(asked("0"), 10ms);
  EXPECT_LE(asked("Wed, 21 Oct 2026 07:28:00 GMT"), 10ms);
  EXPECT_LE(asked("-5"), 10ms);
}

TEST(Retries, GoOnUntilTheServerRecovers) {
  Imposter server({ScriptedReply::status(503), ScriptedReply::reset(), ScriptedReply::status(500),
                   ScriptedReply::status(200, "at last")});
  Client client;
  const Request request{.url = server.url()};
  auto answer = send_with_retries(kQuick, {}, [&] { return client.send(request); });
  ASSERT_TRUE(answer.ok()) << answer.error().message();
  EXPECT_EQ(answer->body, "at last");
  EXPECT_EQ(server.requests().size(), 4U);
}

TEST(Retries, EndWithTheLastAnswer) {
  Imposter server({ScriptedReply::status(503, "1"), ScriptedReply::status(503, "2"), ScriptedReply::status(503, "3"),
                   ScriptedReply::status(503, "4"), ScriptedReply::status(200, "too late")});
  Client client;
  const Request request{.url = server.url()};
  auto answer = send_with_retries(kQuick, {}, [&] { return client.send(request); });
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->status, 503);
  EXPECT_EQ(answer->body, "4");
}

TEST(Retries, AreNotForRefusals) {
  Imposter server({ScriptedReply::status(403, "no"), ScriptedReply::status(200)});
  Client client;
  const Request request{.url = server.url()};
  auto answer = send_with_retries(kQuick, {}, [&] { return client.send(request); });
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->status, 403);
  EXPECT_EQ(server.requests().size(), 1U);
}

TEST(Retries, StopWaitingWhenTold) {
  Imposter server({ScriptedReply::status(503), ScriptedReply::status(200)});
  Client client;
  const Request request{.url = server.url()};
  std::stop_source source;
  std::jthread stopper([&] {
    std::this_thread::sleep_for(50ms);
    source.request_stop();
  });
  const RetryPolicy patient{.attempts = 2, .first_delay = 60s, .longest_delay = 60s};
  auto answer = send_with_retries(patient, source.get_token(), [&] { return client.send(request); });
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->status, 503);
}

}  // namespace
}  // namespace cairn::http_client
