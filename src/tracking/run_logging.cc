#include "tracking/run_logging.h"

#include <vector>

#include "tracking/runs.h"

namespace cairn::tracking {

Status RunLogging::apply(db::Connection& connection, std::span<db::GroupWrite::Item* const> items) const {
  MetricAppend append(mode_);
  RunLocks locks;
  for (db::GroupWrite::Item* each : items) {
    const Item& item = static_cast<Item&>(*each);
    locks.add(item.run_id);
    for (const MetricEntry& entry : item.metrics) append.add(item.run_id, logged_metric(entry));
  }
  const db::Statement statements[] = {locks.statement(), append.heads()};
  auto answers = TRY(connection.run_all(statements));
  TRY(locks.read(std::move(answers[0])));
  std::vector<const Item*> accepted;
  for (db::GroupWrite::Item* each : items) {
    Item& item = static_cast<Item&>(*each);
    auto experiment = locks.begin_change(connection, item.run_id);
    item.outcome = experiment.ok() ? Status() : Status(experiment.error());
    if (experiment.ok())
      accepted.push_back(&item);
    else
      append.leave_out(item.run_id);
  }
  TRY(append.apply(connection, std::move(answers[1])));
  for (const Item* item : accepted) {
    for (const Tag& tag : item->tags) TRY(write_tag(connection, item->run_id, tag));
  }
  return {};
}

}  // namespace cairn::tracking
