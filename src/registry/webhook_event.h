// What a webhook can be told about: MLflow's pairs of an entity and an action.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "registry/events.h"

namespace cairn::registry {

struct WebhookEvent {
  EventEntity entity;
  EventAction action;

  bool operator==(const WebhookEvent&) const = default;
};

// MLflow's error for a pair that does not exist. The numbers may be none of the enumerations'.
Status check_webhook_event(const WebhookEvent& event);

// From the texts in webhook_events.
std::optional<WebhookEvent> find_webhook_event(std::string_view entity, std::string_view action);

}  // namespace cairn::registry
