// Creating runs, those of many clients at once: their experiments are read in one statement, and all rows go out with
// the commit.
#pragma once

#include <span>

#include "db/group_write.h"
#include "tracking/runs.h"

namespace cairn::tracking {

class RunCreation final : public db::GroupWrite {
 public:
  struct Item : db::GroupWrite::Item {
    NewRun request;
    Run run;  // as it was made; its id is given
  };

  Status apply(db::Connection& connection, std::span<db::GroupWrite::Item* const> items) const override;
};

}  // namespace cairn::tracking
