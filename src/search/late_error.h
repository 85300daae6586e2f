// MLflow finds some mistakes only when it asks its database, and then fails with a server error. Here they are a user's
// mistakes like the others, but the others come first.
#pragma once

#include <optional>
#include <utility>

#include "core/error.h"

namespace cairn::search {

struct LateError {
  std::optional<Error> first;

  void note(Error error) {
    if (!first) first = std::move(error);
  }
};

}  // namespace cairn::search
