// Prompts are registered models with certain tags, as MLflow stores them.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

#include "core/utf8.h"
#include "registry/types.h"

namespace cairn::registry {

// A registered model with this tag at "true" is a prompt, and so are its versions with it.
inline constexpr std::string_view kIsPromptTag = "mlflow.prompt.is_prompt";
inline constexpr std::string_view kPromptTypeTag = "_mlflow_prompt_type";
inline constexpr std::string_view kPromptTextTag = "mlflow.prompt.text";

// Of several tags with one key, the last counts.
[[nodiscard]] inline bool marks_prompt(std::span<const Tag> tags) {
  const auto last = std::find_if(tags.rbegin(), tags.rend(), [](const Tag& tag) { return tag.key == kIsPromptTag; });
  return last != tags.rend() && lower_case(last->value) == "true";
}

}  // namespace cairn::registry
