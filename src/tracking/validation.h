// MLflow's limits and name rules, with its words. Lengths count characters, not bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/result.h"
#include "tracking/types.h"

namespace cairn::tracking {

// `path` is how the text names the value ("key", "metrics[3].name").
Status validate_name(std::string_view name, std::string_view path);
// The part of it that concerns names which may become file names: "a//b", "../a" and the like are refused.
Status validate_normal_path(std::string_view name, std::string_view path);
Status validate_length(std::string_view what, std::string_view value, std::size_t limit);

// Experiment ids are integers that travel as strings.
Result<std::int64_t> parse_experiment_id(std::string_view text);
Status validate_experiment_name(std::string_view name);
Status validate_experiment_tag(const Tag& tag);
// Refuses storage that a client could use to make the server talk to a host of the client's choosing. `field` is how
// the text names the URI.
Status validate_artifact_host(std::string_view uri, std::string_view field);
// Where an experiment's artifacts may be said to live.
Status validate_artifact_location(std::string_view location);

// An empty name is none.
Status validate_logged_model_name(std::string_view name);

Status validate_run_id(std::string_view run_id);

// `path` is empty for a single value, "metrics[3]" in a batch. Over-long parameter and tag values are cut, as MLflow
// cuts them unless MLFLOW_TRUNCATE_LONG_VALUES=false.
Status validate_metric(const Metric& metric, std::string_view path);
// A metric measured on a dataset names it with its digest.
Status validate_dataset_pair(const MetricEntry& entry);
Status validate_param(Param& param, std::string_view path);
Status validate_tag(Tag& tag, std::string_view path);
Status validate_batch_sizes(std::size_t metrics, std::size_t params, std::size_t tags);
Status validate_unique_keys(std::span<const Param> params);
Status validate_dataset_input(const DatasetInput& input);

}  // namespace cairn::tracking
