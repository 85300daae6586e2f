#include "api/graphql/graphql_output.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "api/registry/registry_messages.h"
#include "api/tracking/tracking_messages.h"
#include "core/json_text.h"
#include "registry/version_search.h"

namespace cairn::api::graphql {
namespace {

namespace t = tracking;
using Selections = std::span<const Selection* const>;

// What a run's pages ask of it beyond the message.
using WriteExtra = Status (*)(const Request&, const void* message, Selections, std::string& out);
struct Extra {
  std::string_view field;
  WriteExtra write;
};

Status write_experiment(const Request& request, const void* message, Selections selections, std::string& out) {
  const auto& run = *static_cast<const t::Run*>(message);
  const t::Experiment experiment = TRY(request.services.experiments.get(run.info.experiment_id));
  return write_object(request, *message_type<t::Experiment>(), &experiment, selections, out);
}

Status write_versions(const Request& request, const void* message, Selections selections, std::string& out) {
  constexpr std::int64_t kMost = 1000;
  const auto& run = *static_cast<const t::Run*>(message);
  const auto page = TRY(registry::search_model_versions(request.services.database,
                                                        {fmt::format("run_id='{}'", run.info.run_id), kMost, {}, {}}));
  out += '[';
  for (const registry::ModelVersion& version : page.items) {
    if (out.back() == '}') out += ',';
    TRY(write_object(request, *message_type<registry::ModelVersion>(), &version, selections, out));
  }
  out += ']';
  return {};
}

constexpr Extra kRunExtras[] = {{"experiment", write_experiment}, {"modelVersions", write_versions}};

// Fields that MLflow's schema has and its server never fills.
struct Unfilled {
  std::string_view field;
  std::string_view json;
};
constexpr Unfilled kNoApiError[] = {{"apiError", "null"}};
constexpr Unfilled kUnfilledOfExperiment[] = {{"effectiveTraceArchivalRetention", R"("")"}};
constexpr Unfilled kUnfilledOfMetric[] = {
    {"datasetName", R"("")"}, {"datasetDigest", R"("")"}, {"modelId", R"("")"}, {"runId", R"("")"}};
constexpr Unfilled kUnfilledOfVersion[] = {{"modelId", R"("")"}, {"modelParams", "[]"}, {"modelMetrics", "[]"}};

struct ObjectType {
  const MessageType* (*message)();
  std::string_view name;
  std::span<const Extra> extras;
  std::span<const Unfilled> unfilled;
};

constexpr ObjectType kTypes[] = {
    {message_type<RunResponse>, "MlflowGetRunResponse", {}, kNoApiError},
    {message_type<ExperimentResponse>, "MlflowGetExperimentResponse", {}, kNoApiError},
    {message_type<SearchRunsResponse>, "MlflowSearchRunsResponse", {}, kNoApiError},
    {message_type<GetMetricHistoryBulkIntervalResponse>, "MlflowGetMetricHistoryBulkIntervalResponse", {}, kNoApiError},
    {message_type<ModelVersionsResponse>, "MlflowSearchModelVersionsResponse", {}, kNoApiError},
    {message_type<SearchDatasetsResponse>, "MlflowSearchDatasetsResponse", {}, kNoApiError},
    {message_type<t::Run>, "MlflowRunExtension", kRunExtras, {}},
    {message_type<t::RunInfo>, "MlflowRunInfo", {}, {}},
    {message_type<t::RunData>, "MlflowRunData", {}, {}},
    {message_type<t::RunInputs>, "MlflowRunInputs", {}, {}},
    {message_type<t::RunOutputs>, "MlflowRunOutputs", {}, {}},
    {message_type<t::Metric>, "MlflowMetricExtension", {}, kUnfilledOfMetric},
    {message_type<t::Param>, "MlflowParam", {}, {}},
    {message_type<t::Tag>, "MlflowRunTag", {}, {}},
    {message_type<t::DatasetInput>, "MlflowDatasetInput", {}, {}},
    {message_type<t::Dataset>, "MlflowDataset", {}, {}},
    {message_type<t::DatasetSummary>, "MlflowDatasetSummary", {}, {}},
    {message_type<t::ModelInput>, "MlflowModelInput", {}, {}},
    {message_type<t::ModelOutput>, "MlflowModelOutput", {}, {}},
    {message_type<t::Experiment>, "MlflowExperiment", {}, kUnfilledOfExperiment},
    {message_type<MetricWithRunId>, "MlflowMetricWithRunId", {}, {}},
    {message_type<registry::ModelVersion>, "MlflowModelVersion", {}, kUnfilledOfVersion},
};

const ObjectType* object_type(const MessageType& type) {
  const auto found = std::find_if(std::begin(kTypes), std::end(kTypes),
                                  [&](const ObjectType& each) { return each.message() == &type; });
  return found == std::end(kTypes) ? nullptr : found;
}

// "start_time" is asked for as startTime.
bool is_camel_case_of(std::string_view snake, std::string_view name) {
  std::string camel;
  for (std::size_t i = 0; i < snake.size(); ++i) {
    if (snake[i] == '_' && i + 1 < snake.size())
      camel += static_cast<char>(snake[++i] - 'a' + 'A');
    else
      camel += snake[i];
  }
  return camel == name;
}

std::string_view enum_name(EnumTable table, std::int32_t number) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const EnumValue& value) { return value.number == number; });
  return found == table.end() ? table.front().name : found->name;
}

// What an unset field reads as.
Status write_default(const Request& request, const Field& field, Selections selections, std::string& out) {
  switch (field.kind) {
    case Kind::kString:
      out += R"("")";
      return {};
    case Kind::kInt64:
      out += R"("0")";
      return {};
    case Kind::kInt32:
    case Kind::kDouble:
      out += '0';
      return {};
    case Kind::kBool:
      out += "false";
      return {};
    case Kind::kEnum:
      out += fmt::format(R"("{}")", field.values().front().name);
      return {};
    case Kind::kMap:  // in no message that GraphQL reaches
      out += "null";
      return {};
    case Kind::kMessage:
      return write_object(request, *field.nested(), nullptr, selections, out);
  }
  return {};
}

Status write_item(const Request& request, const Field& field, const void* value, Selections selections,
                  std::string& out) {
  switch (field.kind) {
    case Kind::kString:
      write_json_string(*static_cast<const std::string*>(value), out);
      return {};
    case Kind::kInt64:
      out += fmt::format(R"("{}")", *static_cast<const std::int64_t*>(value));
      return {};
    case Kind::kInt32:
      out += fmt::format("{}", *static_cast<const std::int32_t*>(value));
      return {};
    case Kind::kDouble: {
      const double number = *static_cast<const double*>(value);
      if (std::isnan(number))
        out += "null";
      else
        write_json_double(number, out);
      return {};
    }
    case Kind::kBool:
      out += *static_cast<const bool*>(value) ? "true" : "false";
      return {};
    case Kind::kEnum:
      out += fmt::format(R"("{}")", enum_name(field.values(), *static_cast<const std::int32_t*>(value)));
      return {};
    case Kind::kMap:
      out += "null";
      return {};
    case Kind::kMessage:
      return write_object(request, *field.nested(), value, selections, out);
  }
  return {};
}

Status write_field(const Request& request, const Field& field, const void* message, Selections selections,
                   std::string& out) {
  const std::size_t count = message ? field.count(message) : 0;
  if (field.arity != Arity::kMany) {
    return count == 0 ? write_default(request, field, selections, out)
                      : write_item(request, field, field.item(message, 0), selections, out);
  }
  out += '[';
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += ',';
    TRY(write_item(request, field, field.item(message, i), selections, out));
  }
  out += ']';
  return {};
}

Status write_asked(const Request& request, const MessageType& type, const ObjectType* object, const void* message,
                   const Asked& asked, std::string& out) {
  const std::string_view name = asked.field->name;
  const std::string_view type_name = object ? object->name : "";
  if (name == "__typename") {
    out += fmt::format(R"("{}")", type_name);
    return {};
  }
  for (const Field& field : type.fields) {
    if (is_camel_case_of(field.name, name)) return write_field(request, field, message, asked.selections, out);
  }
  if (object) {
    for (const Extra& extra : object->extras) {
      if (extra.field == name && message) return extra.write(request, message, asked.selections, out);
    }
    for (const Unfilled& unfilled : object->unfilled) {
      if (unfilled.field != name) continue;
      out += unfilled.json;
      return {};
    }
  }
  request.refusals.push_back(fmt::format("Cannot query field '{}' on type '{}'.", name, type_name));
  out += "null";
  return {};
}

void collect(const Request& request, Selections selections, std::vector<Asked>& found) {
  for (const Selection* selection : selections) {
    if (selection->kind != Selection::Kind::kField) {
      const auto& inside = selection->kind == Selection::Kind::kInline
                               ? selection->selections
                               : request.document.fragments.find(selection->name)->second;
      collect(request, pointers(inside), found);
      continue;
    }
    auto known = std::find_if(found.begin(), found.end(),
                              [&](const Asked& asked) { return asked.field->key() == selection->key(); });
    if (known == found.end()) known = found.insert(found.end(), Asked{selection, {}});
    for (const Selection& inner : selection->selections) known->selections.push_back(&inner);
  }
}

}  // namespace

std::string json_of(const Value& value, const Variables& variables) {
  switch (value.kind) {
    case Value::Kind::kVariable: {
      const auto found = variables.find(value.text);
      return found == variables.end() ? "null" : found->second;
    }
    case Value::Kind::kScalar:
      return value.text;
    case Value::Kind::kList: {
      std::string out = "[";
      for (const Value& item : value.items) out += (out.size() > 1 ? "," : "") + json_of(item, variables);
      return out + "]";
    }
    case Value::Kind::kObject: {
      std::string out = "{";
      for (const auto& [name, field] : value.fields) {
        out += fmt::format(R"({}"{}":{})", out.size() > 1 ? "," : "", name, json_of(field, variables));
      }
      return out + "}";
    }
  }
  return "null";
}

std::vector<const Selection*> pointers(const std::vector<Selection>& selections) {
  std::vector<const Selection*> found;
  for (const Selection& selection : selections) found.push_back(&selection);
  return found;
}

std::vector<Asked> asked_fields(const Request& request, std::span<const Selection* const> selections) {
  std::vector<Asked> found;
  collect(request, selections, found);
  return found;
}

Status write_object(const Request& request, const MessageType& type, const void* message,
                    std::span<const Selection* const> selections, std::string& out) {
  const ObjectType* object = object_type(type);
  out += '{';
  for (const Asked& asked : asked_fields(request, selections)) {
    if (out.back() != '{') out += ',';
    out += fmt::format(R"("{}":)", asked.field->key());
    TRY(write_asked(request, type, object, message, asked, out));
  }
  out += '}';
  return {};
}

}  // namespace cairn::api::graphql
