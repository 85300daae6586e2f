#include "registry/webhook_event.h"

#include <fmt/format.h>
#include <vector>

#include "core/python_text.h"

namespace cairn::registry {
namespace {

using enum EventEntity;
using enum EventAction;

// The actions of an entity in the order of their names.
constexpr WebhookEvent kEvents[] = {
    {kRegisteredModel, kCreated}, {kModelVersion, kCreated},      {kModelVersionTag, kDeleted},
    {kModelVersionTag, kSet},     {kModelVersionAlias, kCreated}, {kModelVersionAlias, kDeleted},
    {kPrompt, kCreated},          {kPromptVersion, kCreated},     {kPromptTag, kDeleted},
    {kPromptTag, kSet},           {kPromptVersionTag, kDeleted},  {kPromptVersionTag, kSet},
    {kPromptAlias, kCreated},     {kPromptAlias, kDeleted},       {kBudgetPolicy, kExceeded},
};

}  // namespace

Status check_webhook_event(const WebhookEvent& event) {
  std::vector<std::string> actions;
  for (const WebhookEvent& known : kEvents) {
    if (known == event) return {};
    if (known.entity == event.entity) actions.emplace_back(name(known.action));
  }
  if (actions.empty() || name(event.action).empty()) {
    return invalid_parameter("An event of a webhook needs an entity and an action that exist.");
  }
  return invalid_parameter(fmt::format("Invalid action '{}' for entity '{}'. Valid actions are: {}", name(event.action),
                                       name(event.entity), python_repr(actions)));
}

std::optional<WebhookEvent> find_webhook_event(std::string_view entity, std::string_view action) {
  for (const WebhookEvent& known : kEvents) {
    if (name(known.entity) == entity && name(known.action) == action) return known;
  }
  return std::nullopt;
}

}  // namespace cairn::registry
