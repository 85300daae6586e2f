#include "api/tracking/tracking_messages.h"

#include "api/wire/message_fields.h"

namespace cairn::api {

namespace t = tracking;

template <>
EnumTable enum_table<t::RunStatus>() {
  static constexpr EnumValue kValues[] = {
      {1, "RUNNING"}, {2, "SCHEDULED"}, {3, "FINISHED"}, {4, "FAILED"}, {5, "KILLED"}};
  return kValues;
}
template <>
EnumTable enum_table<t::ViewType>() {
  static constexpr EnumValue kValues[] = {{1, "ACTIVE_ONLY"}, {2, "DELETED_ONLY"}, {3, "ALL"}};
  return kValues;
}

template <>
const MessageType* message_type<Empty>() {
  static constexpr MessageType kType{{}, &reset_message<Empty>};
  return &kType;
}

CAIRN_MESSAGE(t::Tag, F(key), F(value))
CAIRN_MESSAGE(t::Param, F(key), F(value))
CAIRN_MESSAGE(t::Metric, F(key), F(value), F(timestamp), F(step))
CAIRN_MESSAGE(t::Experiment, F(experiment_id), F(name), F(artifact_location), F(lifecycle_stage), F(last_update_time),
              F(creation_time), F(tags), F(workspace))
CAIRN_MESSAGE(t::RunInfo, NAMED("run_uuid", run_id), F(experiment_id), F(run_name), F(user_id), F(status),
              F(start_time), F(end_time), F(artifact_uri), F(lifecycle_stage), F(run_id))
CAIRN_MESSAGE(t::RunData, F(metrics), F(params), F(tags))
CAIRN_MESSAGE(t::Dataset, F(name), F(digest), F(source_type), F(source), F(schema), F(profile))
CAIRN_MESSAGE(t::DatasetInput, F(tags), F(dataset))
CAIRN_MESSAGE(t::ModelInput, F(model_id))
CAIRN_MESSAGE(t::ModelOutput, F(model_id), F(step))
CAIRN_MESSAGE(t::RunInputs, F(dataset_inputs), F(model_inputs))
CAIRN_MESSAGE(t::RunOutputs, F(model_outputs))
CAIRN_MESSAGE(t::Run, F(info), F(data), F(inputs), F(outputs))
CAIRN_MESSAGE(t::DatasetSummary, F(experiment_id), F(name), F(digest), F(context))

CAIRN_MESSAGE(ExperimentIdRequest, F(experiment_id))
CAIRN_MESSAGE(CreateExperimentRequest, F(name), F(artifact_location), F(tags))
CAIRN_MESSAGE(CreateExperimentResponse, F(experiment_id))
CAIRN_MESSAGE(GetExperimentByNameRequest, F(experiment_name))
CAIRN_MESSAGE(ExperimentResponse, F(experiment))
CAIRN_MESSAGE(SearchExperimentsRequest, F(max_results), F(page_token), F(filter), F(order_by), F(view_type))
CAIRN_MESSAGE(SearchExperimentsResponse, F(experiments), F(next_page_token))
CAIRN_MESSAGE(UpdateExperimentRequest, F(experiment_id), F(new_name))
CAIRN_MESSAGE(ExperimentTagRequest, F(experiment_id), F(key), F(value))
CAIRN_MESSAGE(SearchDatasetsRequest, F(experiment_ids))
CAIRN_MESSAGE(SearchDatasetsResponse, F(dataset_summaries))

CAIRN_MESSAGE(CreateRunRequest, F(experiment_id), F(user_id), F(run_name), F(start_time), F(tags))
CAIRN_MESSAGE(RunResponse, F(run))
CAIRN_MESSAGE(RunIdRequest, F(run_id), F(run_uuid))
CAIRN_MESSAGE(UpdateRunRequest, F(run_id), F(run_uuid), F(status), F(end_time), F(run_name))
CAIRN_MESSAGE(UpdateRunResponse, F(run_info))
CAIRN_MESSAGE(SearchRunsRequest, F(experiment_ids), F(filter), F(run_view_type), F(max_results), F(order_by),
              F(page_token))
CAIRN_MESSAGE(SearchRunsResponse, F(runs), F(next_page_token))
CAIRN_MESSAGE(LogMetricRequest, F(run_id), F(run_uuid), F(key), F(value), F(timestamp), F(step), F(model_id),
              F(dataset_name), F(dataset_digest))
CAIRN_MESSAGE(KeyValueRequest, F(run_id), F(run_uuid), F(key), F(value))
CAIRN_ITEM(BatchMetric, ("key", "value", "timestamp"), F(key), F(value), F(timestamp), F(step), F(model_id),
           F(dataset_name), F(dataset_digest))
CAIRN_ITEM(BatchEntry, ("key"), F(key), F(value))
CAIRN_MESSAGE(LogBatchRequest, F(run_id), F(run_uuid), F(metrics), F(params), F(tags))
CAIRN_MESSAGE(LogModelRequest, F(run_id), F(run_uuid), F(model_json))
CAIRN_MESSAGE(LogInputsRequest, F(run_id), F(run_uuid), F(datasets), F(models))
CAIRN_MESSAGE(LogOutputsRequest, F(run_id), F(run_uuid), F(models))

CAIRN_MESSAGE(GetMetricHistoryRequest, F(run_id), F(run_uuid), F(metric_key), F(page_token), F(max_results))
CAIRN_MESSAGE(GetMetricHistoryResponse, F(metrics), F(next_page_token))
CAIRN_MESSAGE(GetMetricHistoryBulkIntervalRequest, F(run_ids), F(metric_key), F(start_step), F(end_step),
              F(max_results))
CAIRN_MESSAGE(MetricWithRunId, F(key), F(value), F(timestamp), F(step), F(run_id))
CAIRN_MESSAGE(GetMetricHistoryBulkIntervalResponse, F(metrics))

}  // namespace cairn::api
