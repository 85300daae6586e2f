// Between rows and chunks, for a whole database: behind `cairn db expand` and `cairn db compact`.
//
// Work goes in batches, each a transaction of its own, so that others write in between. A batch leaves every history
// whole; a command that was stopped is finished by running it again. Both may run beside a live server.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "db/database.h"

namespace cairn::tracking {

struct ConversionProgress {
  std::size_t runs_done = 0;
  std::size_t runs_total = 0;
  std::int64_t points = 0;  // rewritten so far
};
// Called after each batch, on the thread that converts.
using OnProgress = std::function<void(const ConversionProgress&)>;

// The runs that have history of either kind.
Result<std::vector<std::string>> runs_with_history(db::Connection& connection);

// Writes the chunks of these runs back as rows, for going back to MLflow.
Result<ConversionProgress> expand(db::Database& database, std::span<const std::string> run_ids,
                                  const OnProgress& on_progress);
// Makes chunks of the rows of these runs, and few large chunks of many small ones.
Result<ConversionProgress> compact(db::Database& database, std::span<const std::string> run_ids,
                                   const OnProgress& on_progress);

}  // namespace cairn::tracking
