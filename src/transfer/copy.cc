#include "transfer/copy.h"

#include <algorithm>
#include <fmt/format.h>
#include <future>
#include <set>

#include "transfer/artifact_copy.h"

namespace cairn::transfer {
namespace {

// About a twentieth of a second of the writer's time.
constexpr std::size_t kPointsPerBatch = 50'000;
constexpr std::size_t kRunsPerBatch = 100;

struct Batch {
  std::vector<RunRecord> runs;
  std::vector<Skipped> skipped;
  std::size_t seen = 0;
};

// Whether the fault lies in the thing itself, so that the others can go on without it.
bool is_of_one_thing(const Error& error) {
  switch (error.code()) {
    case ErrorCode::kBadRequest:
    case ErrorCode::kInvalidParameterValue:
    case ErrorCode::kInvalidState:
    case ErrorCode::kDataLoss:
    case ErrorCode::kResourceDoesNotExist:
    case ErrorCode::kResourceAlreadyExists:
      return true;
    default:
      return false;
  }
}

bool is_wanted(const ExperimentRow& row, const std::vector<std::string>& wanted) {
  return wanted.empty() || std::ranges::any_of(wanted, [&](const std::string& id_or_name) {
           return id_or_name == row.name || id_or_name == std::to_string(row.experiment_id);
         });
}

class Copier {
 public:
  Copier(Source& source, Target& target, const CopyOptions& options, const OnProgress& on_progress)
      : source_(source), target_(target), options_(options), on_progress_(on_progress) {}

  Result<CopyReport> run() {
    TRY(choose_experiments());
    for (CopiedExperiment& experiment : report_.experiments) TRY(begin(experiment));
    for (CopiedExperiment& experiment : report_.experiments) TRY(copy_runs(experiment));
    for (CopiedExperiment& experiment : report_.experiments) TRY(copy_models(experiment));
    for (CopiedExperiment& experiment : report_.experiments) TRY(finish(experiment));
    if (options_.registered_models) TRY(copy_registered_models());
    TRY(target_.close());
    return std::move(report_);
  }

 private:
  Status choose_experiments() {
    auto all = TRY(source_.experiments(report_.skipped));
    for (const std::string& wanted : options_.experiments) {
      const auto is_it = [&](const SourceExperiment& one) { return is_wanted(one.record.experiment, {wanted}); };
      if (std::ranges::none_of(all, is_it)) {
        return does_not_exist(fmt::format("There is no experiment '{}' in {}.", wanted, source_.name()));
      }
    }
    for (SourceExperiment& one : all) {
      if (!is_wanted(one.record.experiment, options_.experiments)) continue;
      runs_total_ += one.run_ids.size();
      report_.experiments.push_back({std::move(one), {}, {}, {}});
    }
    return {};
  }

  Status begin(CopiedExperiment& experiment) {
    const ExperimentRow& row = experiment.source.record.experiment;
    experiment.target = TRY(target_.begin(experiment.source.record, options_.ids));
    const TargetExperiment& made = experiment.target;
    ++(made.existed ? report_.present : report_.copied).experiments;
    if (made.existed && !experiment.source.run_ids.empty()) {
      report_.remarks.push_back(
          fmt::format("The experiment '{}' was there already (id {}): its runs go into it.", made.name, made.id));
    } else if (!made.existed && made.id != row.experiment_id) {
      report_.remarks.push_back(
          fmt::format("The experiment '{}' has the id {} now; it was {}.", made.name, made.id, row.experiment_id));
    }
    if (options_.ids == Ids::kRenew) {
      for (const std::string& id : experiment.source.run_ids) report_.remap.rename_run(id, renewed_id(id, made.id));
      for (const std::string& id : experiment.source.model_ids) {
        report_.remap.rename_model(id, renewed_id(id, made.id));
      }
    }
    return {};
  }

  std::vector<std::string> renamed(const std::vector<std::string>& ids) const {
    std::vector<std::string> names;
    for (const std::string& id : ids) names.push_back(report_.remap.id(id));
    return names;
  }

  Status copy_runs(CopiedExperiment& experiment) {
    const auto present = TRY(target_.present_runs(renamed(experiment.source.run_ids)));
    std::vector<std::string> wanted;
    for (const std::string& id : experiment.source.run_ids) {
      if (!present.contains(report_.remap.id(id)))
        wanted.push_back(id);
      else
        present_runs_.insert(id);
    }
    report_.present.runs += std::ssize(experiment.source.run_ids) - std::ssize(wanted);
    runs_done_ += experiment.source.run_ids.size() - wanted.size();

    std::span<const std::string> left = wanted;
    Batch batch = TRY(read_batch(experiment.source, left));
    while (batch.seen > 0) {
      left = left.subspan(batch.seen);
      auto next = std::async(std::launch::async, [&] { return read_batch(experiment.source, left); });
      const Status written = write_batch(experiment, batch);
      auto read = next.get();
      TRY(Status(written));
      batch = TRY(std::move(read));
      on_progress_(runs_done_, runs_total_, report_);
    }
    return {};
  }

  Result<Batch> read_batch(const SourceExperiment& experiment, std::span<const std::string> ids) {
    Batch batch;
    std::size_t points = 0;
    while (batch.seen < ids.size() && batch.runs.size() < kRunsPerBatch && points < kPointsPerBatch) {
      const std::string& id = ids[batch.seen++];
      auto run = source_.run(experiment, id);
      if (!run.ok()) {
        if (!is_of_one_thing(run.error())) return std::move(run).error();
        batch.skipped.push_back({fmt::format("run {}", id), run.error().message()});
        continue;
      }
      points += run->point_count();
      batch.runs.push_back(std::move(*run));
    }
    return batch;
  }

  Status write_batch(CopiedExperiment& experiment, Batch& batch) {
    report_.skipped.insert(report_.skipped.end(), batch.skipped.begin(), batch.skipped.end());
    std::vector<std::string> old_ids;
    for (RunRecord& run : batch.runs) {
      old_ids.push_back(run.run.run_uuid);
      TRY(copy_run_artifacts(experiment, run));
      report_.remap.apply(run);
    }
    TRY(put(experiment, batch.runs, old_ids));
    runs_done_ += batch.seen;
    return {};
  }

  // All at once; if one of them is refused, then one by one without that one.
  Status put(CopiedExperiment& experiment, std::span<const RunRecord> runs, std::span<const std::string> old_ids) {
    if (runs.empty()) return {};
    Status done = target_.put_runs(experiment.target, runs);
    if (done.ok()) {
      for (const RunRecord& run : runs) report_.copied.add(run);
      experiment.copied_runs.insert(experiment.copied_runs.end(), old_ids.begin(), old_ids.end());
      return {};
    }
    if (!is_of_one_thing(done.error())) return done;
    if (runs.size() == 1) {
      report_.skipped.push_back({fmt::format("run {}", old_ids.front()), done.error().message()});
      return {};
    }
    for (std::size_t i = 0; i < runs.size(); ++i) TRY(put(experiment, runs.subspan(i, 1), old_ids.subspan(i, 1)));
    return {};
  }

  Status copy_run_artifacts(const CopiedExperiment& experiment, const RunRecord& run) {
    if (options_.artifacts != Artifacts::kCopy) return {};
    const auto from = TRY(source_.run_artifacts(experiment.source, run.run));
    const auto to = TRY(target_.run_artifacts(experiment.target, report_.remap.id(run.run.run_uuid)));
    return copy_files(from, to, run.run.artifact_uri.value_or(""),
                      fmt::format("the files of run {}", run.run.run_uuid));
  }

  Status copy_model_artifacts(const CopiedExperiment& experiment, const LoggedModelRow& model) {
    if (options_.artifacts != Artifacts::kCopy) return {};
    const auto from = TRY(source_.model_artifacts(experiment.source, model));
    const auto to = TRY(target_.model_artifacts(experiment.target, report_.remap.id(model.model_id)));
    return copy_files(from, to, model.artifact_location, fmt::format("the files of model {}", model.model_id));
  }

  Status copy_files(const std::unique_ptr<FileTree>& from, const ArtifactPlace& to, const std::string& uri,
                    std::string what) {
    if (!from) {
      if (!uri.empty()) {
        report_.skipped.push_back({std::move(what), fmt::format("they are not to be found at '{}'", uri)});
      }
      return {};
    }
    const CopiedFiles copied = TRY(copy_artifacts(*from, to.location));
    report_.copied.files += copied.files;
    report_.copied.bytes += copied.bytes;
    if (!to.uri.empty()) report_.remap.move_artifacts(uri, to.uri);
    return {};
  }

  Status copy_models(CopiedExperiment& experiment) {
    const auto present = TRY(target_.present_models(renamed(experiment.source.model_ids)));
    for (const std::string& id : experiment.source.model_ids) {
      if (present.contains(report_.remap.id(id))) {
        ++report_.present.logged_models;
        continue;
      }
      Status done = copy_model(experiment, id);
      if (done.ok()) {
        ++report_.copied.logged_models;
        experiment.copied_models.push_back(id);
      } else if (is_of_one_thing(done.error())) {
        report_.skipped.push_back({fmt::format("logged model {}", id), done.error().message()});
      } else {
        return done;
      }
    }
    return {};
  }

  Status copy_model(CopiedExperiment& experiment, const std::string& id) {
    LoggedModelRecord model = TRY(source_.logged_model(experiment.source, id));
    TRY(copy_model_artifacts(experiment, model.model));
    report_.remap.apply(model);
    return target_.put_logged_model(experiment.target, model);
  }

  Status finish(CopiedExperiment& experiment) {
    ExperimentRecord record = experiment.source.record;
    if (options_.artifacts == Artifacts::kCopy) {
      record.experiment.artifact_location = experiment.target.artifact_location;
    }
    return target_.finish(experiment.target, record);
  }

  Status copy_registered_models() {
    for (const std::string& name : TRY(source_.registered_models(report_.skipped))) {
      RegisteredModelRecord model = TRY(source_.registered_model(name));
      if (!options_.experiments.empty() && !comes_from_copied_runs(model)) continue;
      for (const VersionRecord& version : model.versions) TRY(find_present_artifacts(version.version));
      report_.remap.apply(model);
      auto put = target_.put_registered_model(model);
      if (!put.ok()) {
        if (!is_of_one_thing(put.error())) return std::move(put).error();
        report_.skipped.push_back({fmt::format("registered model '{}'", name), put.error().message()});
        continue;
      }
      Counts& counts = *put ? report_.copied : report_.present;
      ++counts.registered_models;
      counts.versions += std::ssize(model.versions);
      if (*put) report_.registered_models.push_back(name);
    }
    return {};
  }

  bool comes_from_copied_runs(const RegisteredModelRecord& model) const {
    return std::ranges::any_of(model.versions, [&](const VersionRecord& version) {
      const std::string run_id = version.version.run_id.value_or("");
      return std::ranges::any_of(report_.experiments, [&](const CopiedExperiment& experiment) {
        return std::ranges::find(experiment.source.run_ids, run_id) != experiment.source.run_ids.end();
      });
    });
  }

  // Where the artifacts of a run went that an earlier, interrupted copy brought over.
  Status find_present_artifacts(const VersionRow& version) {
    if (options_.artifacts != Artifacts::kCopy || !version.run_id || !present_runs_.contains(*version.run_id))
      return {};
    for (const CopiedExperiment& experiment : report_.experiments) {
      if (std::ranges::find(experiment.source.run_ids, *version.run_id) == experiment.source.run_ids.end()) continue;
      const RunRecord run = TRY(source_.run(experiment.source, *version.run_id));
      const auto to = TRY(target_.run_artifacts(experiment.target, report_.remap.id(*version.run_id)));
      if (!to.uri.empty()) report_.remap.move_artifacts(run.run.artifact_uri.value_or(""), to.uri);
    }
    return {};
  }

  Source& source_;
  Target& target_;
  const CopyOptions& options_;
  const OnProgress& on_progress_;
  CopyReport report_;
  std::set<std::string> present_runs_;
  std::uint64_t runs_done_ = 0;
  std::uint64_t runs_total_ = 0;
};

}  // namespace

Result<CopyReport> copy(Source& source, Target& target, const CopyOptions& options, const OnProgress& on_progress) {
  return Copier(source, target, options, on_progress).run();
}

}  // namespace cairn::transfer
