#include "registry/webhook_payload.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fmt/format.h>
#include <optional>
#include <string_view>
#include <vector>

#include "core/json_text.h"

namespace cairn::registry {
namespace {

// A JSON object with the blanks that json.dumps() puts after colons and commas.
class JsonObject {
 public:
  void add(std::string_view key, std::string_view json) {
    if (text_.size() > 1) text_ += ", ";
    (text_ += ascii_json_string(key)) += ": ";
    text_ += json;
  }
  void text(std::string_view key, std::string_view value) { add(key, ascii_json_string(value)); }
  void text_or_null(std::string_view key, const std::optional<std::string>& value) {
    add(key, value ? ascii_json_string(*value) : "null");
  }
  void text_or_nothing(std::string_view key, const std::optional<std::string>& value) {
    if (value) text(key, *value);
  }
  [[nodiscard]] std::string close() && { return std::move(text_) + '}'; }

 private:
  std::string text_ = "{";
};

// Of several tags with one key the last counts, in the place of the first: as in a Python dict.
std::string json(const std::vector<Tag>& tags) {
  std::vector<Tag> unique;
  for (const Tag& tag : tags) {
    const auto same = std::find_if(unique.begin(), unique.end(), [&](const Tag& seen) { return seen.key == tag.key; });
    if (same == unique.end())
      unique.push_back(tag);
    else
      same->value = tag.value;
  }
  JsonObject object;
  for (const Tag& tag : unique) object.text(tag.key, tag.value);
  return std::move(object).close();
}

std::string json(const ModelCreated& created) {
  JsonObject object;
  object.text("name", created.name);
  object.add("tags", json(created.tags));
  object.text("description", created.description);
  return std::move(object).close();
}

std::string json(const VersionCreated& created) {
  JsonObject object;
  object.text("name", created.name);
  object.text("version", std::to_string(created.version));
  object.text("source", created.source);
  object.text_or_null("run_id", created.run_id);
  object.add("tags", json(created.tags));
  object.text_or_null("description", created.description);
  return std::move(object).close();
}

std::string json(const PromptVersionCreated& created) {
  JsonObject object;
  object.text("name", created.name);
  object.text("version", std::to_string(created.version));
  object.text_or_null("template", created.prompt_template);
  object.add("tags", json(created.tags));
  object.text_or_null("description", created.description);
  return std::move(object).close();
}

std::string json(const TagChanged& changed) {
  JsonObject object;
  object.text("name", changed.name);
  object.text_or_nothing("version", changed.version);
  object.text("key", changed.key);
  object.text_or_nothing("value", changed.value);
  return std::move(object).close();
}

std::string json(const AliasChanged& changed) {
  JsonObject object;
  object.text("name", changed.name);
  object.text("alias", changed.alias);
  object.text_or_nothing("version", changed.version);
  return std::move(object).close();
}

// datetime.isoformat(), which leaves out microseconds that are 0.
std::string iso_time(std::int64_t time_us) {
  constexpr std::int64_t kMicros = 1'000'000;
  const std::time_t seconds = time_us / kMicros;
  const std::int64_t micros = time_us % kMicros;
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}+00:00", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday,
                     utc.tm_hour, utc.tm_min, utc.tm_sec, micros == 0 ? "" : fmt::format(".{:06}", micros));
}

std::string body(const WebhookEvent& event, std::int64_t time_us, std::string_view data) {
  JsonObject object;
  object.text("entity", name(event.entity));
  object.text("action", name(event.action));
  object.text("timestamp", iso_time(time_us));
  object.add("data", data);
  return std::move(object).close();
}

constexpr std::string_view kExampleBudget =
    R"({"budget_policy_id": "bp-abc123", "budget_unit": "USD", "budget_amount": 100.0, "current_spend": 105.5, )"
    R"("duration_unit": "MONTHS", "duration_value": 1, "target_scope": "ENDPOINT", "workspace": "default", )"
    R"("target_value": "ep-abc123", "window_start": 1704067200000})";

std::string example_data(const WebhookEvent& event) {
  using enum EventEntity;
  const std::vector<Tag> tags = {{"example_key", "example_value"}};
  const bool is_deletion = event.action == EventAction::kDeleted;
  const auto unless_deletion = [&](const char* text) {
    return is_deletion ? std::nullopt : std::optional<std::string>(text);
  };
  switch (event.entity) {
    case kRegisteredModel:
      return json(ModelCreated{"example_model", tags, "An example registered model"});
    case kModelVersion:
      return json(
          VersionCreated{"example_model", 1, "models:/123", "abcd1234abcd5678", tags, "An example model version"});
    case kModelVersionTag:
      return json(TagChanged{"example_model", "1", "example_key", unless_deletion("example_value")});
    case kModelVersionAlias:
      return json(AliasChanged{"example_model", "example_alias", unless_deletion("1")});
    case kPrompt:
      return json(ModelCreated{"example_prompt", tags, "An example prompt"});
    case kPromptVersion:
      return json(PromptVersionCreated{"example_prompt", 1, "Hello {{name}}!", tags, "An example prompt version"});
    case kPromptTag:
      return json(TagChanged{"example_prompt", std::nullopt, "example_key", unless_deletion("example_value")});
    case kPromptVersionTag:
      return json(TagChanged{"example_prompt", "1", "example_key", unless_deletion("example_value")});
    case kPromptAlias:
      return json(AliasChanged{"example_prompt", "example_alias", unless_deletion("1")});
    case kBudgetPolicy:
      return std::string(kExampleBudget);
  }
  return "{}";
}

}  // namespace

std::string webhook_body(const Event& event, std::int64_t time_us) {
  const std::string data = std::visit([](const auto& payload) { return json(payload); }, event.payload);
  return body({event.entity, event.action}, time_us, data);
}

std::string example_webhook_body(const WebhookEvent& event, std::int64_t time_us) {
  return body(event, time_us, example_data(event));
}

}  // namespace cairn::registry
