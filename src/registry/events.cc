#include "registry/events.h"

namespace cairn::registry {

std::string_view name(EventEntity entity) {
  switch (entity) {
    case EventEntity::kRegisteredModel:
      return "registered_model";
    case EventEntity::kModelVersion:
      return "model_version";
    case EventEntity::kModelVersionTag:
      return "model_version_tag";
    case EventEntity::kModelVersionAlias:
      return "model_version_alias";
    case EventEntity::kPrompt:
      return "prompt";
    case EventEntity::kPromptVersion:
      return "prompt_version";
    case EventEntity::kPromptTag:
      return "prompt_tag";
    case EventEntity::kPromptVersionTag:
      return "prompt_version_tag";
    case EventEntity::kPromptAlias:
      return "prompt_alias";
    case EventEntity::kBudgetPolicy:
      return "budget_policy";
  }
  return {};
}

std::string_view name(EventAction action) {
  switch (action) {
    case EventAction::kCreated:
      return "created";
    case EventAction::kUpdated:
      return "updated";
    case EventAction::kDeleted:
      return "deleted";
    case EventAction::kSet:
      return "set";
    case EventAction::kExceeded:
      return "exceeded";
  }
  return {};
}

}  // namespace cairn::registry
