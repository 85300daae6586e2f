#include "cli/transfer_command.h"

#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <memory>

#include "cli/split_list.h"
#include "cli/tracking/session.h"
#include "client/http_transport.h"
#include "client/target.h"
#include "core/progress.h"
#include "core/scratch_folder.h"
#include "core/uri.h"
#include "db/open.h"
#include "db/postgres_address.h"
#include "db/read_only_database.h"
#include "db/schema.h"
#include "transfer/archive.h"
#include "transfer/database_source.h"
#include "transfer/database_target.h"
#include "transfer/export_source.h"
#include "transfer/export_target.h"
#include "transfer/file_store_source.h"
#include "transfer/foreign_export_source.h"
#include "transfer/move.h"
#include "transfer/server_source.h"

namespace cairn::cli {
namespace {

namespace fs = std::filesystem;

struct TransferFlags {
  std::string store;  // empty: what MLFLOW_TRACKING_URI or the profile says
  std::string artifact_root = "mlflow-artifacts:/";
  std::string artifacts_destination = "./mlartifacts";
  std::string from;
  std::string folder;
  std::string ids = "keep";
  std::vector<std::string> experiment_ids;
  std::vector<std::string> experiment_names;
  bool all = false;
  bool copy_artifacts = false;
  bool artifacts = true;
  bool json = false;
};

bool is_database(std::string_view uri) {
  const std::string_view scheme = split_uri(uri).scheme;
  return scheme.starts_with("sqlite") || scheme.starts_with("postgres");
}

std::vector<std::string> chosen(const TransferFlags& flags) {
  std::vector<std::string> experiments = flags.experiment_names;
  for (const std::string& list : flags.experiment_ids) {
    for (const std::string& id : split_list(list)) experiments.push_back(id);
  }
  return experiments;
}

// Runs the move, shows it, and prints what came of it.
Result<int> carry_out(const TransferFlags& flags, std::string_view title, transfer::Source& source,
                      transfer::Target& target, const transfer::CopyOptions& options,
                      const transfer::OpenArrived& open_arrived) {
  transfer::MoveResult result;
  {
    Progress progress{std::string(title), "runs"};
    result = TRY(transfer::move(source, target, options, open_arrived,
                                [&](std::uint64_t done, std::uint64_t total, const transfer::CopyReport& so_far) {
                                  progress.note(fmt::format("{} points", so_far.copied.points));
                                  progress.update(done, total);
                                }));
  }
  fmt::print("{}", flags.json ? transfer::to_json(result) + "\n" : transfer::to_text(result));
  return result.differences.empty() ? kDone : kFailed;
}

// What is imported goes into a database.
Result<int> import_into(const TransferFlags& flags, transfer::Source& source, std::string origin,
                        const transfer::CopyOptions& options, artifacts::Locations& locations) {
  const auto store = TRY(client::resolve_target(flags.store, client::process_environment));
  if (!is_database(store.uri)) {
    return invalid_parameter(fmt::format(
        "Imports go into a database, not to '{}', whose API gives every run a new id: name the server's database, "
        "--backend-store-uri sqlite:///... or postgresql://...; the server may go on running.",
        client::is_http(store.uri) ? store.uri : db::shown_uri(store.uri)));
  }
  const auto database = TRY(db::open_database(store.uri));
  TRY(db::prepare_schema(*database));
  transfer::DatabaseTarget target(
      *database, locations,
      transfer::DatabaseTargetOptions{resolve_uri_if_local(flags.artifact_root), std::move(origin)});
  auto done =
      carry_out(flags, "Importing", source, target, options, [&]() -> Result<std::unique_ptr<transfer::Source>> {
        return std::unique_ptr<transfer::Source>(TRY(transfer::DatabaseSource::open(*database, locations, store.uri)));
      });
  if (!done.ok() && done.error().code() == ErrorCode::kTemporarilyUnavailable) {
    return Error(done.error().code(),
                 done.error().message() + "\nWhat is imported so far is whole; run the command again to finish.");
  }
  return done;
}

Result<std::unique_ptr<artifacts::Locations>> open_locations(const TransferFlags& flags) {
  return artifacts::Locations::open(resolve_uri_if_local(flags.artifacts_destination));
}

// Keeps open what the source reads from.
struct OpenSource {
  std::unique_ptr<db::Database> database;
  std::unique_ptr<transfer::Source> source;
};

Result<OpenSource> open_source(const std::string& from, artifacts::Locations& locations) {
  OpenSource opened;
  if (client::is_http(from)) {
    const auto target = TRY(client::resolve_target(from, client::process_environment));
    opened.source = TRY(transfer::ServerSource::open(client::Connection(TRY(client::open_http_transport(target)))));
    return opened;
  }
  if (is_database(from)) {
    opened.database = TRY(db::open_read_only(from));
    opened.source =
        TRY(transfer::DatabaseSource::open(*opened.database, locations, fmt::format("the database '{}'", from)));
    return opened;
  }
  const UriParts parts = split_uri(from);
  if (!parts.scheme.empty() && parts.scheme != "file") {
    return invalid_parameter(
        fmt::format("'{}' is not a place to read from. Name a server, a database, or a folder.", from));
  }
  opened.source =
      TRY(transfer::FileStoreSource::open(parts.scheme.empty() ? from : percent_decode(parts.path), locations));
  return opened;
}

Result<int> import_mlflow(const TransferFlags& flags) {
  const auto locations = TRY(open_locations(flags));
  const OpenSource opened = TRY(open_source(flags.from, *locations));
  transfer::CopyOptions options;
  options.experiments = chosen(flags);
  options.artifacts = flags.copy_artifacts ? transfer::Artifacts::kCopy : transfer::Artifacts::kReference;
  if (!flags.copy_artifacts && client::is_http(flags.from)) {
    fmt::print(stderr, "Note: artifacts stay with the old server; --copy-artifacts brings them along.\n");
  }
  return import_into(flags, *opened.source, opened.source->name(), options, *locations);
}

Result<int> export_from(const TransferFlags& flags, const std::string& folder) {
  const auto locations = TRY(open_locations(flags));
  const auto store = TRY(client::resolve_target(flags.store, client::process_environment));
  const OpenSource opened = TRY(open_source(store.uri, *locations));
  const auto target = TRY(transfer::ExportTarget::create(folder, opened.source->name(), flags.artifacts));
  transfer::CopyOptions options;
  options.experiments = chosen(flags);
  options.artifacts = flags.artifacts ? transfer::Artifacts::kCopy : transfer::Artifacts::kReference;
  return carry_out(flags, "Exporting", *opened.source, *target, options,
                   [&]() -> Result<std::unique_ptr<transfer::Source>> {
                     return std::unique_ptr<transfer::Source>(TRY(transfer::ExportSource::open(folder)));
                   });
}

Result<int> export_experiments(const TransferFlags& flags) {
  if (chosen(flags).empty() != flags.all) {
    return invalid_parameter("Say what to export: --experiment-id, --experiment-name, or --all.");
  }
  if (!transfer::is_archive_name(flags.folder)) return export_from(flags, flags.folder);
  if (fs::exists(flags.folder)) return already_exists(fmt::format("'{}' is there. Name another file.", flags.folder));
  const auto scratch = TRY(ScratchFolder::beside(flags.folder));
  const fs::path whole = scratch.path() / "export";
  const int done = TRY(export_from(flags, whole));
  TRY(transfer::pack(whole, flags.folder));
  return done;
}

Result<int> import_from(const TransferFlags& flags, const std::string& folder) {
  if (flags.ids != "keep" && flags.ids != "new") {
    return invalid_parameter(fmt::format("--ids is 'keep' or 'new', not '{}'.", flags.ids));
  }
  const auto locations = TRY(open_locations(flags));
  transfer::CopyOptions options;
  options.experiments = chosen(flags);
  options.ids = flags.ids == "new" ? transfer::Ids::kRenew : transfer::Ids::kKeep;
  options.artifacts = transfer::Artifacts::kCopy;
  if (!transfer::is_export(folder) && transfer::ForeignExportSource::is_one(folder)) {
    const auto source = TRY(transfer::ForeignExportSource::open(folder));
    return import_into(flags, *source, source->name(), options, *locations);
  }
  const auto source = TRY(transfer::ExportSource::open(folder));
  if (!source->manifest().has_artifacts) options.artifacts = transfer::Artifacts::kReference;
  return import_into(flags, *source, source->manifest().id, options, *locations);
}

Result<int> import_experiments(const TransferFlags& flags) {
  if (!transfer::is_archive_name(flags.folder)) return import_from(flags, flags.folder);
  const auto scratch = TRY(ScratchFolder::beside(flags.folder));
  TRY(transfer::unpack(flags.folder, scratch.path()));
  return import_from(flags, scratch.path());
}

Flag store_flag(TransferFlags& flags) {
  return {"--tracking-uri,--backend-store-uri", &flags.store, "The database: sqlite:///file.db or postgresql://...",
          ""};
}

std::vector<Flag> experiment_flags(TransferFlags& flags) {
  return {
      {"--experiment-id", &flags.experiment_ids, "Only these experiments: ids, separated by commas", ""},
      {"--experiment-name", &flags.experiment_names, "Only this experiment; may be given several times", ""},
  };
}

std::vector<Flag> import_flags(TransferFlags& flags) {
  return {
      store_flag(flags),
      {"--default-artifact-root", &flags.artifact_root, "Where imported experiments keep copied artifacts",
       "MLFLOW_DEFAULT_ARTIFACT_ROOT"},
      {"--artifacts-destination", &flags.artifacts_destination,
       "Where the server that uses the database keeps artifacts of mlflow-artifacts:/", "MLFLOW_ARTIFACTS_DESTINATION"},
      {"--json", &flags.json, "Print the outcome as JSON", ""},
  };
}

void append(std::vector<Flag>& flags, std::vector<Flag> more) {
  for (Flag& flag : more) flags.push_back(std::move(flag));
}

}  // namespace

Command import_command() {
  const auto flags = std::make_shared<TransferFlags>();
  Command mlflow;
  mlflow.name = "mlflow";
  mlflow.help =
      "Import experiments, runs with their whole history, and registered models from MLflow: a folder mlruns/, a "
      "database or a server. Ids stay. Interrupted, run it again and it finishes";
  mlflow.example = "cairn import mlflow ./mlruns --backend-store-uri sqlite:///mlflow.db --copy-artifacts";
  mlflow.flags = {
      {.names = "uri",
       .target = &flags->from,
       .help = "mlruns, sqlite:///old.db, http://server",
       .env = "",
       .required = true},
      {"--copy-artifacts", &flags->copy_artifacts, "Copy the artifacts too; else they stay where they are", ""},
  };
  append(mlflow.flags, experiment_flags(*flags));
  append(mlflow.flags, import_flags(*flags));
  mlflow.run = [flags] { return report(import_mlflow(*flags)); };
  Command command;
  command.name = "import";
  command.help = "Bring in what another program kept";
  command.commands = {std::move(mlflow)};
  return command;
}

Command experiments_export_command() {
  const auto flags = std::make_shared<TransferFlags>();
  Command command;
  command.name = "export";
  command.help = "Write experiments with all that is in them to a folder, or to one file .tar.zst";
  command.example = "cairn experiments export --experiment-id 1 --output-dir ./export";
  command.flags = {
      {.names = "--output-dir",
       .target = &flags->folder,
       .help = "A new folder, or a file .tar.zst",
       .env = "",
       .required = true},
      {"--all", &flags->all, "All experiments, deleted ones too", ""},
      {"--artifacts,!--no-artifacts", &flags->artifacts, "With the artifacts", ""},
      store_flag(*flags),
      {"--artifacts-destination", &flags->artifacts_destination,
       "Where the server that uses the database keeps artifacts of mlflow-artifacts:/", "MLFLOW_ARTIFACTS_DESTINATION"},
      {"--json", &flags->json, "Print the outcome as JSON", ""},
  };
  append(command.flags, experiment_flags(*flags));
  command.run = [flags] { return report(export_experiments(*flags)); };
  return command;
}

Command experiments_import_command() {
  const auto flags = std::make_shared<TransferFlags>();
  Command command;
  command.name = "import";
  command.help =
      "Read experiments from what `experiments export`, or the package mlflow-export-import, wrote. Interrupted, run "
      "it "
      "again and it finishes";
  command.example = "cairn experiments import --input-dir ./export";
  command.flags = {
      {.names = "--input-dir",
       .target = &flags->folder,
       .help = "The folder, or the file .tar.zst",
       .env = "",
       .required = true},
      {"--ids", &flags->ids, "keep: runs keep their ids; new: a second copy beside the first", ""},
  };
  append(command.flags, experiment_flags(*flags));
  append(command.flags, import_flags(*flags));
  command.run = [flags] { return report(import_experiments(*flags)); };
  return command;
}

}  // namespace cairn::cli
