#include "search/language.h"

#include <algorithm>
#include <array>

namespace cairn::search {
namespace {

using enum Operator;
using Names = std::string_view[];

constexpr std::array<std::string_view, 12> kOperatorTexts = {
    "=", "!=", "<", "<=", ">", ">=", "LIKE", "ILIKE", "IN", "NOT IN", "IS NULL", "IS NOT NULL"};

constexpr Operators kNumeric = {kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual};
constexpr Operators kTextual = {kEqual, kNotEqual, kLike, kILike};
constexpr Operators kTextualOrList = {kEqual, kNotEqual, kLike, kILike, kIn, kNotIn};
constexpr Operators kTextualOrNull = {kEqual, kNotEqual, kLike, kILike, kIsNull, kIsNotNull};
constexpr Operators kIdentity = {kEqual, kNotEqual, kIn, kNotIn};

constexpr std::string_view kUnknownAttribute = "Invalid attribute key '{key}' specified. Valid keys are '{keys}'";
constexpr std::string_view kNumberDue = "Expected numeric value type for numeric attribute: {key}. Found {value}";
constexpr std::string_view kTextDueForTag =
    "Expected a quoted string value for tag (e.g. 'my-value'). Got value {value}";
constexpr std::string_view kTextDueForAttribute = "Expected a quoted string value for attributes. Got value {value}";
constexpr std::string_view kTextOrListDue =
    "Expected a quoted string value or a list of quoted string values for attributes. Got value {value}";
constexpr std::string_view kWrongAttributeOperator = "Invalid comparator '{op}' not one of '{ops}'";
constexpr std::string_view kWrongOperatorUnclosed = "Invalid comparator '{op}' not one of '{ops}";
constexpr std::string_view kWrongTagOperator = "Invalid comparator for tag: {op}";
constexpr std::string_view kNotWhole = "Invalid value for numeric attribute '{key}': '{value}'";
constexpr std::string_view kThreeEntities =
    "Invalid entity type '{entity}'. Valid entity types are ('attribute', 'tag', 'tags')";

constexpr Names kAttributeAlone = {"attribute"};
constexpr Names kTagNames = {"tag", "tags"};

// ---- runs

constexpr Comparable kRunText = {
    .operators = kTextualOrList,
    .named_operators = kTextualOrList,
    .wrong_operator = kWrongAttributeOperator,
    .wrong_value = kTextDueForAttribute,
    .wrong_list = "Only ['run_id'] attributes support comparison with a list of quoted string values.",
};
constexpr Comparable kRunId = {
    .operators = kTextualOrList,
    .named_operators = kTextualOrList,
    .lists = true,
    .wrong_operator = kWrongAttributeOperator,
    .wrong_value = kTextDueForAttribute,
};
constexpr Comparable kRunTime = {
    .type = ValueType::kNumber,
    .operators = kNumeric,
    .named_operators = kTextualOrList,
    .wrong_operator = kWrongOperatorUnclosed,
    .wrong_value = kNumberDue,
    .wrong_number = kNotWhole,
};
constexpr Comparable kMetric = {
    .type = ValueType::kDouble,
    .operators = kNumeric,
    .named_operators = kNumeric,
    .wrong_operator = kWrongOperatorUnclosed,
    .wrong_value = "Expected numeric value type for metric. Found {value}",
};
constexpr Comparable kParam = {
    .operators = kTextualOrNull,
    .named_operators = kTextualOrNull,
    .wrong_operator = kWrongAttributeOperator,
    .wrong_value = "Expected a quoted string value for parameter (e.g. 'my-value'). Got value {value}",
};
constexpr Comparable kRunTag = {
    .operators = kTextualOrNull,
    .named_operators = kTextualOrNull,
    .wrong_operator = kWrongOperatorUnclosed,
    .wrong_value = kTextDueForTag,
};
constexpr Comparable kDatasetText = {
    .operators = kTextualOrList,
    .named_operators = kTextualOrList,
    .lists = true,
    .wrong_operator = kWrongOperatorUnclosed,
    .wrong_value = "Expected a quoted string value for dataset attributes. Got value {value}",
};

constexpr Key kRunKeys[] = {
    {"run_id", "run_id", &kRunId},           {"run_name", "run_name", &kRunText},
    {"run name", "run_name", &kRunText},     {"Run name", "run_name", &kRunText},
    {"Run Name", "run_name", &kRunText},     {"status", "status", &kRunText},
    {"user_id", "user_id", &kRunText},       {"artifact_uri", "artifact_uri", &kRunText},
    {"start_time", "start_time", &kRunTime}, {"created", "start_time", &kRunTime},
    {"Created", "start_time", &kRunTime},    {"end_time", "end_time", &kRunTime},
};
constexpr Key kRunOrderKeys[] = {
    {"run_id", "run_id"},      {"run_name", "run_name"},     {"status", "status"},
    {"user_id", "user_id"},    {"start_time", "start_time"}, {"created", "start_time"},
    {"Created", "start_time"}, {"end_time", "end_time"},     {"artifact_uri", "artifact_uri"},
};
constexpr Key kDatasetKeys[] = {
    {"name", "name", &kDatasetText},
    {"digest", "digest", &kDatasetText},
    {"context", "context", &kDatasetText},
};

constexpr Names kRunAttributeNames = {"attribute", "attributes", "attr", "run"};
constexpr Names kMetricNames = {"metric", "metrics"};
constexpr Names kParamNames = {"parameter", "parameters", "param", "params"};
constexpr Names kDatasetNames = {"dataset", "datasets"};

constexpr EntityRow kRunEntities[] = {
    {Entity::kMetric, "metric", kMetricNames, &kMetric},
    {Entity::kParam, "parameter", kParamNames, &kParam},
    {Entity::kTag, "tag", kTagNames, &kRunTag},
    {.entity = Entity::kAttribute,
     .name = "attribute",
     .aliases = kRunAttributeNames,
     .keys = kRunKeys,
     .unknown_key = kUnknownAttribute},
    {.entity = Entity::kDataset,
     .name = "dataset",
     .aliases = kDatasetNames,
     .keys = kDatasetKeys,
     .unknown_key = "Invalid dataset key '{key}' specified. Valid keys are '{keys}'"},
};
constexpr Entity kRunOrderEntities[] = {Entity::kMetric, Entity::kParam, Entity::kTag};

// ---- experiments

constexpr std::string_view kExperimentLists =
    "Only ['experiment_id'] attributes support comparison with a list of quoted string values.";

constexpr Comparable kExperimentName = {
    .operators = kTextual,
    .named_operators = kTextualOrList,
    .wrong_operator = kWrongAttributeOperator,
    .wrong_value = kTextDueForAttribute,
    .wrong_list = kExperimentLists,
};
constexpr Comparable kExperimentId = {
    .type = ValueType::kQuotedId,
    .operators = kIdentity,
    .lists = true,
    .wrong_operator = "Invalid comparator for experiment_id: {op}",
    .wrong_value = kTextDueForAttribute,
    .wrong_number = "Invalid experiment ID '{value}'. Experiment ID must be a valid integer.",
};
constexpr Comparable kExperimentTime = {
    .type = ValueType::kWholeNumber,
    .operators = kNumeric,
    .named_operators = kTextualOrList,
    .wrong_operator = kWrongOperatorUnclosed,
    .wrong_value = kNumberDue,
    .wrong_number = kNotWhole,
};
constexpr Comparable kExperimentTag = {
    .operators = kTextualOrNull,
    .wrong_operator = kWrongTagOperator,
    .wrong_value = kTextDueForTag,
};

constexpr Key kExperimentKeys[] = {
    {"name", "name", &kExperimentName},
    {"experiment_id", "experiment_id", &kExperimentId},
    {"creation_time", "creation_time", &kExperimentTime},
    {"last_update_time", "last_update_time", &kExperimentTime},
};
constexpr EntityRow kExperimentEntities[] = {
    {.entity = Entity::kAttribute,
     .name = "attribute",
     .aliases = kAttributeAlone,
     .keys = kExperimentKeys,
     .unknown_key = kUnknownAttribute},
    {Entity::kTag, "tag", kTagNames, &kExperimentTag},
};

// ---- registered models and their versions

constexpr std::string_view kWrongRegistryOperator = "Invalid comparator for attribute: {op}";
constexpr std::string_view kNoNullTests = "IS NULL / IS NOT NULL is not supported in this search";
constexpr std::string_view kVersionLists =
    "Only ['name', 'run_id'] attributes support comparison with a list of quoted string values.";
constexpr std::string_view kVersionNumbers =
    "Only the '{{'creation_timestamp', 'last_updated_timestamp', 'version_number'}}' attributes support comparison "
    "with numeric values.";

constexpr Comparable kRegistryTag = {
    .operators = kTextual,
    .wrong_operator = kWrongTagOperator,
    .wrong_value = kTextDueForTag,
};
constexpr Comparable kModelName = {
    .operators = kTextualOrList,
    .lists = true,
    .wrong_operator = kWrongRegistryOperator,
    .wrong_value = kTextOrListDue,
};
constexpr Comparable kVersionId = {
    .operators = kTextualOrList,
    .lists = true,
    .wrong_operator = kWrongRegistryOperator,
    .wrong_value = kTextOrListDue,
    .stray_number = kVersionNumbers,
};
constexpr Comparable kVersionSource = {
    .operators = kTextual,
    .wrong_operator = kWrongRegistryOperator,
    .wrong_value = kTextOrListDue,
    .wrong_list = kVersionLists,
    .stray_number = kVersionNumbers,
};
constexpr Comparable kVersionNumber = {
    .type = ValueType::kVersion,
    .operators = kNumeric,
    .wrong_operator = "Invalid comparator for attribute {key}: {op}",
    .wrong_value = kTextOrListDue,
    .wrong_list = kVersionLists,
    .wrong_number = "Invalid value for numeric attribute '{key}': {repr}",
};

constexpr Key kModelKeys[] = {{"name", "name", &kModelName}};
constexpr Key kModelOrderKeys[] = {
    {"name", "name"},
    {"timestamp", "last_updated_timestamp"},
    {"last_updated_timestamp", "last_updated_timestamp"},
};
constexpr Key kVersionKeys[] = {
    {"name", "name", &kVersionId},
    {"run_id", "run_id", &kVersionId},
    {"source_path", "source_path", &kVersionSource},
    {"version_number", "version_number", &kVersionNumber},
};
constexpr Key kVersionOrderKeys[] = {
    {"name", "name"},
    {"version_number", "version_number"},
    {"creation_timestamp", "creation_timestamp"},
    {"last_updated_timestamp", "last_updated_timestamp"},
};

constexpr EntityRow kModelEntities[] = {
    {.entity = Entity::kAttribute,
     .name = "attribute",
     .aliases = kAttributeAlone,
     .keys = kModelKeys,
     .unknown_key = kUnknownAttribute,
     .keys_may_be_quoted = false},
    {Entity::kTag, "tag", kTagNames, &kRegistryTag},
};
constexpr EntityRow kVersionEntities[] = {
    {.entity = Entity::kAttribute,
     .name = "attribute",
     .aliases = kAttributeAlone,
     .keys = kVersionKeys,
     .unknown_key = kUnknownAttribute,
     .keys_may_be_quoted = false},
    {Entity::kTag, "tag", kTagNames, &kRegistryTag},
};

}  // namespace

std::optional<Operator> find_operator(std::string_view text) {
  const auto* found = std::ranges::find(kOperatorTexts, text);
  if (found == kOperatorTexts.end()) return std::nullopt;
  return static_cast<Operator>(found - kOperatorTexts.begin());
}

std::string_view text(Operator op) { return kOperatorTexts[static_cast<std::size_t>(op)]; }

constinit const Language kRuns = {
    .entities = kRunEntities,
    .unknown_entity =
        "Invalid entity type '{entity}'. Valid values are ['metric', 'parameter', 'tag', 'attribute', "
        "'dataset']",
    .wrong_null_test = "IS NULL / IS NOT NULL is only supported for tags and params, not for '{entity}' '{key}'",
    .quotes_stray_tokens = true,
    .entities_may_be_quoted = true,
    .ordering = {.attributes = kRunOrderKeys,
                 .others = kRunOrderEntities,
                 .statistics = true,
                 .unknown_key = kUnknownAttribute,
                 .wrong_entity = "Invalid identifier type '{entity}'"},
};

constinit const Language kExperiments = {
    .entities = kExperimentEntities,
    .unknown_entity = kThreeEntities,
    .wrong_null_test = "IS NULL / IS NOT NULL is only supported for tags, not for attribute '{key}'",
    .operators_in_any_case = false,
    .ordering = {.attributes = kExperimentKeys,
                 .refuses_repeats = false,
                 .unknown_key = kUnknownAttribute,
                 .wrong_entity = "Invalid order_by entity: {entity}"},
};

constinit const Language kRegisteredModels = {
    .entities = kModelEntities,
    .unknown_entity = kThreeEntities,
    .wrong_null_test = kNoNullTests,
    .ordering = {.attributes = kModelOrderKeys,
                 .entities = false,
                 .unknown_key = "Invalid order by key '{key}' specified. Valid keys are '{{'name', 'timestamp'}}'"},
};

constinit const Language kModelVersions = {
    .entities = kVersionEntities,
    .unknown_entity = kThreeEntities,
    .wrong_null_test = kNoNullTests,
    .ordering = {.attributes = kVersionOrderKeys,
                 .unknown_key = kUnknownAttribute,
                 .wrong_entity = "Invalid order by key '{key}' specified. Valid keys are {keys}"},
};

}  // namespace cairn::search
