// What happens in the registry, told to whoever must act on it (webhooks), inside the transaction in which it happens:
// either both are on disk or neither.
//
// The registry owns no sink; a sink outlives the registry. It is called on the thread that writes, with the connection
// of the write transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/result.h"
#include "db/connection.h"
#include "registry/types.h"

namespace cairn::registry {

// MLflow's entities and actions with their numbers in its protocol; name() gives the text of webhook_events.
enum class EventEntity : std::int32_t {
  kRegisteredModel = 1,
  kModelVersion = 2,
  kModelVersionTag = 3,
  kModelVersionAlias = 4,
  kPrompt = 5,
  kPromptVersion = 6,
  kPromptTag = 7,
  kPromptVersionTag = 8,
  kPromptAlias = 9,
  kBudgetPolicy = 10,  // of MLflow's gateway: webhooks may ask for it, nothing here announces it
};
enum class EventAction : std::int32_t { kCreated = 1, kUpdated = 2, kDeleted = 3, kSet = 4, kExceeded = 5 };

[[nodiscard]] std::string_view name(EventEntity entity);
[[nodiscard]] std::string_view name(EventAction action);

// The payloads, their members in the order of MLflow's JSON. What a payload's JSON says as null is an empty optional.

struct ModelCreated {  // kRegisteredModel, kPrompt
  std::string name;
  std::vector<Tag> tags;  // of a prompt: without those that make it one
  std::string description;
};

struct VersionCreated {  // kModelVersion
  std::string name;
  std::int64_t version = 0;
  std::string source;
  std::optional<std::string> run_id;
  std::vector<Tag> tags;
  std::optional<std::string> description;
};

struct PromptVersionCreated {  // kPromptVersion
  std::string name;
  std::int64_t version = 0;
  std::optional<std::string> prompt_template;  // "template" in JSON
  std::vector<Tag> tags;                       // without the template, and without those that make it a prompt
  std::optional<std::string> description;
};

struct TagChanged {  // kModelVersionTag, kPromptVersionTag, kPromptTag
  std::string name;
  std::optional<std::string> version;  // as the request wrote it; no member of a kPromptTag
  std::string key;
  std::optional<std::string> value;  // no member of a kDeleted
};

struct AliasChanged {  // kModelVersionAlias, kPromptAlias
  std::string name;
  std::string alias;
  std::optional<std::string> version;  // as the request wrote it; no member of a kDeleted
};

struct Event {
  EventEntity entity;
  EventAction action;
  std::variant<ModelCreated, VersionCreated, PromptVersionCreated, TagChanged, AliasChanged> payload;
};

class EventSink {
 public:
  virtual ~EventSink() = default;

  // Whether there is anybody to tell; asked before an event is put together, so that a write which nobody listens to
  // costs this call and no more.
  virtual Result<bool> listens(db::Connection& connection) = 0;
  // An error makes the write fail that the event is about.
  virtual Status announce(db::Connection& connection, const Event& event) = 0;
};

}  // namespace cairn::registry
