#include "cli/db_command.h"

#include <cstdio>
#include <fmt/format.h>
#include <memory>

#include "api/wire/json_writer.h"
#include "api/wire/message_fields.h"
#include "cli/maintenance_command.h"
#include "cli/tracking/session.h"
#include "core/progress.h"
#include "db/open.h"
#include "db/schema.h"
#include "db/upgrade.h"
#include "db/uri.h"
#include "tracking/metric_conversion.h"

namespace cairn::api {

struct Converted {
  std::int64_t runs = 0, points = 0;
};
CAIRN_MESSAGE(Converted, F(runs), F(points))
CAIRN_MESSAGE(db::CopiedTable, F(name), F(rows))
CAIRN_MESSAGE(db::UpgradeReport, F(from), F(release), F(kept), F(tables), F(remarks))

}  // namespace cairn::api

namespace cairn::cli {
namespace {

struct DbFlags : CommonFlags {
  std::string uri = "sqlite:///mlflow.db";
};

using Convert = Result<tracking::ConversionProgress> (*)(db::Database&, std::span<const std::string>,
                                                         const tracking::OnProgress&);

Status convert(const DbFlags& flags, std::string_view title, std::string_view done, Convert conversion) {
  auto database = TRY(db::open_database(flags.uri));
  TRY(db::prepare_schema(*database));
  const auto runs = TRY(database->read(tracking::runs_with_history));
  tracking::ConversionProgress total;
  {
    Progress progress{std::string(title), "runs"};
    total = TRY(conversion(*database, runs, [&](const tracking::ConversionProgress& now) {
      progress.update(now.runs_done, now.runs_total);
    }));
  }
  return say_done(flags, fmt::format("{} points of {} runs {}.", total.points, total.runs_done, done), [&] {
    return api::to_json(api::Converted{.runs = static_cast<std::int64_t>(total.runs_done), .points = total.points});
  });
}

Status upgrade(const DbFlags& flags) {
  db::UpgradeReport report;
  {
    Progress progress("Upgrading", "rows");
    report = TRY(db::upgrade_sqlite(
        TRY(db::sqlite_path(flags.uri)), [&](std::string_view table, std::int64_t done, std::int64_t total) {
          progress.note(table);
          progress.update(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total));
        }));
  }
  if (flags.json) {
    say_json(api::to_json(report));
    return {};
  }
  if (report.kept.empty()) {
    fmt::print("The database is at schema version {} already; nothing was changed.\n", db::kMlflowHead);
    return {};
  }
  std::int64_t rows = 0;
  for (const db::CopiedTable& table : report.tables) rows += table.rows;
  fmt::print("Upgraded from schema version {} (MLflow {}) to {}: {} rows in {} tables.\nThe old file is kept as {}.\n",
             report.from, report.release, db::kMlflowHead, rows, report.tables.size(), report.kept);
  for (const std::string& remark : report.remarks) fmt::print("{}\n", remark);
  return {};
}

}  // namespace

Command db_command() {
  const auto flags = std::make_shared<DbFlags>();
  const std::vector<Flag> uri =
      with_form_flags(*flags, Shows::kOne,
                      {
                          {"uri,--backend-store-uri", &flags->uri,
                           "The database: sqlite:///file.db, or postgresql://user:password@host:5432/database",
                           "MLFLOW_BACKEND_STORE_URI"},
                      });
  Command command;
  command.name = "db";
  command.help = "Upgrade, check, back up and clean a database, or change how it keeps metric history";
  command.commands = {
      {.name = "upgrade",
       .help = "Bring a database of an older MLflow (2.9 or later) to this version's schema; the old file is kept",
       .example = "cairn db upgrade sqlite:///mlflow.db",
       .flags = uri,
       .run = [flags] { return report(upgrade(*flags)); }},
      {.name = "expand",
       .help = "Write metric history back as MLflow's rows, for going back to MLflow",
       .example = "cairn db expand sqlite:///mlflow.db",
       .flags = uri,
       .run = [flags] { return report(convert(*flags, "Expanding", "written as rows", tracking::expand)); }},
      {.name = "compact",
       .help = "Pack metric history into chunks, a twentieth of the size",
       .example = "cairn db compact sqlite:///mlflow.db",
       .flags = uri,
       .run = [flags] { return report(convert(*flags, "Compacting", "packed", tracking::compact)); }},
  };
  for (Command& one : maintenance_commands()) command.commands.push_back(std::move(one));
  return command;
}

}  // namespace cairn::cli
