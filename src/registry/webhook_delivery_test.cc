#include "registry/webhook_delivery.h"

#include <chrono>
#include <deque>
#include <filesystem>
#include <functional>
#include <gtest/gtest.h>
#include <thread>

#include "http_client/test_imposter.h"
#include "registry/webhooks.h"
#include "tracking/testing.h"

namespace cairn::registry {
namespace {

using http_client::Imposter, http_client::ScriptedReply;

constexpr std::string_view kKey = "fwetlaCM1dQOT6UEycHL1cY8miAcqQRVy-9GWBXZMcs=";

WebhookSettings local() {
  return {.allowed_schemes = {"http"}, .allow_private_addresses = true, .request_timeout = std::chrono::seconds(5)};
}

class WebhookDeliveryTest : public testing::Test {
 protected:
  std::unique_ptr<Webhooks> open(const WebhookSettings& settings = local()) {
    return std::make_unique<Webhooks>(*scratch_, *WebhookSecrets::open(kKey, ""), settings);
  }
  static std::string create(Webhooks& webhooks, std::string url) {
    return webhooks
        .create({"w", {}, std::move(url), {{EventEntity::kModelVersion, EventAction::kCreated}}, "secret", {}})
        ->webhook_id;
  }
  // A write of the registry that is told of, and that fails after it if so wished.
  Status change(EventSink& sink, std::int64_t version, Status end = {}) {
    return (*scratch_).write([&](db::Connection& connection) -> Status {
      if (TRY(sink.listens(connection))) {
        TRY(sink.announce(connection, {EventEntity::kModelVersion, EventAction::kCreated,
                                       VersionCreated{"m", version, "s3://x", {}, {}, {}}}));
      }
      return end;
    });
  }
  static bool eventually(const std::function<bool()>& is_true) {
    for (int i = 0; i < 1000; ++i) {
      if (is_true()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
  }
  static std::size_t count(Webhooks& webhooks, DeliveryState state) {
    return webhooks.deliveries({.webhook_id = {}, .state = state, .max_results = 1000, .page_token = {}})->items.size();
  }

  tracking::ScratchDatabase scratch_;
};

TEST_F(WebhookDeliveryTest, EventsArriveInTheirOrder) {
  Imposter receiver(std::deque<ScriptedReply>(50, ScriptedReply::status(200)));
  const auto webhooks = open();
  create(*webhooks, receiver.url());
  for (int version = 1; version <= 50; ++version) ASSERT_TRUE(change(webhooks->sink(), version).ok());
  ASSERT_TRUE(eventually([&] { return count(*webhooks, DeliveryState::kDelivered) == 50; }));
  const auto requests = receiver.requests();
  ASSERT_EQ(requests.size(), 50u);
  for (std::size_t i = 0; i < 50; ++i) {
    EXPECT_NE(requests[i].find("\"version\": \"" + std::to_string(i + 1) + "\""), std::string::npos) << requests[i];
  }
}

TEST_F(WebhookDeliveryTest, AWriteThatFailsTellsNobody) {
  Imposter receiver(std::deque<ScriptedReply>(9, ScriptedReply::status(200)));
  const auto webhooks = open();
  EXPECT_FALSE(*(*scratch_).read([&](db::Connection& connection) { return webhooks->sink().listens(connection); }));
  const std::string id = create(*webhooks, receiver.url());
  EXPECT_FALSE(change(webhooks->sink(), 1, invalid_state("no")).ok());
  ASSERT_TRUE(change(webhooks->sink(), 2).ok());
  ASSERT_TRUE(eventually([&] { return count(*webhooks, DeliveryState::kDelivered) == 1; }));
  EXPECT_EQ(receiver.requests().size(), 1u);

  ASSERT_TRUE(webhooks->update(id, {{}, {}, {}, {}, {}, WebhookStatus::kDisabled}).ok());
  ASSERT_TRUE(change(webhooks->sink(), 3).ok());
  EXPECT_EQ(*webhooks->pending_deliveries(), 0);
  ASSERT_TRUE(webhooks->remove(id).ok());
  EXPECT_TRUE(webhooks->deliveries({})->items.empty());
}

TEST_F(WebhookDeliveryTest, AFailureIsTriedAgainWithTheSameId) {
  Imposter receiver({ScriptedReply::status(503), ScriptedReply::status(200)});
  const auto webhooks = open();
  create(*webhooks, receiver.url());
  ASSERT_TRUE(change(webhooks->sink(), 1).ok());
  ASSERT_TRUE(eventually([&] { return count(*webhooks, DeliveryState::kDelivered) == 1; }));
  const Delivery delivery = webhooks->deliveries({}).value().items.at(0);
  EXPECT_EQ(delivery.attempts, 2);
  EXPECT_EQ(delivery.response_status, 200);
  for (const std::string& request : receiver.requests()) {
    EXPECT_NE(request.find("X-MLflow-Delivery-Id: " + delivery.delivery_id), std::string::npos);
  }
  EXPECT_EQ(webhooks->stats().retried.value(), 1u);
}

TEST_F(WebhookDeliveryTest, WhatCannotSucceedIsGivenUpAndSaysWhy) {
  Imposter receiver({ScriptedReply::status(410)});
  const auto webhooks = open();
  create(*webhooks, receiver.url());
  ASSERT_TRUE(change(webhooks->sink(), 1).ok());
  ASSERT_TRUE(eventually([&] { return count(*webhooks, DeliveryState::kFailed) == 1; }));
  EXPECT_EQ(webhooks->deliveries({})->items.at(0).response_status, 410);

  const auto stricter = open({.allowed_schemes = {"http"}});
  ASSERT_TRUE(change(stricter->sink(), 2).ok());
  ASSERT_TRUE(eventually([&] { return count(*stricter, DeliveryState::kFailed) == 2; }));
  EXPECT_NE(stricter->deliveries({})->items.at(0).error->find("127.0.0.1"), std::string::npos);

  Webhooks other_key(*scratch_, *WebhookSecrets::open(FernetKey::generate().text(), ""), local());
  ASSERT_TRUE(change(other_key.sink(), 3).ok());
  ASSERT_TRUE(eventually([&] { return count(other_key, DeliveryState::kFailed) == 3; }));
  EXPECT_NE(other_key.deliveries({})->items.at(0).error->find("secret cannot be decrypted"), std::string::npos);
  EXPECT_EQ(receiver.requests().size(), 1u);
}

TEST_F(WebhookDeliveryTest, ASlowReceiverHoldsUpNoOther) {
  Imposter slow({{ScriptedReply::status(200).bytes, ScriptedReply::Then::kClose, std::chrono::minutes(1)}});
  const std::string answer = ScriptedReply::status(200, "", "Connection: close\r\n").bytes;
  Imposter quick(std::deque<ScriptedReply>(9, {answer, ScriptedReply::Then::kClose}));
  const auto webhooks = open();
  create(*webhooks, quick.url());
  create(*webhooks, slow.url());
  for (int version = 1; version <= 5; ++version) ASSERT_TRUE(change(webhooks->sink(), version).ok());
  ASSERT_TRUE(eventually([&] { return count(*webhooks, DeliveryState::kDelivered) == 5; }));
  EXPECT_EQ(quick.requests().size(), 5u);
  EXPECT_EQ(slow.requests().size(), 1u);
}

TEST_F(WebhookDeliveryTest, WhatIsUnderWayAtTheEndGoesOnAtTheNextStart) {
  Imposter receiver({{"", ScriptedReply::Then::kClose, std::chrono::milliseconds(2500)}, ScriptedReply::status(200)});
  {
    const auto webhooks = open();
    create(*webhooks, receiver.url());
    ASSERT_TRUE(change(webhooks->sink(), 1).ok());
    ASSERT_TRUE(eventually([&] { return receiver.requests().size() == 1; }));
  }
  const auto webhooks = open();
  EXPECT_EQ(*webhooks->pending_deliveries(), 1);
  EXPECT_EQ(webhooks->deliveries({})->items.at(0).attempts, 0);
  ASSERT_TRUE(webhooks->resume().ok());
  ASSERT_TRUE(eventually([&] { return count(*webhooks, DeliveryState::kDelivered) == 1; }));
  EXPECT_EQ(receiver.requests().size(), 2u);
}

TEST_F(WebhookDeliveryTest, ATrialSendsAnExampleAndTellsTheAnswer) {
  Imposter receiver({ScriptedReply::status(500), ScriptedReply::status(201, "made"), ScriptedReply::status(404, "no")});
  const auto webhooks = open();
  const std::string id = create(*webhooks, receiver.url());
  const auto trial = webhooks->try_out(id, {});
  EXPECT_TRUE(trial->success);
  EXPECT_EQ(trial->response_status, 201);
  EXPECT_EQ(trial->response_body, "made");
  EXPECT_NE(receiver.requests().at(1).find(R"("source": "models:/123")"), std::string::npos);
  EXPECT_FALSE(webhooks->try_out(id, WebhookEvent{EventEntity::kPrompt, EventAction::kCreated})->success);
  EXPECT_NE(receiver.requests().at(2).find("An example prompt"), std::string::npos);
  EXPECT_FALSE(webhooks->try_out(id, WebhookEvent{EventEntity::kPrompt, EventAction::kSet}).ok());
  EXPECT_FALSE(webhooks->try_out("nope", {}).ok());

  const auto refused = open({})->try_out(id, {});
  EXPECT_EQ(refused->error_message,
            "Failed to test webhook: MlflowException(\"Invalid webhook URL scheme: 'http'. "
            "Allowed schemes are: https.\")");
}

}  // namespace
}  // namespace cairn::registry
