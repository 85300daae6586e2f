// Which sources a model version may have. Anybody may later read the version's files through the server, so a client
// may name only places that its request proves to belong to the version.
#pragma once

#include <string_view>

#include "core/result.h"
#include "db/connection.h"

namespace cairn::registry {

inline constexpr std::string_view kRunIdParameter = "run_id";
inline constexpr std::string_view kModelIdParameter = "model_id";

// What the source must lie in: a run or a logged model, named by a parameter of the request. An empty id: nothing is
// named.
struct Container {
  std::string_view parameter;
  std::string_view id;
};

// Looks up the container, and follows links in the file system where the source is a local path.
Status check_source(db::Connection& connection, std::string_view source, const Container& container);

Error invalid_source(std::string_view source, std::string_view why);

}  // namespace cairn::registry
