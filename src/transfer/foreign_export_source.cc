#include "transfer/foreign_export_source.h"

#include <charconv>
#include <fmt/format.h>
#include <limits>
#include <simdjson.h>

#include "artifacts/repositories.h"
#include "transfer/file_store_files.h"
#include "transfer/python_json.h"

namespace cairn::transfer {
namespace {

namespace fs = std::filesystem;
namespace dom = simdjson::dom;

constexpr const char* kExperimentFile = "experiment.json";
constexpr const char* kRunFile = "run.json";
constexpr const char* kModelFile = "model.json";

// A file, parsed, from its member "mlflow" on.
class Document {
 public:
  static Result<Document> read(const fs::path& file) {
    Document document;
    const std::string text = quote_special_numbers(TRY(read_text(file)));
    dom::element root;
    if (const auto error = document.parser_->parse(text).get(root); error != simdjson::SUCCESS) {
      return Error(ErrorCode::kDataLoss,
                   fmt::format("'{}' is not whole: {}", file.string(), simdjson::error_message(error)));
    }
    if (root["mlflow"].get(document.root_) != simdjson::SUCCESS) {
      return Error(ErrorCode::kDataLoss, fmt::format("'{}' has no member 'mlflow'", file.string()));
    }
    return document;
  }

  [[nodiscard]] dom::element root() const { return root_; }

 private:
  std::unique_ptr<dom::parser> parser_ = std::make_unique<dom::parser>();
  dom::element root_;
};

// None where it is missing or null; a number as its digits.
std::optional<std::string> text(dom::element object, std::string_view key) {
  dom::element member;
  if (object[key].get(member) != simdjson::SUCCESS) return std::nullopt;
  if (std::string_view string; member.get(string) == simdjson::SUCCESS) return std::string(string);
  if (std::int64_t number = 0; member.get(number) == simdjson::SUCCESS) return std::to_string(number);
  return std::nullopt;
}

std::optional<std::int64_t> integer(dom::element object, std::string_view key) {
  const auto digits = text(object, key);
  std::int64_t number = 0;
  if (!digits) return std::nullopt;
  const auto [end, error] = std::from_chars(digits->data(), digits->data() + digits->size(), number);
  if (error != std::errc() || end != digits->data() + digits->size()) return std::nullopt;
  return number;
}

double real(dom::element object, std::string_view key) {
  dom::element member;
  if (object[key].get(member) != simdjson::SUCCESS) return 0;
  if (double number = 0; member.get(number) == simdjson::SUCCESS) return number;
  std::string_view word;
  if (member.get(word) != simdjson::SUCCESS) return 0;
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  if (word == "Infinity") return kInfinity;
  return word == "-Infinity" ? -kInfinity : std::numeric_limits<double>::quiet_NaN();
}

// {"key": "value", ...} or [{"key": ..., "value": ...}, ...].
template <class Pair>
std::vector<Pair> pairs(dom::element object, std::string_view key) {
  std::vector<Pair> found;
  dom::element member;
  if (object[key].get(member) != simdjson::SUCCESS) return found;
  if (dom::object map; member.get(map) == simdjson::SUCCESS) {
    for (const auto& [name, value] : map) {
      if (std::string_view string; value.get(string) == simdjson::SUCCESS) {
        found.push_back({std::string(name), std::string(string)});
      }
    }
  }
  if (dom::array list; member.get(list) == simdjson::SUCCESS) {
    for (const dom::element item : list) {
      found.push_back({text(item, "key").value_or(""), text(item, "value").value_or("")});
    }
  }
  return found;
}

template <class Take>
void for_each_in(dom::element object, std::string_view key, Take take) {
  dom::array list;
  if (object[key].get(list) != simdjson::SUCCESS) return;
  for (const dom::element item : list) take(item);
}

std::vector<History> histories(dom::element run) {
  std::vector<History> found;
  dom::object metrics;
  if (run["metrics"].get(metrics) != simdjson::SUCCESS) return found;
  for (const auto& [key, value] : metrics) {
    History& history = found.emplace_back();
    history.key = key;
    for_each_in(run["metrics"].value_unsafe(), key, [&](dom::element point) {
      history.points.push_back(tracking::logged_point(integer(point, "step").value_or(0),
                                                      integer(point, "timestamp").value_or(0), real(point, "value")));
    });
  }
  return found;
}

VersionRecord to_version(dom::element version) {
  VersionRecord record;
  VersionRow& row = record.version;
  row.version = integer(version, "version").value_or(0);
  row.creation_time = integer(version, "creation_timestamp");
  row.last_updated_time = integer(version, "last_updated_timestamp");
  row.description = text(version, "description");
  row.user_id = text(version, "user_id");
  row.current_stage = text(version, "current_stage").value_or("None");
  row.source = text(version, "source");
  row.storage_location = row.source;
  row.run_id = text(version, "run_id");
  row.status = text(version, "status").value_or("READY");
  row.status_message = text(version, "status_message");
  row.run_link = text(version, "run_link");
  record.tags = pairs<Tag>(version, "tags");
  return record;
}

bool holds(const fs::path& folder, const char* file) {
  std::error_code missing;
  return fs::is_regular_file(folder / file, missing);
}

std::vector<fs::path> children_with(const fs::path& folder, const char* file) {
  std::vector<fs::path> found;
  for (const std::string& name : folders_in(folder)) {
    if (holds(folder / name, file)) found.push_back(folder / name);
  }
  return found;
}

}  // namespace

bool ForeignExportSource::is_one(const fs::path& folder) {
  return holds(folder, kExperimentFile) || !children_with(folder / "experiments", kExperimentFile).empty() ||
         !children_with(folder, kExperimentFile).empty();
}

Result<std::unique_ptr<ForeignExportSource>> ForeignExportSource::open(const std::string& folder) {
  std::error_code failed;
  const fs::path root = fs::canonical(folder, failed);
  if (failed || !is_one(root)) return does_not_exist(fmt::format("'{}' is not the folder of an export.", folder));
  return std::unique_ptr<ForeignExportSource>(new ForeignExportSource(root));
}

std::vector<fs::path> ForeignExportSource::experiment_folders() const {
  if (holds(root_, kExperimentFile)) return {root_};
  auto folders = children_with(root_ / "experiments", kExperimentFile);
  return folders.empty() ? children_with(root_, kExperimentFile) : folders;
}

Result<std::vector<SourceExperiment>> ForeignExportSource::experiments(std::vector<Skipped>& skipped) {
  std::vector<SourceExperiment> found;
  for (const fs::path& folder : experiment_folders()) {
    const Document document = TRY(Document::read(folder / kExperimentFile));
    dom::element element;
    if (document.root()["experiment"].get(element) != simdjson::SUCCESS) {
      skipped.push_back({fmt::format("the folder '{}'", folder.string()), "its experiment.json tells no experiment"});
      continue;
    }
    SourceExperiment& experiment = found.emplace_back();
    experiment.place = folder;
    ExperimentRow& row = experiment.record.experiment;
    row.experiment_id = integer(element, "experiment_id").value_or(0);
    row.name = text(element, "name").value_or(folder.filename());
    row.artifact_location = text(element, "artifact_location");
    row.lifecycle_stage = text(element, "lifecycle_stage").value_or("active");
    row.creation_time = integer(element, "creation_time");
    row.last_update_time = integer(element, "last_update_time");
    experiment.record.tags = pairs<Tag>(element, "tags");
    for (const fs::path& run : children_with(folder, kRunFile)) experiment.run_ids.push_back(run.filename());
  }
  return found;
}

Result<RunRecord> ForeignExportSource::run(const SourceExperiment& experiment, const std::string& run_id) {
  const Document document = TRY(Document::read(fs::path(experiment.place) / run_id / kRunFile));
  const dom::element root = document.root();
  dom::element info;
  if (root["info"].get(info) != simdjson::SUCCESS || text(info, "run_id") != run_id) {
    return Error(ErrorCode::kDataLoss, fmt::format("its run.json in '{}' is not of it", experiment.place));
  }
  RunRecord record;
  RunRow& row = record.run;
  row.run_uuid = run_id;
  row.name = text(info, "run_name");
  row.source_type = "UNKNOWN";
  row.source_name = "";
  row.entry_point_name = "";
  row.source_version = "";
  row.user_id = text(info, "user_id");
  row.status = text(info, "status").value_or("FINISHED");
  row.start_time = integer(info, "start_time");
  row.end_time = integer(info, "end_time");
  row.lifecycle_stage = text(info, "lifecycle_stage").value_or("active");
  if (row.lifecycle_stage == "deleted") row.deleted_time = row.end_time ? row.end_time : row.start_time;
  row.artifact_uri = text(info, "artifact_uri");
  row.experiment_id = experiment.record.experiment.experiment_id;
  record.params = pairs<Param>(root, "params");
  record.tags = pairs<Tag>(root, "tags");
  record.histories = histories(root);
  return record;
}

Result<LoggedModelRecord> ForeignExportSource::logged_model(const SourceExperiment& /*experiment*/,
                                                            const std::string& model_id) {
  return does_not_exist(fmt::format("There is no logged model '{}' in {}.", model_id, name()));
}

Result<std::vector<std::string>> ForeignExportSource::registered_models(std::vector<Skipped>& skipped) {
  for (const fs::path& folder : children_with(root_ / "models", kModelFile)) {
    const Document document = TRY(Document::read(folder / kModelFile));
    dom::element model;
    if (document.root()["registered_model"].get(model) == simdjson::SUCCESS && text(model, "name")) {
      model_files_[*text(model, "name")] = folder / kModelFile;
    } else {
      skipped.push_back({fmt::format("the folder '{}'", folder.string()), "its model.json tells no model"});
    }
  }
  std::vector<std::string> names;
  for (const auto& [name, file] : model_files_) names.push_back(name);
  return names;
}

Result<RegisteredModelRecord> ForeignExportSource::registered_model(const std::string& name) {
  const auto file = model_files_.find(name);
  if (file == model_files_.end())
    return does_not_exist(fmt::format("There is no model '{}' in {}.", name, this->name()));
  const Document document = TRY(Document::read(file->second));
  const dom::element model = document.root()["registered_model"].value_unsafe();
  RegisteredModelRecord record;
  record.model = {name, integer(model, "creation_timestamp"), integer(model, "last_updated_timestamp"),
                  text(model, "description")};
  record.tags = pairs<Tag>(model, "tags");
  for_each_in(model, "aliases", [&](dom::element alias) {
    record.aliases.push_back({text(alias, "alias").value_or(""), integer(alias, "version").value_or(0)});
  });
  for_each_in(model, "versions", [&](dom::element version) { record.versions.push_back(to_version(version)); });
  normalise(record);
  return record;
}

Result<std::unique_ptr<FileTree>> ForeignExportSource::run_artifacts(const SourceExperiment& experiment,
                                                                     const RunRow& run) {
  const fs::path folder = fs::path(experiment.place) / run.run_uuid / "artifacts";
  return files_in(artifacts::Location{TRY(artifacts::open_repository(folder)), {}});
}

Result<std::unique_ptr<FileTree>> ForeignExportSource::model_artifacts(const SourceExperiment& /*experiment*/,
                                                                       const LoggedModelRow& /*model*/) {
  return std::unique_ptr<FileTree>();
}

}  // namespace cairn::transfer
