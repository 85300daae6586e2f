// What an MLflow server keeps and a move over REST leaves behind: traces, webhooks, other workspaces.
#pragma once

#include <string>
#include <vector>

#include "client/connection.h"
#include "transfer/source.h"

namespace cairn::transfer {

// A server that knows nothing of such things answers with an error: then there are none.
void note_left_out(const client::Connection& connection, const std::vector<std::string>& experiment_ids,
                   std::vector<Skipped>& skipped);

}  // namespace cairn::transfer
