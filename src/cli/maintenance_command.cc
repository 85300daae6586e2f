#include "cli/maintenance_command.h"

#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <memory>

#include "cli/split_list.h"
#include "core/json_text.h"
#include "core/progress.h"
#include "core/uri.h"
#include "db/backup.h"
#include "db/open.h"
#include "db/schema.h"
#include "db/uri.h"
#include "maintenance/check.h"
#include "maintenance/duration.h"
#include "maintenance/garbage.h"
#include "maintenance/stats.h"

namespace cairn::cli {
namespace {

struct MaintenanceFlags {
  std::string uri = "sqlite:///mlflow.db";
  std::string file;
  bool json = false;
};

struct GcFlags {
  std::string uri = "sqlite:///mlflow.db";
  std::string older_than;
  std::string artifacts_destination = "./mlartifacts";
  std::string run_ids, experiment_ids, model_ids, job_ids, tracking_uri, workspace;
  bool jobs = false;
  bool all_workspaces = false;
  bool dry_run = false;
};

int outcome(std::string_view command, const Result<int>& done) {
  if (done.ok()) return *done;
  fmt::print(stderr, "cairn db {}: {}\n", command, done.error().message());
  return kFailed;
}

std::string size_text(std::int64_t bytes) {
  constexpr std::string_view kUnits[] = {"B", "KiB", "MiB", "GiB", "TiB"};
  auto size = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; size >= 1024 && unit + 1 < std::size(kUnits); ++unit) size /= 1024;
  return unit == 0 ? fmt::format("{} B", bytes) : fmt::format("{:.1f} {}", size, kUnits[unit]);
}

std::string json_list(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) {
    if (out.size() > 1) out += ',';
    write_json_string(text, out);
  }
  return out += ']';
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
    fmt::print("{{\"runs\":{},\"histories\":{},\"points\":{},\"problems\":{}}}\n", report.runs, report.histories,
               report.points, json_list(report.problems));
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
  if (flags.json) {
    fmt::print("{}\n", maintenance::to_json(stats));
    return kDone;
  }
  fmt::print("{:<32} {:>12} {:>12}\n", "Table", "Rows", "Size");
  for (const auto& table : stats.tables) {
    fmt::print("{:<32} {:>12} {:>12}\n", table.name, table.rows, size_text(table.bytes));
  }
  fmt::print("{:<32} {:>12} {:>12}\n\n", "all tables", "", size_text(stats.bytes));
  print_points("in chunks", stats.chunks);
  print_points("in rows", stats.rows);
  return kDone;
}

template <class Work>
auto with_progress(const char* title, Work work) {
  Progress progress(title, "pages");
  return work([&](std::int64_t done, std::int64_t total) {
    progress.update(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total));
  });
}

Result<std::string> file_of(const std::string& uri) {
  if (!uri.starts_with("postgres")) return db::sqlite_path(uri);
  return invalid_parameter(
      "PostgreSQL has its own tools for this: pg_dump --format=custom --file=FILE URI, and pg_restore --clean "
      "--dbname=URI FILE. cairn keeps nothing outside the database.");
}

Result<int> backup(const MaintenanceFlags& flags) {
  const std::string path = TRY(file_of(flags.uri));
  const std::int64_t bytes = TRY(with_progress(
      "Backing up", [&](const db::BackupProgress& progress) { return db::backup_sqlite(path, flags.file, progress); }));
  fmt::print("Wrote {} ({}), and checked it.\nTo put it back: cairn db restore {} --backend-store-uri {}\n", flags.file,
             size_text(bytes), flags.file, flags.uri);
  return kDone;
}

Result<int> restore(const MaintenanceFlags& flags) {
  const std::string path = TRY(file_of(flags.uri));
  const auto restored = TRY(with_progress(
      "Restoring", [&](const db::BackupProgress& progress) { return db::restore_sqlite(flags.file, path, progress); }));
  fmt::print("Restored {} from {}.\n", path, flags.file);
  if (!restored.kept.empty()) fmt::print("The database that was there is kept as {}.\n", restored.kept);
  return kDone;
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

Result<int> gc(const GcFlags& flags) {
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
  const auto database = TRY(open_existing(flags.uri));
  const auto locations = TRY(artifacts::Locations::open(resolve_uri_if_local(flags.artifacts_destination)));
  const auto plan = TRY(maintenance::plan_garbage(*database, options));
  for (const auto& [item, why] : plan.kept) {
    fmt::print("The {} {} stays: {}.\n", maintenance::noun(item.kind), item.id, why);
  }
  if (flags.dry_run) {
    print_plan(plan);
    return kDone;
  }
  maintenance::GarbageReport report;
  {
    Progress progress("Deleting", "items");
    report = TRY(maintenance::collect_garbage(
        *database, *locations, plan, [&](std::uint64_t done, std::uint64_t total) { progress.update(done, total); }));
  }
  print_report(report);
  return kDone;
}

using Work = Result<int> (*)(const MaintenanceFlags&);

Command command(std::string name, std::string help, std::string example, const char* file_help, Work work) {
  const auto flags = std::make_shared<MaintenanceFlags>();
  Command made;
  made.run = [flags, name, work] { return outcome(name, work(*flags)); };
  made.name = std::move(name);
  made.help = std::move(help);
  made.example = std::move(example);
  const Flag uri = {"--backend-store-uri", &flags->uri, "The database: sqlite:///file.db", "MLFLOW_BACKEND_STORE_URI"};
  if (file_help) {
    made.flags = {{.names = "file", .target = &flags->file, .help = file_help, .env = "", .required = true}, uri};
  } else {
    made.flags = {{"uri,--backend-store-uri", &flags->uri, "The database: sqlite:///file.db or postgresql://...",
                   "MLFLOW_BACKEND_STORE_URI"},
                  {"--json", &flags->json, "Print the outcome as JSON", ""}};
  }
  return made;
}

}  // namespace

std::vector<Command> maintenance_commands() {
  return {
      command("check", "Look for damage: in the file, between tables, in metric history. Changes nothing",
              "cairn db check sqlite:///mlflow.db", nullptr, check),
      command("stats", "Show rows and sizes of tables, and what a metric point costs",
              "cairn db stats sqlite:///mlflow.db", nullptr, stats),
      command("backup", "Write a SQLite database to a new file while it is in use (PostgreSQL: use pg_dump)",
              "cairn db backup mlflow-monday.db --backend-store-uri sqlite:///mlflow.db", "The file to write", backup),
      command("restore", "Put a backup in the place of a database; the old one is kept beside it",
              "cairn db restore mlflow-monday.db --backend-store-uri sqlite:///mlflow.db", "The backup", restore),
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
  made.flags = {
      {"--older-than", &f.older_than, "Only what was deleted longer ago than this: 30d, 1d2h3m4s, 1.5h", ""},
      {"--backend-store-uri", &f.uri, "The database: sqlite:///file.db", "MLFLOW_BACKEND_STORE_URI"},
      {"--artifacts-destination", &f.artifacts_destination,
       "Where the server that uses the database keeps artifacts of mlflow-artifacts:/", "MLFLOW_ARTIFACTS_DESTINATION"},
      {"--run-ids", &f.run_ids, "These runs alone, separated by commas", ""},
      {"--experiment-ids", &f.experiment_ids, "These experiments alone, with all that is in them", ""},
      {"--logged-model-ids", &f.model_ids, "These logged models alone", ""},
      {"--jobs", &f.jobs, "Jobs that have ended, too", ""},
      {"--job-ids", &f.job_ids, "These jobs alone", ""},
      {"--dry-run", &f.dry_run, "Only say what would be deleted", ""},
      {"--tracking-uri", &f.tracking_uri, "Ignored: artifacts are found through --artifacts-destination", ""},
      {"--workspace", &f.workspace, "MLflow's; there is the workspace default", ""},
      {"--all-workspaces", &f.all_workspaces, "MLflow's; there is the workspace default", ""},
  };
  made.run = [flags] { return outcome("gc", gc(*flags)); };
  return made;
}

}  // namespace cairn::cli
