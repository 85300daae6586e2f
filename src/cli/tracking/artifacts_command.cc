#include "cli/tracking/artifacts_command.h"

#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <optional>

#include "cli/output/json_layout.h"
#include "cli/output/times.h"
#include "cli/tracking/artifact_uri.h"
#include "cli/tracking/changes.h"
#include "cli/tracking/session.h"
#include "cli/tracking/transfer.h"
#include "client/operations.h"
#include "core/json_text.h"
#include "core/scratch_folder.h"

namespace cairn::cli {
namespace {

struct Flags : CommonFlags {
  std::string run_id, artifact_path, artifact_uri, dst_path, local_file, local_dir;
  bool recursive = false;
};

struct Place {
  std::unique_ptr<client::ArtifactStore> store;
  artifacts::Path path;
};

Result<Place> place_in_run(const client::Connection& connection, const Flags& flags) {
  const auto run = TRY(connection.call(client::kGetRun, {.run_id = flags.run_id})).run;
  return Place{TRY(client::open_artifact_store(connection, run.info.artifact_uri)),
               TRY(artifacts::Path::parse(flags.artifact_path))};
}

api::FileEntry entry_of(const RemoteFile& file) {
  return {file.path.text(), false, static_cast<std::int64_t>(file.size)};
}

std::vector<api::FileEntry> entries_of(const std::vector<RemoteFile>& files) {
  std::vector<api::FileEntry> entries;
  for (const RemoteFile& file : files) entries.push_back(entry_of(file));
  return entries;
}

Result<std::vector<api::FileEntry>> listed(Place& place, bool recursive) {
  if (recursive) return entries_of(TRY(files_below(*place.store, place.path)));
  std::vector<api::FileEntry> files;
  for (const artifacts::Entry& entry : TRY(place.store->list(place.path))) {
    const bool folder = entry.kind == artifacts::Kind::kFolder;
    files.push_back({(place.path / TRY(artifacts::Path::parse(entry.name))).text(), folder,
                     folder ? std::nullopt : std::optional(static_cast<std::int64_t>(entry.size))});
  }
  return files;
}

// "[{\n  ...\n}, {\n  ...\n}]", as MLflow's command prints it.
std::string mlflow_json(const std::vector<api::FileEntry>& files) {
  std::string text;
  for (const api::FileEntry& file : files) {
    std::string one = fmt::format(R"({{"path":{},"is_dir":{})", ascii_json_string(file.path), file.is_dir);
    if (file.file_size) one += fmt::format(R"(,"file_size":{})", *file.file_size);
    text += (text.empty() ? "" : ", ") + indented_json(one + "}", 2);
  }
  return "[" + text + "]";
}

Status list(const Flags& flags) {
  const auto connection = TRY(open_connection(flags));
  Place place = TRY(place_in_run(connection, flags));
  const auto files = TRY(listed(place, flags.recursive));
  if (running_shape() == Shape::kMlflow && !flags.csv && !flags.json) {
    say(mlflow_json(files));
    return {};
  }
  Table table{{{"path", "PATH"},
               {"is_dir", "KIND", Align::kLeft, Room::kDrops},
               {"file_size", "SIZE", Align::kRight, Room::kFixed}},
              {}};
  for (const api::FileEntry& file : files) {
    const std::string size = !file.file_size ? ""
                             : flags.csv     ? fmt::to_string(*file.file_size)
                                             : byte_size(static_cast<std::uint64_t>(*file.file_size));
    table.rows.push_back({file.path,
                          flags.csv     ? (file.is_dir ? "true" : "false")
                          : file.is_dir ? "folder"
                                        : "file",
                          size});
  }
  return show(flags, table, [&] { return json_array(files); });
}

Status download_artifacts(const Flags& flags) {
  if (flags.run_id.empty() == flags.artifact_uri.empty() && flags.artifact_uri.empty()) {
    return running_shape() == Shape::kMlflow
               ? invalid_parameter("Exactly one of `run_id` or `artifact_uri` must be specified")
               : wrong_usage("Must specify --run-id or --artifact-uri.");
  }
  const Interruptible interrupt;
  const auto connection = TRY(open_connection(flags, interrupt));
  Place place;
  if (flags.artifact_uri.empty()) {
    place = TRY(place_in_run(connection, flags));
  } else {
    const auto [root, name] = split_artifact_uri(TRY(resolve_artifact_uri(connection, flags.artifact_uri)));
    place = {TRY(client::open_artifact_store(connection, root)), TRY(artifacts::Path::parse(name))};
  }
  std::optional<ScratchFolder> made_folder;
  if (flags.dst_path.empty()) made_folder = TRY(ScratchFolder::in_temporary_files("cairn"));
  const std::string folder = made_folder ? made_folder->path().string() : flags.dst_path;
  const std::string made = std::filesystem::absolute(TRY(download(*place.store, place.path, folder, interrupt)));
  if (made_folder) made_folder->keep();
  return say_done(flags, (running_shape() == Shape::kMlflow ? "\n" : "") + made,
                  [&] { return api::to_json(api::Place{made}); });
}

std::string shown_path(const Flags& flags) { return flags.artifact_path.empty() ? "None" : flags.artifact_path; }

Status log_artifact(const Flags& flags) {
  const Interruptible interrupt;
  const auto connection = TRY(open_connection(flags, interrupt));
  Place place = TRY(place_in_run(connection, flags));
  const auto logged = TRY(upload_file(*place.store, flags.local_file, place.path, interrupt));
  fmt::print(stderr, "Logged artifact from local file {} to artifact_path={}\n", flags.local_file, shown_path(flags));
  if (flags.json) say_json(api::to_json(entry_of(logged)));
  return {};
}

Status log_artifacts(const Flags& flags) {
  const Interruptible interrupt;
  const auto connection = TRY(open_connection(flags, interrupt));
  Place place = TRY(place_in_run(connection, flags));
  const auto logged = TRY(upload_folder(*place.store, flags.local_dir, place.path, interrupt));
  fmt::print(stderr, "Logged artifact from local dir {} to artifact_path={}\n", flags.local_dir, shown_path(flags));
  if (flags.json) say_json(json_array(entries_of(logged)));
  return {};
}

}  // namespace

Command artifacts_command() {
  const auto f = std::make_shared<Flags>();
  const Flag run{
      .names = "--run-id,-r", .target = &f->run_id, .help = "The run's id.", .required = true, .value = "ID"};
  Flag any_run = run;
  any_run.required = false;
  const Flag path{.names = "--artifact-path,-a",
                  .target = &f->artifact_path,
                  .help = "A path below the run's artifacts.",
                  .value = "PATH"};
  Command command;
  command.name = "artifacts";
  command.help = "List, download and log artifacts of runs.";
  command.example = "cairn artifacts list --run-id ID";
  command.commands = {
      {.name = "list",
       .help = "List the artifacts of a run.",
       .example = "cairn artifacts list --run-id ID --artifact-path model",
       .flags = with_common_flags(
           *f, Shows::kList,
           {run, path, {.names = "--recursive,-R", .target = &f->recursive, .help = "All files below, too."}}),
       .run = reporting(f, list)},
      {.name = "download",
       .help = "Download an artifact, a folder of them, or all.\nPrints where they are.",
       .example = "cairn artifacts download --run-id ID --artifact-path model --dst-path .",
       .flags = with_common_flags(*f, Shows::kOne,
                                  {any_run,
                                   path,
                                   {.names = "--artifact-uri,-u",
                                    .target = &f->artifact_uri,
                                    .help = "Instead of a run: runs:/ID/path, models:/NAME/VERSION, s3://...",
                                    .value = "URI"},
                                   {.names = "--dst-path,-d",
                                    .target = &f->dst_path,
                                    .help = "The folder for it; otherwise a new one.",
                                    .value = "FOLDER"}}),
       .run = reporting(f, download_artifacts)},
      {.name = "log-artifact",
       .help = "Log a file as an artifact of a run.",
       .example = "cairn artifacts log-artifact --run-id ID --local-file model.pkl",
       .flags = with_common_flags(*f, Shows::kOne,
                                  {{.names = "--local-file,-l",
                                    .target = &f->local_file,
                                    .help = "The file.",
                                    .required = true,
                                    .value = "FILE"},
                                   run,
                                   path}),
       .run = reporting(f, log_artifact)},
      {.name = "log-artifacts",
       .help = "Log all files of a folder as artifacts of a run.",
       .example = "cairn artifacts log-artifacts --run-id ID --local-dir plots",
       .flags = with_common_flags(*f, Shows::kOne,
                                  {{.names = "--local-dir,-l",
                                    .target = &f->local_dir,
                                    .help = "The folder.",
                                    .required = true,
                                    .value = "FOLDER"},
                                   run,
                                   path}),
       .run = reporting(f, log_artifacts)},
  };
  return command;
}

}  // namespace cairn::cli
