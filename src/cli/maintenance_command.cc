#include "cli/maintenance_command.h"

#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <optional>

#include "api/wire/json_writer.h"
#include "api/wire/message_fields.h"
#include "cli/output/times.h"
#include "cli/split_list.h"
#include "cli/tracking/session.h"
#include "core/json_text.h"
#include "core/progress.h"
#include "core/uri.h"
#include "db/backup.h"
#include "db/open.h"
#include "db/postgres_address.h"
#include "db/schema.h"
#include "db/uri.h"
#include "maintenance/check.h"
#include "maintenance/duration.h"
#include "maintenance/garbage.h"
#include "maintenance/postgres_backup.h"
#include "maintenance/stats.h"

namespace cairn::api {

struct Backup {
  std::string database, file;
  std::int64_t bytes = 0;
};
CAIRN_MESSAGE(Backup, F(database), F(file), F(bytes))

struct Restored {
  std::string database, file;
  std::string kept;  // where what was there is now, or empty
};
CAIRN_MESSAGE(Restored, F(database), F(file), F(kept))

struct Garbage {
  std::string kind, id;
  std::optional<std::string> why;  // it stays
};
CAIRN_MESSAGE(Garbage, F(kind), F(id), F(why))

}  // namespace cairn::api

namespace cairn::cli {
namespace {

struct MaintenanceFlags : CommonFlags {
  std::string uri = "sqlite:///mlflow.db";
  std::string file;
};

struct GcFlags : CommonFlags {
  std::string uri = "sqlite:///mlflow.db";
  std::string older_than;
  std::string artifacts_destination = "./mlartifacts";
  std::string run_ids, experiment_ids, model_ids, job_ids, workspace;
  bool jobs = false;
  bool all_workspaces = false;
  bool dry_run = false;
};

std::string json_texts(const std::vector<std::string>& texts) {
  std::string json = "[";
  for (const std::string& text : texts) {
    if (json.size() > 1) json += ',';
    write_json_string(text, json);
  }
  return json + "]";
}

// Not made where it is missing: a mistyped name is no empty database.
Result<std::unique_ptr<db::Database>> open_existing(const std::string& uri) {
  if (const auto path = db::sqlite_path(uri); path.ok() && !std::filesystem::exists(*path)) {
    return does_not_exist(fmt::format("There is no database file '{}'.", *path));
  }
  auto database = TRY(db::open_database(uri));
  TRY(db::prepare_schema(*database));
  return database;
}

Result<int> check(const MaintenanceFlags& flags) {
  const auto database = TRY(open_existing(flags.uri));
  maintenance::CheckReport report;
  {
    Progress progress("Checking", "runs");
    report =
        TRY(maintenance::check_database(*database, [&](std::string_view what, std::uint64_t done, std::uint64_t total) {
          progress.note(what);
          progress.update(done, total);
        }));
  }
  const bool well = report.problems.empty();
  if (flags.json) {
    say_json(fmt::format(R"({{"runs":{},"histories":{},"points":{},"problems":{}}})", report.runs, report.histories,
                         report.points, json_texts(report.problems)));
  } else {
    for (const std::string& problem : report.problems) fmt::print("{}\n", problem);
    fmt::print("{}: {} runs with {} points in {} histories.\n",
               well ? "The database is whole" : fmt::format("{} problems", report.problems.size()), report.runs,
               report.points, report.histories);
    if (!well) fmt::print("Keep a copy of the file as it is, then restore a backup: cairn db restore --help\n");
  }
  return well ? kDone : kFailed;
}

void print_points(std::string_view what, const maintenance::PointSizes& sizes) {
  if (sizes.points == 0) return;
  fmt::print("{} metric points {}: {:.1f} bytes a point\n", sizes.points, what,
             static_cast<double>(sizes.bytes) / static_cast<double>(sizes.points));
}

Result<int> stats(const MaintenanceFlags& flags) {
  const auto database = TRY(open_existing(flags.uri));
  const auto stats = TRY(maintenance::measure(*database));
  Table table{{{"table", "TABLE", Align::kLeft, Room::kFixed},
               {"rows", "ROWS", Align::kRight, Room::kFixed},
               {"bytes", "SIZE", Align::kRight, Room::kFixed}},
              {}};
  const auto add = [&](std::string name, std::string rows, std::int64_t bytes) {
    table.rows.push_back({std::move(name), std::move(rows),
                          flags.csv ? fmt::to_string(bytes) : byte_size(static_cast<std::uint64_t>(bytes))});
  };
  for (const auto& one : stats.tables) add(one.name, fmt::to_string(one.rows), one.bytes);
  if (!flags.csv) add("all tables", "", stats.bytes);
  TRY(show(flags, table, [&] { return maintenance::to_json(stats); }));
  if (flags.json || flags.csv) return kDone;
  print_points("in chunks", stats.chunks);
  print_points("in rows", stats.rows);
  return kDone;
}

// SQLite counts pages, of which it knows how many there are; of PostgreSQL's file there is only how large it is so far.
template <class Work>
auto with_progress(const char* title, const char* unit, Work work) {
  Progress progress(title, unit);
  return work([&](auto done, auto... total) {
    progress.update(static_cast<std::uint64_t>(done), (std::uint64_t{0} + ... + static_cast<std::uint64_t>(total)));
  });
}

Result<int> backup(const MaintenanceFlags& flags) {
  std::int64_t bytes = 0;
  if (db::is_postgres_uri(flags.uri)) {
    bytes = TRY(with_progress("Backing up", "bytes", [&](const maintenance::BackupSize& progress) {
      return maintenance::backup_postgres(flags.uri, flags.file, progress);
    }));
  } else {
    const std::string path = TRY(db::sqlite_path(flags.uri));
    bytes = TRY(with_progress("Backing up", "pages", [&](const db::BackupProgress& progress) {
      return db::backup_sqlite(path, flags.file, progress);
    }));
  }
  const std::string uri = db::shown_uri(flags.uri);
  TRY(say_done(flags,
               fmt::format("Wrote {} ({}), and checked it.\nTo put it back: cairn db restore {} --backend-store-uri {}",
                           flags.file, byte_size(static_cast<std::uint64_t>(bytes)), flags.file, uri),
               [&] { return api::to_json(api::Backup{uri, flags.file, bytes}); }));
  return kDone;
}

Result<int> restore(const MaintenanceFlags& flags) {
  std::string place = db::shown_uri(flags.uri);
  std::string kept;
  if (db::is_postgres_uri(flags.uri)) {
    kept = TRY(with_progress("Keeping what is there", "bytes", [&](const maintenance::BackupSize& progress) {
      return maintenance::restore_postgres(flags.file, flags.uri, progress);
    }));
  } else {
    place = TRY(db::sqlite_path(flags.uri));
    kept = TRY(with_progress("Restoring", "pages", [&](const db::BackupProgress& progress) {
             return db::restore_sqlite(flags.file, place, progress);
           })).kept;
  }
  const std::string old = kept.empty() ? "" : fmt::format("\nThe database that was there is kept as {}.", kept);
  TRY(say_done(flags, fmt::format("Restored {} from {}.{}", place, flags.file, old),
               [&] { return api::to_json(api::Restored{place, flags.file, kept}); }));
  return kDone;
}

std::vector<api::Garbage> as_messages(const std::vector<maintenance::GarbageItem>& items) {
  std::vector<api::Garbage> made;
  for (const auto& item : items) made.push_back({std::string(maintenance::noun(item.kind)), item.id, {}});
  return made;
}

std::string gc_json(const maintenance::GarbagePlan& plan, const maintenance::GarbageReport& report, bool dry_run) {
  std::vector<api::Garbage> kept;
  for (const auto& [item, why] : plan.kept) kept.push_back({std::string(maintenance::noun(item.kind)), item.id, why});
  return fmt::format(R"({{"dry_run":{},"deleted":{},"kept":{},"remarks":{}}})", dry_run,
                     json_array(as_messages(dry_run ? plan.items : report.deleted)), json_array(kept),
                     json_texts(report.remarks));
}

void print_plan(const maintenance::GarbagePlan& plan) {
  for (const auto& item : plan.items) {
    fmt::print("The {} {} would be deleted for good.\n", maintenance::noun(item.kind), item.id);
  }
}

void print_report(const maintenance::GarbageReport& report) {
  for (const std::string& remark : report.remarks) fmt::print(stderr, "{}\n", remark);
  for (const auto& item : report.deleted) {
    std::string what(maintenance::noun(item.kind));
    what[0] = static_cast<char>(what[0] - 'a' + 'A');
    fmt::print("{} with ID {} has been permanently deleted.\n", what, item.id);
  }
}

Result<maintenance::GarbageOptions> options_of(const GcFlags& flags) {
  if (flags.all_workspaces && !flags.workspace.empty()) {
    return invalid_parameter("Cannot use --workspace and --all-workspaces together.");
  }
  if (!flags.workspace.empty() && flags.workspace != "default") {
    return invalid_parameter(
        fmt::format("There is no workspace '{}': cairn has the workspace 'default' alone.", flags.workspace));
  }
  maintenance::GarbageOptions options;
  if (!flags.older_than.empty()) options.older_than_ms = TRY(maintenance::parse_duration(flags.older_than));
  options.run_ids = split_list(flags.run_ids);
  options.experiment_ids = split_list(flags.experiment_ids);
  options.model_ids = split_list(flags.model_ids);
  options.jobs = flags.jobs;
  options.job_ids = split_list(flags.job_ids);
  return options;
}

Result<int> gc(const GcFlags& flags) {
  const auto options = TRY(options_of(flags));
  const auto database = TRY(open_existing(flags.uri));
  const auto locations = TRY(artifacts::Locations::open(resolve_uri_if_local(flags.artifacts_destination)));
  const auto plan = TRY(maintenance::plan_garbage(*database, options));
  maintenance::GarbageReport report;
  if (!flags.dry_run) {
    Progress progress("Deleting", "items");
    report = TRY(maintenance::collect_garbage(
        *database, *locations, plan, [&](std::uint64_t done, std::uint64_t total) { progress.update(done, total); }));
  }
  if (flags.json) {
    say_json(gc_json(plan, report, flags.dry_run));
    return kDone;
  }
  for (const auto& [item, why] : plan.kept) {
    fmt::print("The {} {} stays: {}.\n", maintenance::noun(item.kind), item.id, why);
  }
  if (flags.dry_run)
    print_plan(plan);
  else
    print_report(report);
  return kDone;
}

using Work = Result<int> (*)(const MaintenanceFlags&);

Command command(std::string name, std::string help, std::string example, const char* file_help, Shows shows,
                Work work) {
  const auto flags = std::make_shared<MaintenanceFlags>();
  Command made;
  made.run = [flags, work] { return report(work(*flags)); };
  made.name = std::move(name);
  made.help = std::move(help);
  made.example = std::move(example);
  Flag uri = {"--backend-store-uri", &flags->uri, "The database: sqlite:///file.db or postgresql://...",
              "MLFLOW_BACKEND_STORE_URI"};
  std::vector<Flag> own;
  if (file_help)
    own.push_back({.names = "file", .target = &flags->file, .help = file_help, .env = "", .required = true});
  else
    uri.names = "uri," + uri.names;
  own.push_back(std::move(uri));
  made.flags = with_form_flags(*flags, shows, std::move(own));
  return made;
}

}  // namespace

std::vector<Command> maintenance_commands() {
  return {
      command("check", "Look for damage: in the file, between tables, in metric history. Changes nothing",
              "cairn db check sqlite:///mlflow.db", nullptr, Shows::kOne, check),
      command("stats", "Show rows and sizes of tables, and what a metric point costs",
              "cairn db stats sqlite:///mlflow.db", nullptr, Shows::kList, stats),
      command("backup", "Write a database to a new file while it is in use; PostgreSQL's pg_dump does that of its own",
              "cairn db backup mlflow-monday.db --backend-store-uri sqlite:///mlflow.db", "The file to write",
              Shows::kOne, backup),
      command("restore", "Put a backup in the place of a database; what was there is kept beside it",
              "cairn db restore mlflow-monday.db --backend-store-uri sqlite:///mlflow.db", "The backup", Shows::kOne,
              restore),
      gc_command(),
  };
}

Command gc_command() {
  const auto flags = std::make_shared<GcFlags>();
  GcFlags& f = *flags;
  Command made;
  made.name = "gc";
  made.help =
      "Delete for good what was deleted: runs, logged models, experiments, and their artifacts. What a registered "
      "model's version uses stays";
  made.example = "cairn db gc --older-than 30d --dry-run";
  made.flags = with_form_flags(
      f, Shows::kOne,
      {
          {"--older-than", &f.older_than, "Only what was deleted longer ago than this: 30d, 1d2h3m4s, 1.5h", ""},
          {"--backend-store-uri", &f.uri, "The database: sqlite:///file.db or postgresql://...",
           "MLFLOW_BACKEND_STORE_URI"},
          {"--artifacts-destination", &f.artifacts_destination,
           "Where the server that uses the database keeps artifacts of mlflow-artifacts:/",
           "MLFLOW_ARTIFACTS_DESTINATION"},
          {"--run-ids", &f.run_ids, "These runs alone, separated by commas", ""},
          {"--experiment-ids", &f.experiment_ids, "These experiments alone, with all that is in them", ""},
          {"--logged-model-ids", &f.model_ids, "These logged models alone", ""},
          {"--jobs", &f.jobs, "Jobs that have ended, too", ""},
          {"--job-ids", &f.job_ids, "These jobs alone", ""},
          {"--dry-run", &f.dry_run, "Only say what would be deleted", ""},
          {"--tracking-uri", &f.tracking_uri, "Ignored: artifacts are found through --artifacts-destination", ""},
          {"--workspace", &f.workspace, "MLflow's; there is the workspace default", ""},
          {"--all-workspaces", &f.all_workspaces, "MLflow's; there is the workspace default", ""},
      });
  made.run = [flags] { return report(gc(*flags)); };
  return made;
}

}  // namespace cairn::cli
