#include "tracking/run_columns.h"

namespace cairn::tracking {
namespace {

struct AttributeColumn {
  std::string_view attribute;
  std::string_view column;
};
constexpr AttributeColumn kColumns[] = {
    {"run_id", "r.run_uuid"},           {"run_name", "r.name"},         {"status", "r.status"},
    {"user_id", "r.user_id"},           {"start_time", "r.start_time"}, {"end_time", "r.end_time"},
    {"artifact_uri", "r.artifact_uri"},
};

}  // namespace

std::string_view run_column(std::string_view attribute) {
  for (const AttributeColumn& each : kColumns) {
    if (each.attribute == attribute) return each.column;
  }
  return "NULL";
}

std::string_view run_table(search::Entity entity) {
  switch (entity) {
    case search::Entity::kMetric:
      return "latest_metrics";
    case search::Entity::kParam:
      return "params";
    default:
      return "tags";
  }
}

}  // namespace cairn::tracking
