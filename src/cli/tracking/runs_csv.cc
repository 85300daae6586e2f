#include "cli/tracking/runs_csv.h"

#include <cmath>
#include <map>

#include "api/wire/message.h"
#include "cli/output/table.h"
#include "cli/output/times.h"
#include "core/python_text.h"

namespace cairn::cli {
namespace {

// Columns in the order in which their keys are first met.
class KeyColumns {
 public:
  void add(const std::string& key) {
    if (index_.emplace(key, keys_.size()).second) keys_.push_back(key);
  }
  [[nodiscard]] const std::vector<std::string>& keys() const { return keys_; }
  [[nodiscard]] std::size_t index(const std::string& key) const { return index_.at(key); }

 private:
  std::vector<std::string> keys_;
  std::map<std::string, std::size_t> index_;
};

struct AllColumns {
  KeyColumns metrics, params, tags;

  explicit AllColumns(const std::vector<tracking::Run>& runs) {
    for (const tracking::Run& run : runs) {
      for (const auto& metric : run.data.metrics) metrics.add(metric.key);
      for (const auto& param : run.data.params) params.add(param.key);
      for (const auto& tag : run.data.tags) tags.add(tag.key);
    }
  }

  [[nodiscard]] std::vector<std::string> head() const {
    std::vector<std::string> names = {"run_id", "experiment_id", "status", "artifact_uri", "start_time", "end_time"};
    for (const std::string& key : metrics.keys()) names.push_back("metrics." + key);
    for (const std::string& key : params.keys()) names.push_back("params." + key);
    for (const std::string& key : tags.keys()) names.push_back("tags." + key);
    return names;
  }

  [[nodiscard]] std::vector<std::string> row(const tracking::Run& run) const {
    std::vector<std::string> cells = {
        run.info.run_id,       run.info.experiment_id,        status_name(run.info.status),
        run.info.artifact_uri, csv_time(run.info.start_time), run.info.end_time ? csv_time(*run.info.end_time) : ""};
    const std::size_t first_metric = cells.size();
    const std::size_t first_param = first_metric + metrics.keys().size();
    const std::size_t first_tag = first_param + params.keys().size();
    cells.resize(first_tag + tags.keys().size());
    for (const auto& metric : run.data.metrics)
      cells[first_metric + metrics.index(metric.key)] = csv_number(metric.value);
    for (const auto& param : run.data.params) cells[first_param + params.index(param.key)] = param.value;
    for (const auto& tag : run.data.tags) cells[first_tag + tags.index(tag.key)] = tag.value;
    return cells;
  }
};

}  // namespace

std::string csv_number(double value) { return std::isnan(value) ? "" : python_repr(value); }

std::string status_name(tracking::RunStatus status) {
  for (const api::EnumValue& value : api::enum_table<tracking::RunStatus>()) {
    if (value.number == static_cast<std::int32_t>(status)) return std::string(value.name);
  }
  return "UNKNOWN";
}

std::string runs_as_csv(const std::vector<tracking::Run>& runs) {
  const AllColumns columns(runs);
  std::string text = csv_line(columns.head());
  for (const tracking::Run& run : runs) text += csv_line(columns.row(run));
  return text;
}

}  // namespace cairn::cli
