#include "registry/webhook_payload.h"

#include <gtest/gtest.h>

namespace cairn::registry {
namespace {

using enum EventEntity;
using enum EventAction;

constexpr std::int64_t kTime = 1'795'240'713'185'601;

// The bodies here were sent by MLflow 3.17.2 for the same changes.

TEST(WebhookPayload, AModelsTagsAreADictAndItsDescriptionIsNeverNull) {
  const Event event{kRegisteredModel, kCreated,
                    ModelCreated{"m", {{"a", "1"}, {"b", "\xC3\xA9\"\n\xE2\x98\x83"}, {"a", "2"}}, ""}};
  EXPECT_EQ(webhook_body(event, kTime),
            R"({"entity": "registered_model", "action": "created", "timestamp": "2026-11-21T05:58:33.185601+00:00", )"
            R"("data": {"name": "m", "tags": {"a": "2", "b": "\u00e9\"\n\u2603"}, "description": ""}})");
}

TEST(WebhookPayload, AVersionsAbsentTextsAreNull) {
  const Event event{kModelVersion, kCreated, VersionCreated{"m", 1, "s3://x/y", {}, {}, {}}};
  EXPECT_EQ(
      webhook_body(event, 1'795'240'713'000'000),
      R"({"entity": "model_version", "action": "created", "timestamp": "2026-11-21T05:58:33+00:00", )"
      R"("data": {"name": "m", "version": "1", "source": "s3://x/y", "run_id": null, "tags": {}, "description": null}})");
}

TEST(WebhookPayload, TagsAndAliasesNameWhatTheirRequestNamed) {
  const auto data = [](const Event& event) {
    const std::string body = webhook_body(event, kTime);
    return body.substr(body.find("\"data\""));
  };
  EXPECT_EQ(data({kModelVersionTag, kSet, TagChanged{"m", "1", "k2", ""}}),
            R"("data": {"name": "m", "version": "1", "key": "k2", "value": ""}})");
  EXPECT_EQ(data({kModelVersionTag, kDeleted, TagChanged{"m", "1", "absent", {}}}),
            R"("data": {"name": "m", "version": "1", "key": "absent"}})");
  EXPECT_EQ(data({kPromptTag, kDeleted, TagChanged{"p", {}, "k", {}}}), R"("data": {"name": "p", "key": "k"}})");
  EXPECT_EQ(data({kModelVersionAlias, kCreated, AliasChanged{"m", "champ", "01"}}),
            R"("data": {"name": "m", "alias": "champ", "version": "01"}})");
  EXPECT_EQ(data({kModelVersionAlias, kDeleted, AliasChanged{"m", "absent", {}}}),
            R"("data": {"name": "m", "alias": "absent"}})");
}

TEST(WebhookEventTest, APairThatDoesNotExistIsRefusedWithThoseThatDo) {
  EXPECT_TRUE(check_webhook_event({kBudgetPolicy, kExceeded}).ok());
  EXPECT_EQ(check_webhook_event({kModelVersionTag, kUpdated}).error().message(),
            "Invalid action 'updated' for entity 'model_version_tag'. Valid actions are: ['deleted', 'set']");
  EXPECT_FALSE(check_webhook_event({EventEntity{0}, kCreated}).ok());
  EXPECT_FALSE(check_webhook_event({kPrompt, EventAction{0}}).ok());
  EXPECT_EQ(find_webhook_event("prompt_alias", "deleted"), (WebhookEvent{kPromptAlias, kDeleted}));
  EXPECT_EQ(find_webhook_event("prompt", "deleted"), std::nullopt);
}

}  // namespace
}  // namespace cairn::registry
