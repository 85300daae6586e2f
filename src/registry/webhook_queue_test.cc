#include "registry/webhook_queue.h"

#include <gtest/gtest.h>

#include "registry/webhook_table.h"
#include "tracking/testing.h"

namespace cairn::registry {
namespace {

constexpr WebhookEvent kEvent{EventEntity::kModelVersion, EventAction::kCreated};

class WebhookQueueTest : public testing::Test {
 protected:
  template <class F>
  auto write(F&& apply) {
    return (*scratch_).write(apply);
  }
  void SetUp() override {
    for (const char* id : {"a", "b"}) {
      ASSERT_TRUE(write([&](db::Connection& connection) {
                    return insert_webhook(connection, id, {"w", {}, "http://host/", {kEvent}, {}, {}});
                  }).ok());
    }
  }

  void append(const std::string& webhook_id, std::string_view body, std::int64_t now) {
    ASSERT_TRUE(write([&](db::Connection& connection) {
                  return append_deliveries(connection, kEvent, body, {webhook_id}, now);
                }).ok());
  }
  Claim claim(std::int64_t now, std::int64_t until) {
    return *write([&](db::Connection& connection) { return claim_delivery(connection, now, until); });
  }
  void settle(const ClaimedDelivery& delivery, const DeliveryOutcome& outcome) {
    ASSERT_TRUE(write([&](db::Connection& connection) { return settle_delivery(connection, delivery, outcome); }).ok());
  }
  Page<Delivery> list(const DeliveryQuery& query) {
    return *write([&](db::Connection& connection) { return list_deliveries(connection, query); });
  }

  tracking::ScratchDatabase scratch_;
};

TEST_F(WebhookQueueTest, OneAtATimeOfAWebhookAndTheOldestFirst) {
  append("a", "a1", 10);
  append("a", "a2", 11);
  append("b", "b1", 12);
  const Claim first = claim(20, 50);
  EXPECT_EQ(first.delivery->body, "a1");
  EXPECT_TRUE(first.more_are_due);
  const Claim second = claim(20, 60);
  EXPECT_EQ(second.delivery->body, "b1");
  EXPECT_FALSE(second.more_are_due);
  const Claim none = claim(20, 60);
  EXPECT_FALSE(none.delivery);
  EXPECT_EQ(none.next_due, 50);

  settle(*first.delivery, {DeliveryState::kDelivered, {}, 21, 200, {}});
  EXPECT_EQ(claim(20, 60).delivery->body, "a2");
}

TEST_F(WebhookQueueTest, AClaimThatHasRunOutIsDueAgain) {
  append("a", "a1", 10);
  const std::string id = claim(20, 50).delivery->delivery_id;
  EXPECT_FALSE(claim(49, 90).delivery);
  const Claim again = claim(50, 90);
  EXPECT_EQ(again.delivery->delivery_id, id);
  EXPECT_EQ(again.delivery->attempts, 0u);
  ASSERT_TRUE(write([&](db::Connection& connection) { return release_delivery(connection, *again.delivery); }).ok());
  EXPECT_TRUE(claim(51, 90).delivery);
  ASSERT_TRUE(write([&](db::Connection& connection) { return release_all_deliveries(connection); }).ok());
  EXPECT_TRUE(claim(52, 90).delivery);
}

TEST_F(WebhookQueueTest, WhatWaitsForItsNextAttemptIsOvertaken) {
  append("a", "a1", 10);
  append("a", "a2", 10);
  settle(*claim(10, 50).delivery, {DeliveryState::kPending, 2000, 11, 503, "busy"});
  const Claim other = claim(12, 50);
  EXPECT_EQ(other.delivery->body, "a2");
  EXPECT_EQ(other.next_due, 2000);
  settle(*other.delivery, {DeliveryState::kFailed, {}, 13, {}, "no"});
  EXPECT_EQ(claim(1999, 5000).next_due, 2000);
  const Claim again = claim(2000, 5000);
  EXPECT_EQ(again.delivery->body, "a1");
  EXPECT_EQ(again.delivery->attempts, 1u);
}

TEST_F(WebhookQueueTest, DeliveriesAreListedWithWhatCameOfThem) {
  append("a", "a1", 10);
  append("b", "b1", 11);
  append("a", "a2", 12);
  settle(*claim(20, 50).delivery, {DeliveryState::kDelivered, {}, 21, 204, {}});
  settle(*claim(20, 50).delivery, {DeliveryState::kPending, 99, 22, {}, "refused"});

  const Page<Delivery> page = list({.webhook_id = {}, .state = {}, .max_results = 2, .page_token = {}});
  ASSERT_EQ(page.items.size(), 2u);
  EXPECT_EQ(page.items[0].creation_timestamp, 12);
  EXPECT_EQ(page.items[1].event, "model_version.created");
  EXPECT_EQ(page.items[1].error, "refused");
  EXPECT_EQ(page.items[1].next_attempt_timestamp, 99);
  const Page<Delivery> rest = list({.webhook_id = {}, .state = {}, .max_results = 2, .page_token = page.next_token});
  ASSERT_EQ(rest.items.size(), 1u);
  EXPECT_EQ(rest.items[0].response_status, 204);
  EXPECT_EQ(rest.items[0].attempts, 1);
  EXPECT_TRUE(rest.next_token.empty());

  EXPECT_EQ(list({.webhook_id = "a", .state = {}, .max_results = 9, .page_token = {}}).items.size(), 2u);
  EXPECT_EQ(
      list({.webhook_id = "a", .state = DeliveryState::kPending, .max_results = 9, .page_token = {}}).items.size(), 1u);
  EXPECT_EQ(*(*scratch_).read(count_pending_deliveries), 2);
}

TEST_F(WebhookQueueTest, TheEndOfAWebhookUnderWaySettlesNothingElse) {
  append("a", "a1", 10);
  const ClaimedDelivery gone = *claim(20, 50).delivery;
  ASSERT_TRUE(write([&](db::Connection& connection) { return forget_deliveries(connection, "a"); }).ok());
  append("b", "b1", 11);
  settle(gone, {DeliveryState::kDelivered, {}, 21, 200, {}});
  const Claim other = claim(22, 50);
  // SQLite gives a number again, PostgreSQL does not.
  if (!db::test_server()) {
    EXPECT_EQ(other.delivery->seq, gone.seq);
  }
  EXPECT_EQ(other.delivery->body, "b1");
}

TEST_F(WebhookQueueTest, OnlyTheLatestOfThoseThatAreDoneAreKept) {
  for (int i = 0; i < 103; ++i) append("a", std::to_string(i), i);
  append("b", "other", 0);
  for (int i = 0; i < 104; ++i) settle(*claim(1000, 5000).delivery, {DeliveryState::kDelivered, {}, 1001, 200, {}});
  const auto left = list({.webhook_id = "a", .state = {}, .max_results = 1000, .page_token = {}}).items;
  EXPECT_EQ(left.size(), 100u);
  EXPECT_EQ(left.back().creation_timestamp, 3);
  EXPECT_EQ(list({.webhook_id = "b", .state = {}, .max_results = 1000, .page_token = {}}).items.size(), 1u);
}

}  // namespace
}  // namespace cairn::registry
