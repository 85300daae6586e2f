#include "api/own/cairn_messages.h"

#include "api/wire/message_fields.h"

namespace cairn::api {

CAIRN_MESSAGE(ExperimentActivityRequest, F(experiment_ids))
CAIRN_MESSAGE(tracking::ExperimentActivity, F(experiment_id), F(runs), F(running), F(last_activity))
CAIRN_MESSAGE(ExperimentActivityResponse, F(experiments))
CAIRN_MESSAGE(MetricSummariesRequest, F(run_ids), F(metric_keys), F(step))
CAIRN_MESSAGE(MetricSummaryEntry, F(run_id), F(key), F(count), F(nan_count), F(min), F(max), F(mean), F(value_at_step),
              F(step))
CAIRN_MESSAGE(MetricSummariesResponse, F(summaries))
CAIRN_MESSAGE(RunKeysRequest, F(experiment_ids), F(contains), F(max_results))
CAIRN_MESSAGE(tracking::RunKeys, F(metrics), F(params), F(tags))
CAIRN_MESSAGE(RunValuesRequest, F(experiment_ids), F(entity), F(key), F(contains), F(max_results))
CAIRN_MESSAGE(tracking::RunValue, F(value), F(runs))
CAIRN_MESSAGE(RunValuesResponse, F(values))
CAIRN_MESSAGE(ExperimentChanged, F(experiment_id), F(run_ids))
CAIRN_MESSAGE(RunsChanged, F(experiments))

}  // namespace cairn::api
