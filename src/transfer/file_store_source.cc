#include "transfer/file_store_source.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "core/ids.h"
#include "core/uri.h"

namespace cairn::transfer {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMeta = "meta.yaml";
constexpr const char* kTrash = ".trash";
constexpr std::array<std::string_view, 5> kNotRuns = {"tags", "datasets", "traces", "models", kTrash};
constexpr std::string_view kRunNameTag = "mlflow.runName";

bool is_number(std::string_view name) {
  return !name.empty() && name.size() < 19 && name.find_first_not_of("0123456789") == std::string_view::npos;
}

struct NamedNumber {
  std::int64_t number;
  std::string_view name;
};
constexpr NamedNumber kStatuses[] = {{1, "RUNNING"}, {2, "SCHEDULED"}, {3, "FINISHED"}, {4, "FAILED"}, {5, "KILLED"}};
constexpr NamedNumber kSourceTypes[] = {{1, "NOTEBOOK"}, {2, "JOB"}, {3, "PROJECT"}, {4, "LOCAL"}, {1000, "UNKNOWN"}};
constexpr NamedNumber kModelStatuses[] = {{1, "PENDING"}, {2, "READY"}, {3, "UPLOAD_FAILED"}};

// Some releases wrote the number, others the name.
std::string name_in(std::span<const NamedNumber> table, const MetaFile& meta, std::string_view key,
                    std::string_view fallback) {
  const std::string text = meta.text(key).value_or("");
  for (const auto& [number, name] : table) {
    if (text == name || text == std::to_string(number)) return std::string(name);
  }
  return std::string(fallback);
}

RunRow read_row(const MetaFile& meta, const std::string& folder_name) {
  RunRow row;
  row.run_uuid = meta.text("run_uuid").value_or(meta.text("run_id").value_or(folder_name));
  row.name = meta.text("run_name");
  if (row.name.value_or("").empty()) row.name = meta.text("name");
  row.source_type = name_in(kSourceTypes, meta, "source_type", "LOCAL");
  row.source_name = meta.text("source_name").value_or("");
  row.entry_point_name = meta.text("entry_point_name").value_or("");
  row.source_version = meta.text("source_version").value_or("");
  row.user_id = meta.text("user_id");
  row.status = name_in(kStatuses, meta, "status", "RUNNING");
  row.start_time = meta.integer("start_time");
  row.end_time = meta.integer("end_time");
  row.deleted_time = meta.integer("deleted_time");
  row.lifecycle_stage = meta.text("lifecycle_stage").value_or("active");
  return row;
}

Result<std::vector<MetaFile>> read_metas(const fs::path& folder) {
  std::vector<MetaFile> metas;
  for (const std::string& name : folders_in(folder)) metas.push_back(TRY(MetaFile::read(folder / name / kMeta)));
  return metas;
}

Result<std::vector<History>> read_metric_files(const fs::path& folder) {
  std::vector<History> histories;
  for (std::string& key : keys_in(folder)) {
    auto points = parse_history(TRY(read_text(folder / key)));
    if (!points.ok()) {
      return Error(points.error().code(), fmt::format("in the history of '{}', {}", key, points.error().message()));
    }
    histories.push_back({std::move(key), std::move(*points)});
  }
  return histories;
}

std::vector<Tag> tags_of(const MetaFile& input) {
  std::vector<Tag> tags;
  if (const data::YamlNode* node = input.find("tags")) {
    for (const data::YamlEntry& entry : node->entries) tags.push_back({entry.key.text, entry.value.text});
  }
  return tags;
}

std::vector<ModelUse> model_inputs(std::span<const MetaFile> inputs) {
  std::vector<ModelUse> uses;
  for (const MetaFile& input : inputs) {
    if (input.text("source_type") == "MODEL") uses.push_back({input.text("source_id").value_or(""), 0});
  }
  return uses;
}

Result<std::vector<ModelUse>> read_outputs(const fs::path& folder) {
  std::vector<ModelUse> uses;
  for (const std::string& model_id : folders_in(folder)) {
    const MetaFile meta = TRY(MetaFile::read(folder / model_id / kMeta));
    uses.push_back({model_id, meta.integer("step").value_or(0)});
  }
  return uses;
}

Result<VersionRecord> read_version(const fs::path& folder) {
  const MetaFile meta = TRY(MetaFile::read(folder / kMeta));
  VersionRecord record;
  VersionRow& row = record.version;
  row.version = meta.integer("version").value_or(0);
  if (row.version < 1) return Error(ErrorCode::kDataLoss, fmt::format("'{}' has no version", folder.string()));
  row.creation_time = meta.integer("creation_timestamp");
  row.last_updated_time = meta.integer("last_updated_timestamp");
  row.description = meta.text("description");
  row.user_id = meta.text("user_id");
  row.current_stage = meta.text("current_stage").value_or("None");
  row.source = meta.text("source");
  row.storage_location = meta.text("storage_location");
  row.run_id = meta.text("run_id");
  row.run_link = meta.text("run_link");
  row.status = meta.text("status").value_or("READY");
  row.status_message = meta.text("status_message");
  record.tags = TRY(read_pairs(folder / "tags"));
  return record;
}

}  // namespace

bool is_file_store(const fs::path& folder) {
  return std::ranges::any_of(folders_in(folder), [&](const std::string& name) {
    std::error_code missing;
    return (is_number(name) && fs::is_regular_file(folder / name / kMeta, missing)) ||
           (name == kTrash && !folders_in(folder / kTrash).empty());
  });
}

Result<std::unique_ptr<FileStoreSource>> FileStoreSource::open(const std::string& folder,
                                                               artifacts::Locations& locations) {
  std::error_code failed;
  const fs::path root = fs::canonical(folder, failed);
  if (failed) return does_not_exist(fmt::format("There is no folder '{}'.", folder));
  if (!is_file_store(root) && !fs::is_directory(root / "models", failed)) {
    return invalid_parameter(fmt::format(
        "The folder '{}' is not MLflow's file store: no numbered folder in it holds a meta.yaml. Name the folder that "
        "MLflow made, usually mlruns.",
        folder));
  }
  return std::unique_ptr<FileStoreSource>(new FileStoreSource(root, locations));
}

Result<std::vector<SourceExperiment>> FileStoreSource::experiments(std::vector<Skipped>& skipped) {
  std::vector<SourceExperiment> found;
  for (const fs::path& parent : {root_, root_ / kTrash}) {
    for (const std::string& name : folders_in(parent)) {
      const fs::path folder = parent / name;
      std::error_code missing;
      if (is_number(name)) {
        read_experiment(folder, found, skipped);
      } else if (name != kTrash && name != "models" && fs::exists(folder / kMeta, missing)) {
        skipped.push_back({fmt::format("the folder '{}'", folder.string()), "its name is not an experiment's number"});
      }
    }
  }
  return found;
}

void FileStoreSource::read_experiment(const fs::path& folder, std::vector<SourceExperiment>& found,
                                      std::vector<Skipped>& skipped) const {
  const std::string id = folder.filename();
  const auto skip = [&](std::string what, std::string why) { skipped.push_back({std::move(what), std::move(why)}); };
  const auto meta = MetaFile::read(folder / kMeta);
  if (!meta.ok()) return skip(fmt::format("experiment {}", id), meta.error().message());
  auto tags = read_pairs(folder / "tags");
  if (!tags.ok()) return skip(fmt::format("experiment {}", id), tags.error().message());

  SourceExperiment experiment;
  experiment.place = folder;
  experiment.record.tags = std::move(*tags);
  ExperimentRow& row = experiment.record.experiment;
  row.experiment_id = std::stoll(id);
  row.name = meta->text("name").value_or("experiment_" + id);
  row.artifact_location = place_of(meta->text("artifact_location").value_or(""), folder);
  row.lifecycle_stage = meta->text("lifecycle_stage").value_or("active");
  row.creation_time = meta->integer("creation_time");
  row.last_update_time = meta->integer("last_update_time");
  for (std::string& name : folders_in(folder)) {
    if (std::ranges::find(kNotRuns, name) != kNotRuns.end()) continue;
    std::error_code missing;
    if (fs::exists(folder / name / kMeta, missing))
      experiment.run_ids.push_back(std::move(name));
    else
      skip(fmt::format("the folder '{}'", (folder / name).string()), "it has no meta.yaml");
  }
  experiment.model_ids = folders_in(folder / "models");
  if (const auto traces = folders_in(folder / "traces").size(); traces > 0) {
    skip(fmt::format("{} traces of experiment {}", traces, id), "they are not moved by this command");
  }
  found.push_back(std::move(experiment));
}

// The store may have been moved, and old releases wrote paths relative to where the client ran: what is not where the
// file says it is may lie beside the file.
std::string FileStoreSource::place_of(const std::string& uri, const fs::path& beside) const {
  const UriParts parts = split_uri(uri);
  if (!parts.scheme.empty() && parts.scheme != "file") return uri;
  const fs::path named = parts.scheme.empty() ? fs::path(uri) : fs::path(percent_decode(parts.path));
  std::error_code missing;
  if (named.is_absolute() && fs::exists(named, missing)) return uri;
  if (fs::exists(beside, missing)) return beside;
  if (named.is_absolute() || uri.empty()) return uri;
  return (root_.parent_path() / named).lexically_normal();
}

Result<std::vector<DatasetUse>> FileStoreSource::read_datasets(const fs::path& experiment,
                                                               std::span<const MetaFile> inputs) {
  std::vector<DatasetUse> uses;
  for (const MetaFile& input : inputs) {
    if (input.text("source_type").value_or("DATASET") != "DATASET") continue;
    const fs::path folder = experiment / "datasets" / input.text("source_id").value_or("");
    auto known = datasets_.find(folder.string());
    if (known == datasets_.end()) {
      const MetaFile meta = TRY(MetaFile::read(folder / kMeta));
      DatasetRow row;
      row.dataset_uuid = new_hex_id();  // the store's is shared by all experiments
      row.name = meta.text("name").value_or("");
      row.digest = meta.text("digest").value_or("");
      row.dataset_source_type = meta.text("source_type").value_or("");
      row.dataset_source = meta.text("source").value_or("");
      row.dataset_schema = meta.text("schema");
      row.dataset_profile = meta.text("profile");
      known = datasets_.emplace(folder.string(), std::move(row)).first;
    }
    uses.push_back({known->second, tags_of(input)});
  }
  return uses;
}

Result<RunRecord> FileStoreSource::run(const SourceExperiment& experiment, const std::string& run_id) {
  const fs::path parent = experiment.place;
  const fs::path folder = parent / run_id;
  RunRecord record;
  {
    const MetaFile meta = TRY(MetaFile::read(folder / kMeta));
    record.run = read_row(meta, run_id);
    record.run.artifact_uri = place_of(meta.text("artifact_uri").value_or(""), folder / "artifacts");
  }
  if (record.run.run_uuid != run_id) {
    return Error(ErrorCode::kDataLoss,
                 fmt::format("'{}' is of run {}", (folder / kMeta).string(), record.run.run_uuid));
  }
  record.run.experiment_id = experiment.record.experiment.experiment_id;
  for (Tag& param : TRY(read_pairs(folder / "params"))) {
    record.params.push_back({std::move(param.key), std::move(param.value)});
  }
  record.tags = TRY(read_pairs(folder / "tags"));
  if (record.run.name.value_or("").empty()) {
    const auto named = std::ranges::find(record.tags, kRunNameTag, &Tag::key);
    if (named != record.tags.end()) record.run.name = named->value;
  }
  const auto inputs = TRY(read_metas(folder / "inputs"));
  record.datasets = TRY(read_datasets(parent, inputs));
  record.model_inputs = model_inputs(inputs);
  record.model_outputs = TRY(read_outputs(folder / "outputs"));
  record.histories = TRY(read_metric_files(folder / "metrics"));
  return record;
}

Result<LoggedModelRecord> FileStoreSource::logged_model(const SourceExperiment& experiment,
                                                        const std::string& model_id) {
  const fs::path folder = fs::path(experiment.place) / "models" / model_id;
  const MetaFile meta = TRY(MetaFile::read(folder / kMeta));
  LoggedModelRecord record;
  LoggedModelRow& row = record.model;
  row.model_id = model_id;
  row.experiment_id = experiment.record.experiment.experiment_id;
  row.name = meta.text("name").value_or("");
  row.artifact_location = place_of(meta.text("artifact_location").value_or(""), folder / "artifacts");
  row.creation_timestamp_ms = meta.integer("creation_timestamp").value_or(0);
  row.last_updated_timestamp_ms = meta.integer("last_updated_timestamp").value_or(0);
  const std::string status = name_in(kModelStatuses, meta, "status", "PENDING");
  row.status = std::ranges::find(kModelStatuses, status, &NamedNumber::name)->number;
  row.lifecycle_stage = meta.text("lifecycle_stage").value_or("active");
  row.model_type = meta.text("model_type");
  row.source_run_id = meta.text("source_run_id");
  row.status_message = meta.text("status_message");
  for (Tag& param : TRY(read_pairs(folder / "params"))) {
    record.params.push_back({std::move(param.key), std::move(param.value)});
  }
  record.tags = TRY(read_pairs(folder / "tags"));
  for (const std::string& name : keys_in(folder / "metrics")) {
    auto metrics = TRY(parse_model_metrics(name, TRY(read_text(folder / "metrics" / name))));
    std::ranges::move(metrics, std::back_inserter(record.metrics));
  }
  return record;
}

Result<std::vector<std::string>> FileStoreSource::registered_models(std::vector<Skipped>& skipped) {
  std::vector<std::string> names;
  for (std::string& name : folders_in(root_ / "models")) {
    std::error_code missing;
    if (fs::exists(root_ / "models" / name / kMeta, missing))
      names.push_back(std::move(name));
    else
      skipped.push_back({fmt::format("registered model '{}'", name), "it has no meta.yaml"});
  }
  return names;
}

Result<RegisteredModelRecord> FileStoreSource::registered_model(const std::string& name) {
  const fs::path folder = root_ / "models" / name;
  const MetaFile meta = TRY(MetaFile::read(folder / kMeta));
  RegisteredModelRecord record;
  record.model.name = meta.text("name").value_or(name);
  record.model.creation_time = meta.integer("creation_timestamp");
  record.model.last_updated_time = meta.integer("last_updated_timestamp");
  record.model.description = meta.text("description");
  record.tags = TRY(read_pairs(folder / "tags"));
  for (const Tag& alias : TRY(read_pairs(folder / "aliases"))) {
    const std::string digits = alias.value.substr(0, alias.value.find_last_not_of(" \r\n") + 1);
    if (is_number(digits)) record.aliases.push_back({alias.key, std::stoll(digits)});
  }
  for (const std::string& child : folders_in(folder)) {
    if (child.starts_with("version-")) record.versions.push_back(TRY(read_version(folder / child)));
  }
  std::ranges::sort(record.versions, {}, [](const VersionRecord& version) { return version.version.version; });
  return record;
}

Result<std::unique_ptr<FileTree>> FileStoreSource::locate(const std::string& uri) const {
  const UriParts parts = split_uri(uri);
  if (uri.empty()) return std::unique_ptr<FileTree>();
  std::error_code missing;
  if (parts.scheme.empty() && !fs::exists(uri, missing)) return std::unique_ptr<FileTree>();
  return files_in(TRY(locations_.locate(uri)));
}

Result<std::unique_ptr<FileTree>> FileStoreSource::run_artifacts(const SourceExperiment& /*experiment*/,
                                                                 const RunRow& run) {
  return locate(run.artifact_uri.value_or(""));
}

Result<std::unique_ptr<FileTree>> FileStoreSource::model_artifacts(const SourceExperiment& /*experiment*/,
                                                                   const LoggedModelRow& model) {
  return locate(model.artifact_location);
}

}  // namespace cairn::transfer
