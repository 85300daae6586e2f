// What is searched and sorted by of a logged model itself: MLflow's columns, and the shorter names of some.
#pragma once

#include <string_view>

namespace cairn::search {

struct LoggedModelAttribute {
  std::string_view name;
  std::string_view column;
  bool numeric = false;  // compared with numbers; other columns with text, whatever they hold
};

// The attribute of that name, or nullptr.
[[nodiscard]] const LoggedModelAttribute* find_logged_model_attribute(std::string_view name);

}  // namespace cairn::search
