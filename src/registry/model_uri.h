// models:/ URIs: models:/name/3, models:/name/Production, models:/name/latest, models:/name@alias, and models:/m-… for
// a logged model. Pure; any thread may call.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cairn::registry {

struct ModelUri {
  std::string model_id;  // then nothing else is set
  std::string name;
  std::string version;  // digits
  std::string stage;    // as the URI writes it
  std::string alias;
  // With a name and nothing else: the highest version.
};

// Nothing for a text that is no such URI.
[[nodiscard]] std::optional<ModelUri> parse_model_uri(std::string_view uri);

}  // namespace cairn::registry
