// What the checks of an installation share: the server, and what they have made there.
#pragma once

#include <string>

#include "client/connection.h"
#include "tracking/types.h"

namespace cairn::cli {

struct Probe {
  const client::Connection& server;
  // Of the experiment, the run and the model: nobody else's, so that what is found by it may be deleted.
  const std::string name;

  std::string experiment_id{};
  tracking::RunInfo run{};
};

}  // namespace cairn::cli
