#include "db/upgrade_trace_analytics.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace cairn::db {
namespace {

// Each is the key of a metric, a member of a trace's metadata, and the column that takes its place.
constexpr std::string_view kTokens[] = {
    "input_tokens",
    "output_tokens",
    "total_tokens",
    "cache_read_input_tokens",
    "cache_creation_input_tokens",
    "cache_creation_input_tokens_above_1hr",
};
constexpr std::string_view kCosts[] = {"input_cost", "output_cost", "total_cost"};

constexpr std::string_view kOrphanSpan =
    "SELECT 'the span ' || span_id || ' belongs to the trace ' || trace_id || ', which does not exist' "
    "FROM old.spans WHERE trace_id NOT IN (SELECT request_id FROM old.trace_info) LIMIT 1";
constexpr std::string_view kOrphanAssessment =
    "SELECT 'the assessment ' || assessment_id || ' belongs to the trace ' || trace_id || ', which does not exist' "
    "FROM old.assessments WHERE trace_id NOT IN (SELECT request_id FROM old.trace_info) LIMIT 1";
constexpr std::string_view kUnreadableDimensions =
    "SELECT 'dimension_attributes of the span ' || span_id || ' in the trace ' || trace_id || ': ' || "
    "span_dimension_problem(dimension_attributes) "
    "FROM old.spans WHERE span_dimension_problem(dimension_attributes) IS NOT NULL LIMIT 1";

// "<column> = (SELECT <of the row of another table with that key>)"
std::string from_metadata(std::string_view column, std::string_view expression, std::string_view key) {
  return fmt::format(
      "{} = (SELECT {} FROM trace_request_metadata AS m WHERE m.key = '{}' AND m.request_id = trace_info.request_id)",
      column, expression, key);
}

Step trace_columns() {
  std::vector<std::string> assignments = {
      "trace_name = (SELECT first_characters(value, 4096) FROM trace_tags AS t "
      "WHERE t.key = 'mlflow.traceName' AND t.request_id = trace_info.request_id)",
      from_metadata("session_id", "first_characters(value, 250)", "mlflow.trace.session"),
  };
  for (const auto token : kTokens) {
    assignments.push_back(
        from_metadata(token, fmt::format("token_count(json_member(value, '{}'))", token), "mlflow.trace.tokenUsage"));
  }
  for (const auto cost : kCosts) {
    assignments.push_back(
        from_metadata(cost, fmt::format("finite_float(json_member(value, '{}'))", cost), "mlflow.trace.cost"));
  }
  return {fmt::format("UPDATE trace_info SET {}", fmt::join(assignments, ", "))};
}

// Where a trace has a metric, that counts, not its metadata.
Step token_metric(std::string_view token) {
  return {
      fmt::format("UPDATE trace_info SET {0} = token_count(m.value) FROM trace_metrics AS m "
                  "WHERE m.key = '{0}' AND m.request_id = trace_info.request_id",
                  token)};
}

Step span_costs() {
  std::vector<std::string> assignments;
  for (const auto cost : kCosts) {
    assignments.push_back(
        fmt::format("{0} = (SELECT finite_float(value) FROM span_metrics AS m "
                    "WHERE m.key = '{0}' AND m.trace_id = spans.trace_id AND m.span_id = spans.span_id)",
                    cost));
  }
  // Only spans that have or had a cost: rewriting them all would rewrite their contents.
  return {fmt::format(
      "UPDATE spans SET {} WHERE coalesce({}) IS NOT NULL "
      "OR EXISTS (SELECT 1 FROM span_metrics AS m WHERE m.trace_id = spans.trace_id AND m.span_id = spans.span_id)",
      fmt::join(assignments, ", "), fmt::join(kCosts, ", "))};
}

constexpr std::string_view kGatewayTraceCosts =
    "UPDATE trace_info SET total_cost = (SELECT sum(s.total_cost) FROM spans AS s "
    "WHERE s.trace_id = trace_info.request_id) "
    "WHERE total_cost IS NULL AND EXISTS (SELECT 1 FROM trace_request_metadata AS m "
    "WHERE m.key = 'mlflow.gateway.endpointId' AND m.request_id = trace_info.request_id)";

constexpr std::string_view kAssessmentColumns =
    "UPDATE assessments SET experiment_id = t.experiment_id, trace_timestamp_ms = t.timestamp_ms, "
    "aggregate_value = assessment_value(value), is_numeric_value = assessment_is_numeric(value) "
    "FROM trace_info AS t WHERE t.request_id = assessments.trace_id";

Step remove(std::string_view table, std::span<const std::string_view> keys) {
  return {fmt::format("DELETE FROM {} WHERE key IN ('{}')", table, fmt::join(keys, "', '"))};
}

std::vector<Step> steps() {
  constexpr std::string_view kNameTag[] = {"mlflow.traceName"};
  constexpr std::string_view kMetadata[] = {"mlflow.trace.session", "mlflow.trace.tokenUsage", "mlflow.trace.cost"};
  std::vector<Step> steps = {trace_columns()};
  for (const auto token : kTokens) steps.push_back(token_metric(token));
  steps.push_back(span_costs());
  steps.push_back({std::string(kGatewayTraceCosts)});
  steps.push_back({std::string(kAssessmentColumns)});
  steps.push_back(remove("trace_tags", kNameTag));
  steps.push_back(remove("trace_request_metadata", kMetadata));
  steps.push_back(remove("trace_metrics", kTokens));
  steps.push_back(remove("span_metrics", kCosts));
  return steps;
}

}  // namespace

Migration trace_analytics_migration() {
  return {
      .revision = "75868b020152",
      .release = "3.17",
      .new_tables = {"sql_trace_metric_daily_rollups", "sql_span_cost_daily_rollups", "sql_assessment_daily_rollups",
                     "sql_trace_rollup_rebuild_queue"},
      .requirements = {{"spans", "trace_id", kOrphanSpan},
                       {"assessments", "trace_id", kOrphanAssessment},
                       {"spans", "dimension_attributes", kUnreadableDimensions}},
      .moved_columns =
          {{"spans", "model_name", "dimension_attributes",
            "first_characters(span_dimension(dimension_attributes, 'mlflow.llm.model'), 500)"},
           {"spans", "model_provider", "dimension_attributes",
            "first_characters(span_dimension(dimension_attributes, 'mlflow.llm.provider'), 500)"},
           // MLflow's tool that fills these columns ahead of the migration leaves this one NULL in some rows.
           {"assessments", "is_numeric_value", "is_numeric_value", "0"}},
      .steps = steps(),
  };
}

}  // namespace cairn::db
