#include "cli/tracking/run_json.h"

#include <cmath>
#include <fmt/format.h>

#include "cli/output/json_layout.h"
#include "cli/tracking/runs_csv.h"
#include "core/json_text.h"
#include "core/python_text.h"

namespace cairn::cli {
namespace {

// One object or list, member by member.
class Builder {
 public:
  explicit Builder(char open) : text_(1, open), close_(open == '{' ? '}' : ']') {}

  Builder& member(std::string_view name, std::string_view json) {
    separate();
    text_ += ascii_json_string(name) + ":";
    text_ += json;
    return *this;
  }
  Builder& text(std::string_view name, std::string_view value) { return member(name, ascii_json_string(value)); }
  Builder& text(std::string_view name, const std::optional<std::string>& value) {
    return value ? text(name, std::string_view(*value)) : member(name, "null");
  }
  Builder& item(std::string_view json) {
    separate();
    text_ += json;
    return *this;
  }
  [[nodiscard]] std::string done() const { return text_ + close_; }

 private:
  void separate() {
    if (text_.size() > 1) text_ += ',';
  }

  std::string text_;
  char close_;
};

// Python's json.dumps().
std::string number(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "Infinity" : "-Infinity";
  return python_repr(value);
}

template <class Pairs>
std::string text_map(const Pairs& pairs) {
  Builder map('{');
  for (const auto& pair : pairs) map.text(pair.key, std::string_view(pair.value));
  return map.done();
}

std::string info_json(const tracking::RunInfo& info) {
  Builder json('{');
  json.text("artifact_uri", std::string_view(info.artifact_uri));
  json.member("end_time", info.end_time ? fmt::to_string(*info.end_time) : "null");
  json.text("experiment_id", std::string_view(info.experiment_id));
  json.text("lifecycle_stage", std::string_view(info.lifecycle_stage));
  json.text("run_id", std::string_view(info.run_id));
  json.text("run_name", std::string_view(info.run_name));
  json.member("start_time", fmt::to_string(info.start_time));
  json.text("status", std::string_view(status_name(info.status)));
  json.text("user_id", std::string_view(info.user_id));
  return json.done();
}

std::string data_json(const tracking::RunData& data) {
  Builder metrics('{');
  for (const tracking::Metric& metric : data.metrics) metrics.member(metric.key, number(metric.value));
  return Builder('{')
      .member("metrics", metrics.done())
      .member("params", text_map(data.params))
      .member("tags", text_map(data.tags))
      .done();
}

std::string inputs_json(const tracking::RunInputs& inputs) {
  Builder models('[');
  for (const auto& model : inputs.model_inputs) {
    models.item(Builder('{').text("model_id", std::string_view(model.model_id)).done());
  }
  Builder datasets('[');
  for (const auto& input : inputs.dataset_inputs) {
    Builder dataset('{');
    dataset.text("name", std::string_view(input.dataset.name)).text("digest", std::string_view(input.dataset.digest));
    dataset.text("source_type", std::string_view(input.dataset.source_type));
    dataset.text("source", std::string_view(input.dataset.source));
    dataset.text("schema", input.dataset.schema).text("profile", input.dataset.profile);
    datasets.item(Builder('{').member("dataset", dataset.done()).member("tags", text_map(input.tags)).done());
  }
  return Builder('{').member("model_inputs", models.done()).member("dataset_inputs", datasets.done()).done();
}

std::string outputs_json(const std::optional<tracking::RunOutputs>& outputs) {
  Builder models('[');
  if (outputs) {
    for (const auto& model : outputs->model_outputs) {
      models.item(Builder('{')
                      .text("model_id", std::string_view(model.model_id))
                      .member("step", fmt::to_string(model.step))
                      .done());
    }
  }
  return Builder('{').member("model_outputs", models.done()).done();
}

}  // namespace

std::string described_run(const tracking::Run& run) {
  constexpr std::size_t kIndent = 4;
  return indented_json(Builder('{')
                           .member("info", info_json(run.info))
                           .member("data", data_json(run.data))
                           .member("inputs", inputs_json(run.inputs))
                           .member("outputs", outputs_json(run.outputs))
                           .done(),
                       kIndent);
}

}  // namespace cairn::cli
