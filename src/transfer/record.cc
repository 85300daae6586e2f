#include "transfer/record.h"

#include <algorithm>

#include "api/wire/message_fields.h"
#include "tracking/metric_duplicates.h"

namespace cairn::api {

namespace r = transfer;

CAIRN_MESSAGE(r::ExperimentRow, F(experiment_id), F(name), F(artifact_location), F(lifecycle_stage), F(creation_time),
              F(last_update_time))
CAIRN_MESSAGE(r::ExperimentRecord, F(experiment), F(tags))
CAIRN_MESSAGE(r::RunRow, F(run_uuid), F(name), F(source_type), F(source_name), F(entry_point_name), F(user_id),
              F(status), F(start_time), F(end_time), F(source_version), F(lifecycle_stage), F(artifact_uri),
              F(experiment_id), F(deleted_time))
CAIRN_MESSAGE(r::DatasetRow, F(dataset_uuid), F(name), F(digest), F(dataset_source_type), F(dataset_source),
              F(dataset_schema), F(dataset_profile))
CAIRN_MESSAGE(r::DatasetUse, F(dataset), F(tags))
CAIRN_MESSAGE(r::ModelUse, F(model_id), F(step))
CAIRN_MESSAGE(r::RunRecord, F(run), F(params), F(tags), F(datasets), F(model_inputs), F(model_outputs))
CAIRN_MESSAGE(r::LoggedModelRow, F(model_id), F(experiment_id), F(name), F(artifact_location), F(creation_timestamp_ms),
              F(last_updated_timestamp_ms), F(status), F(lifecycle_stage), F(model_type), F(source_run_id),
              F(status_message))
CAIRN_MESSAGE(r::LoggedModelMetricRow, F(metric_name), F(metric_timestamp_ms), F(metric_step), F(metric_value),
              F(run_id), F(dataset_uuid), F(dataset_name), F(dataset_digest))
CAIRN_MESSAGE(r::LoggedModelRecord, F(model), F(params), F(tags), F(metrics))
CAIRN_MESSAGE(r::RegisteredModelRow, F(name), F(creation_time), F(last_updated_time), F(description))
CAIRN_MESSAGE(r::VersionRow, F(version), F(creation_time), F(last_updated_time), F(description), F(user_id),
              F(current_stage), F(source), F(run_id), F(status), F(status_message), F(run_link), F(storage_location))
CAIRN_MESSAGE(r::VersionRecord, F(version), F(tags))
CAIRN_MESSAGE(r::AliasRow, F(alias), F(version))
CAIRN_MESSAGE(r::RegisteredModelRecord, F(model), F(tags), F(aliases), F(versions))

}  // namespace cairn::api

namespace cairn::transfer {
namespace {

template <class Item, class Key>
void sort_by(std::vector<Item>& items, Key key) {
  std::ranges::sort(items, {}, key);
}

}  // namespace

std::size_t RunRecord::point_count() const {
  std::size_t count = 0;
  for (const History& history : histories) count += history.points.size();
  return count;
}

void normalise(RunRecord& record) {
  sort_by(record.params, &Param::key);
  sort_by(record.tags, &Tag::key);
  for (DatasetUse& use : record.datasets) sort_by(use.tags, &Tag::key);
  sort_by(record.datasets, [](const DatasetUse& use) { return std::pair(use.dataset.name, use.dataset.digest); });
  sort_by(record.model_inputs, &ModelUse::model_id);
  sort_by(record.model_outputs, &ModelUse::model_id);
  sort_by(record.histories, &History::key);
  for (History& history : record.histories) {
    std::ranges::sort(history.points, tracking::ByTime());
    const auto repeated = std::ranges::unique(history.points);
    history.points.erase(repeated.begin(), repeated.end());
  }
}

void normalise(LoggedModelRecord& record) {
  sort_by(record.params, &Param::key);
  sort_by(record.tags, &Tag::key);
  sort_by(record.metrics, [](const LoggedModelMetricRow& metric) {
    return std::tuple(metric.metric_name, metric.metric_timestamp_ms, metric.metric_step, metric.run_id);
  });
}

void normalise(RegisteredModelRecord& record) {
  sort_by(record.tags, &Tag::key);
  sort_by(record.aliases, &AliasRow::alias);
  sort_by(record.versions, [](const VersionRecord& version) { return version.version.version; });
  for (VersionRecord& version : record.versions) sort_by(version.tags, &Tag::key);
}

}  // namespace cairn::transfer
