#include "db/upgrade_migrations.h"

#include <algorithm>
#include <fmt/format.h>

#include "db/upgrade_trace_analytics.h"

namespace cairn::db {
namespace {

constexpr std::string_view kBeforeMlflow29[] = {
    "451aebb31d03", "90e64c465722", "181f10493468", "df50e92ffc5e", "7ac759974ad8", "89d4b8295536",
    "2b4d017a5e9b", "cfd24bdc0731", "0a8213491aaa", "728d730b5ebd", "27a6a02d2cf1", "84291f40a231",
    "a8c4a736bde6", "39d1c3be5f05", "c48cb773bb87", "bd07f7e963c5", "0c779009ac13", "cc1f77228345",
    "97727af70f4d", "3500859a5d39", "7f2a7d5fae7d", "2d6e25af4d3e",
};

std::vector<Migration> list_migrations() {
  return {
      {.revision = "acf3f17fdcc7",
       .release = "2.9",
       .new_tables = {"experiments", "experiment_tags", "runs", "tags", "params", "metrics", "latest_metrics",
                      "datasets", "inputs", "input_tags", "registered_models", "registered_model_tags",
                      "registered_model_aliases", "model_versions", "model_version_tags"}},
      {.revision = "867495a8f9d4",
       .release = "2.13",
       .new_tables = {"trace_info", "trace_tags", "trace_request_metadata"}},
      {.revision = "5b0e9adcef9c", .release = "2.14"},
      {.revision = "4465047574b1", .release = "2.15"},
      {.revision = "f5a4f2784254", .release = "2.17"},
      {.revision = "0584bdc529eb", .release = "2.18"},
      {.revision = "400f98739977",
       .release = "3.0",
       .new_tables = {"logged_models", "logged_model_metrics", "logged_model_params", "logged_model_tags"}},
      {.revision = "6953534de441", .release = "3.0"},
      {.revision = "bda7b8c39065", .release = "3.1"},
      {.revision = "cbc13b556ace", .release = "3.2"},
      {.revision = "770bee3ae1dd", .release = "3.2", .new_tables = {"assessments"}},
      {.revision = "a1b2c3d4e5f6", .release = "3.3", .new_tables = {"spans"}},
      {.revision = "de4033877273", .release = "3.3", .new_tables = {"entity_associations"}},
      {.revision = "1a0cddfcaa16", .release = "3.3", .new_tables = {"webhooks", "webhook_events"}},
      {.revision = "534353b11cbc", .release = "3.4", .new_tables = {"scorers", "scorer_versions"}},
      {.revision = "71994744cf8e",
       .release = "3.4",
       .new_tables = {"evaluation_datasets", "evaluation_dataset_tags", "evaluation_dataset_records"}},
      {.revision = "3da73c924c2f", .release = "3.5"},
      {.revision = "bf29a5ff90ea", .release = "3.5", .new_tables = {"jobs"}},
      {.revision = "1bd49d398cd23",
       .release = "3.8",
       .new_tables = {"secrets", "endpoints", "model_definitions", "endpoint_model_mappings", "endpoint_bindings",
                      "endpoint_tags"}},
      {.revision = "b7c8d9e0f1a2", .release = "3.9", .new_tables = {"trace_metrics"}},
      {.revision = "5d2d30f0abce",
       .release = "3.9",
       .dropped_indexes = {"index_jobs_function_status_creation_time"},
       .moved_columns = {{"jobs", "job_name", "function_fullname", "function_fullname"}}},
      {.revision = "c9d4e5f6a7b8", .release = "3.9", .dropped_indexes = {"unique_endpoint_model_mapping"}},
      {.revision = "2c33131f4dae", .release = "3.9", .new_tables = {"online_scoring_configs"}},
      {.revision = "d3e4f5a6b7c8", .release = "3.9"},
      {.revision = "d0e1f2a3b4c5", .release = "3.10"},
      {.revision = "c8d9e0f1a2b3", .release = "3.10", .new_tables = {"span_metrics"}},
      {.revision = "1b5f0d9ad7c1",
       .release = "3.10",
       .new_tables = {"workspaces"},
       .dropped_indexes = {"unique_secret_name", "unique_endpoint_name", "unique_model_definition_name"},
       .steps = {{"INSERT INTO workspaces (name, description) "
                  "VALUES ('default', 'Default workspace for legacy resources')"}}},
      {.revision = "e1f2a3b4c5d6", .release = "3.11", .new_tables = {"budget_policies"}},
      {.revision = "76601a5f987d", .release = "3.11", .new_tables = {"issues"}},
      {.revision = "c3d6457b6d8a", .release = "3.11"},
      {.revision = "a5b4c3d2e1f0", .release = "3.12"},
      {.revision = "ae8bbe7743c9", .release = "3.12", .new_tables = {"guardrails", "guardrail_configs"}},
      {.revision = "7d34483879f0", .release = "3.12"},
      {.revision = "da6fb0208061", .release = "3.13"},
      {.revision = "89d3d66ed43f", .release = "3.14", .new_tables = {"label_schemas"}},
      {.revision = "b7e4c1a90f23",
       .release = "3.14",
       .new_tables = {"review_queues", "review_queue_users", "review_queue_items", "review_queue_label_schemas"}},
      {.revision = "a8b9c0d1e2f3",
       .release = "3.15",
       .new_tables = {"mcp_servers", "mcp_server_versions", "mcp_server_tags", "mcp_server_version_tags",
                      "mcp_server_aliases", "mcp_access_endpoints"}},
      {.revision = "c1d2e3f4a5b6", .release = "3.15", .dropped_indexes = {"index_spans_experiment_id"}},
      {.revision = "c3d9e7f1a2b4", .release = "3.15"},
      {.revision = "6f8d9c3b2a1e", .release = "3.15"},
      {.revision = "1971f2d9a75b", .release = "3.16"},
      {.revision = "17e22815139b", .release = "3.16"},
      {.revision = "b7e2c1a4d9f3", .release = "3.16"},
      trace_analytics_migration(),
      {.revision = "dc11669786a5",
       .release = "3.17",
       .new_tables = {"scheduler_leases", "job_locks"},
       .steps = {{"UPDATE jobs SET status = 5, "
                  "last_update_time = CAST((julianday('now') - julianday('1970-01-01')) * 86400000 AS INTEGER) "
                  "WHERE status IN (0, 1)",
                  "pending or running jobs were marked as cancelled: the job runner of MLflow 3.17 cannot resume "
                  "them."}}},
  };
}

}  // namespace

const std::vector<Migration>& known_migrations() {
  static const std::vector<Migration> migrations = list_migrations();
  return migrations;
}

Result<std::span<const Migration>> migrations_after(std::string_view revision) {
  const auto& all = known_migrations();
  const auto found = std::ranges::find(all, revision, &Migration::revision);
  if (found != all.end()) return std::span(std::next(found), all.end());
  if (std::ranges::find(kBeforeMlflow29, revision) != std::end(kBeforeMlflow29)) {
    return invalid_state(fmt::format(
        "The database is at schema version '{}', which is older than MLflow 2.9. Take it there first: install "
        "mlflow==2.22.4 in an environment of its own and run its `mlflow db upgrade <the database's URI>`; then run "
        "this command again.",
        revision));
  }
  return invalid_state(fmt::format(
      "The database is at schema version '{}', which this cairn does not know: it goes up to '{}' (MLflow {}). It was "
      "written by a newer MLflow; use a newer cairn.",
      revision, all.back().revision, all.back().release));
}

}  // namespace cairn::db
