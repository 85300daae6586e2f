// Metrics and tags that clients log to runs, those of many clients at once: the runs are locked and what has to be
// known of their metrics is read in one round trip, and what is written goes out with the commit.
#pragma once

#include <span>
#include <string_view>

#include "db/group_write.h"
#include "tracking/metric_append.h"
#include "tracking/types.h"

namespace cairn::tracking {

class RunLogging final : public db::GroupWrite {
 public:
  struct Item : db::GroupWrite::Item {
    std::string_view run_id;
    std::span<const MetricEntry> metrics;  // none of a logged model
    std::span<const Tag> tags;
  };

  explicit RunLogging(MetricHistory::Mode mode) : mode_(mode) {}
  Status apply(db::Connection& connection, std::span<db::GroupWrite::Item* const> items) const override;

 private:
  MetricHistory::Mode mode_;
};

}  // namespace cairn::tracking
