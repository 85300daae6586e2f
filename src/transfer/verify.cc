#include "transfer/verify.h"

#include <algorithm>
#include <fmt/format.h>

#include "api/wire/json_writer.h"
#include "core/ids.h"

namespace cairn::transfer {
namespace {

constexpr std::size_t kSampledRuns = 30;
constexpr std::size_t kSampledModels = 10;

struct SampledRun {
  const CopiedExperiment* experiment;
  const std::string* id;
};

// What a copy changes on purpose is left out of the comparison.
void blank(RunRecord& record) {
  record.run.experiment_id.reset();
  for (DatasetUse& use : record.datasets) use.dataset.dataset_uuid.clear();
  normalise(record);
}

void blank(LoggedModelRecord& record) {
  record.model.experiment_id = 0;
  normalise(record);
}

void blank(RegisteredModelRecord& record) { normalise(record); }

std::string what_differs(const RunRecord& left, const RunRecord& right) {
  if (api::to_json(left) != api::to_json(right)) return "its parameters, tags, inputs or attributes";
  if (left.histories.size() != right.histories.size()) return "its metrics";
  for (std::size_t i = 0; i < left.histories.size(); ++i) {
    if (left.histories[i].key != right.histories[i].key || left.histories[i].points != right.histories[i].points) {
      return fmt::format("the history of its metric '{}'", left.histories[i].key);
    }
  }
  return {};
}

template <class Record>
std::string what_differs(const Record& left, const Record& right) {
  return api::to_json(left) == api::to_json(right) ? "" : "it";
}

// The first, the last, and some between.
template <class Item>
std::vector<Item> sample(std::vector<Item> items, std::size_t most) {
  if (items.size() <= most) return items;
  for (std::size_t i = 1; i < most - 1; ++i) {
    std::swap(items[i], items[i + random_below(items.size() - 1 - i)]);
  }
  std::swap(items[most - 1], items.back());
  items.resize(most);
  return items;
}

class Verifier {
 public:
  Verifier(Source& source, Target& target, Source& arrived, const CopyReport& report)
      : source_(source), target_(target), arrived_(arrived), report_(report) {}

  Result<Verification> run() {
    TRY(count());
    TRY(compare_runs());
    TRY(compare_logged_models());
    TRY(compare_registered_models());
    return std::move(found_);
  }

 private:
  Status count() {
    std::vector<std::string> ids;
    for (const CopiedExperiment& experiment : report_.experiments) {
      for (const std::string& id : experiment.copied_runs) ids.push_back(report_.remap.id(id));
    }
    found_.found = TRY(target_.count(ids));
    compare_count("runs", report_.copied.runs, found_.found.runs);
    compare_count("parameters", report_.copied.params, found_.found.params);
    compare_count("tags", report_.copied.tags, found_.found.tags);
    compare_count("metric points", report_.copied.points, found_.found.points);
    return {};
  }

  void compare_count(std::string_view what, std::int64_t read, std::int64_t found) {
    if (read != found) found_.differences.push_back(fmt::format("{} {} were read, {} are there", read, what, found));
  }

  Status compare_runs() {
    std::vector<SampledRun> runs;
    for (const CopiedExperiment& experiment : report_.experiments) {
      for (const std::string& id : experiment.copied_runs) runs.push_back({&experiment, &id});
    }
    for (const auto& [experiment, id] : sample(std::move(runs), kSampledRuns)) {
      RunRecord read = TRY(source_.run(experiment->source, *id));
      report_.remap.apply(read);
      RunRecord found = TRY(arrived_.run(arrived(*experiment), read.run.run_uuid));
      compare(read, found, fmt::format("run {}", read.run.run_uuid));
    }
    return {};
  }

  Status compare_logged_models() {
    for (const CopiedExperiment& experiment : report_.experiments) {
      for (const std::string& id : sample(experiment.copied_models, kSampledModels)) {
        LoggedModelRecord read = TRY(source_.logged_model(experiment.source, id));
        report_.remap.apply(read);
        LoggedModelRecord found = TRY(arrived_.logged_model(arrived(experiment), read.model.model_id));
        compare(read, found, fmt::format("logged model {}", read.model.model_id));
      }
    }
    return {};
  }

  Status compare_registered_models() {
    for (const std::string& name : sample(report_.registered_models, kSampledModels)) {
      RegisteredModelRecord read = TRY(source_.registered_model(name));
      report_.remap.apply(read);
      RegisteredModelRecord found = TRY(arrived_.registered_model(read.model.name));
      compare(read, found, fmt::format("registered model '{}'", read.model.name));
    }
    return {};
  }

  template <class Record>
  void compare(Record& read, Record& found, const std::string& what) {
    blank(read);
    blank(found);
    ++found_.compared;
    if (const std::string difference = what_differs(read, found); !difference.empty()) {
      found_.differences.push_back(fmt::format("{}: {} differs from what was read", what, difference));
    }
  }

  static SourceExperiment arrived(const CopiedExperiment& experiment) {
    SourceExperiment there;
    there.record.experiment.experiment_id = experiment.target.id;
    return there;
  }

  Source& source_;
  Target& target_;
  Source& arrived_;
  const CopyReport& report_;
  Verification found_;
};

}  // namespace

Result<Verification> verify(Source& source, Target& target, Source& arrived, const CopyReport& report) {
  return Verifier(source, target, arrived, report).run();
}

}  // namespace cairn::transfer
