#include "registry/webhook_sender.h"

#include <gtest/gtest.h>

#include "http_client/test_imposter.h"

namespace cairn::registry {
namespace {

using http_client::Imposter, http_client::Response, http_client::ScriptedReply;
using std::chrono::milliseconds, std::chrono::seconds;

WebhookSettings loopback() { return {.allowed_schemes = {"http"}, .allow_private_addresses = true}; }

WebhookMessage message(std::string url) { return {std::move(url), "s", "the-id", "{}"}; }

std::string header(const std::string& request, std::string_view name) {
  const auto at = request.find("\r\n" + std::string(name) + ": ");
  if (at == std::string::npos) return {};
  const auto from = at + name.size() + 4;
  return request.substr(from, request.find("\r\n", from) - from);
}

TEST(WebhookSender, SignsWhatItSends) {
  Imposter receiver({ScriptedReply::status(200, "ok"), ScriptedReply::status(200)});
  WebhookSender sender(loopback());
  const auto answer = sender.send(message(receiver.url("/hook?a=b")), {});
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->body, "ok");
  WebhookMessage unsigned_message = message(receiver.url());
  unsigned_message.secret.clear();
  ASSERT_TRUE(sender.send(unsigned_message, {}).ok());

  const auto requests = receiver.requests();
  EXPECT_TRUE(requests.at(0).starts_with("POST /hook?a=b HTTP/1.1\r\n"));
  EXPECT_TRUE(requests[0].ends_with("\r\n\r\n{}"));
  EXPECT_EQ(header(requests[0], "Content-Type"), "application/json");
  EXPECT_EQ(header(requests[0], "X-MLflow-Delivery-Id"), "the-id");
  EXPECT_EQ(header(requests[0], "X-MLflow-Signature"),
            webhook_signature("s", "the-id", header(requests[0], "X-MLflow-Timestamp"), "{}"));
  EXPECT_EQ(header(requests[1], "X-MLflow-Signature"), "");
  EXPECT_EQ(receiver.connections(), 1);
}

TEST(WebhookSender, TheSignatureIsMlflows) {
  // mlflow.webhooks.delivery._generate_hmac_signature("sek", "id", "1795240727", '{"a": 1}')
  EXPECT_EQ(webhook_signature("sek", "id", "1795240727", R"({"a": 1})"),
            "v1,ObOjCmTYTckbtNHbofiH0aT2cIrn/xIjGP08EXCq5rg=");
}

TEST(WebhookSender, PrivateAddressesAreRefusedWhenConnecting) {
  Imposter receiver({ScriptedReply::status(200)});
  WebhookSettings settings = loopback();
  settings.allow_private_addresses = false;
  const auto answer = WebhookSender(settings).send(message(receiver.url()), {});
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code(), ErrorCode::kPermissionDenied);
  EXPECT_TRUE(receiver.requests().empty());
  EXPECT_FALSE(retry_delay(answer, 1, 3, 0));
}

TEST(WebhookSender, OnlyRedirectsThatKeepTheMethodAreFollowed) {
  Imposter target({ScriptedReply::status(204)});
  Imposter receiver({ScriptedReply::status(307, "", "Location: " + target.url("/there") + "\r\n"),
                     ScriptedReply::status(302, "", "Location: " + target.url("/there") + "\r\n"),
                     ScriptedReply::status(308, "", "Location: ftp://elsewhere/\r\n")});
  WebhookSender sender(loopback());
  const auto followed = sender.send(message(receiver.url()), {});
  EXPECT_TRUE(is_accepted(followed));
  EXPECT_EQ(followed->status, 204);
  EXPECT_TRUE(target.requests().at(0).starts_with("POST /there "));
  EXPECT_TRUE(target.requests()[0].ends_with("\r\n\r\n{}"));

  const auto found = sender.send(message(receiver.url()), {});
  EXPECT_EQ(found->status, 302);
  EXPECT_FALSE(is_accepted(found));
  EXPECT_FALSE(sender.send(message(receiver.url()), {}).ok());
  EXPECT_EQ(target.requests().size(), 1u);
}

TEST(WebhookSender, RedirectsInACircleEnd) {
  std::deque<ScriptedReply> script(20, ScriptedReply::status(307, "", "Location: /again\r\n"));
  Imposter receiver(std::move(script));
  EXPECT_EQ(WebhookSender(loopback()).send(message(receiver.url()), {})->status, 307);
  EXPECT_EQ(receiver.requests().size(), 6u);
}

Result<Response> status(int code, std::string retry_after = "") {
  Response response{code, {}, ""};
  if (!retry_after.empty()) response.headers.add("Retry-After", std::move(retry_after));
  return response;
}

TEST(WebhookRetries, OnlyOfWhatMayPass) {
  for (int code : {429, 500, 502, 503, 504}) EXPECT_TRUE(retry_delay(status(code), 1, 3, 0)) << code;
  for (int code : {200, 302, 400, 401, 404, 408, 410, 413, 501, 505})
    EXPECT_FALSE(retry_delay(status(code), 1, 3, 0)) << code;
  EXPECT_TRUE(retry_delay(status(413, "1"), 1, 3, 0));
  EXPECT_TRUE(retry_delay(Error(ErrorCode::kTemporarilyUnavailable, ""), 1, 3, 0));
  EXPECT_TRUE(retry_delay(Error(ErrorCode::kDeadlineExceeded, ""), 1, 3, 0));
  EXPECT_FALSE(retry_delay(Error(ErrorCode::kPermissionDenied, ""), 1, 3, 0));
  EXPECT_FALSE(retry_delay(does_not_exist(""), 1, 3, 0));
  EXPECT_TRUE(retry_delay(status(500), 3, 3, 0));
  EXPECT_FALSE(retry_delay(status(500), 4, 3, 0));
  EXPECT_FALSE(retry_delay(status(500), 1, 0, 0));
}

TEST(WebhookRetries, DelaysDoubleUpToAMinute) {
  EXPECT_EQ(retry_delay(status(500), 1, 99, 0), milliseconds(0));
  for (const auto& [attempts, delay] : {std::pair(2U, seconds(2)), {3U, seconds(4)}, {5U, seconds(16)}}) {
    for (int i = 0; i < 50; ++i) {
      const milliseconds chosen = *retry_delay(status(500), attempts, 99, 0);
      EXPECT_GE(chosen, delay);
      EXPECT_LT(chosen, delay + seconds(1));
    }
  }
  for (unsigned attempts : {7U, 20U, 98U}) EXPECT_EQ(retry_delay(status(500), attempts, 99, 0), seconds(60));
}

TEST(WebhookRetries, TheReceiverMaySayWhen) {
  EXPECT_EQ(retry_delay(status(503, "7"), 1, 3, 0), seconds(7));
  EXPECT_EQ(retry_delay(status(503, " 99999999 "), 1, 3, 0), std::chrono::hours(6));
  EXPECT_EQ(retry_delay(status(503, "0"), 1, 3, 0), seconds(0));
  EXPECT_EQ(retry_delay(status(503, "soon"), 1, 3, 0), seconds(0));
  EXPECT_EQ(retry_delay(status(503, "Thu, 01 Jan 1970 00:00:30 GMT"), 1, 3, 10'000), seconds(20));
  EXPECT_EQ(retry_delay(status(503, "Thu, 01 Jan 1970 00:00:05 GMT"), 1, 3, 10'000), seconds(0));
}

}  // namespace
}  // namespace cairn::registry
