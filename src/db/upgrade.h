// `cairn db upgrade`: brings a SQLite database that MLflow 2.9 or later wrote to kMlflowHead.
//
// The old file is only read. A new file at the head's schema is filled from it table by table, checked, synced and
// renamed into its place; the old one stays beside it as <name>.before-<its revision>. Interrupted at any moment, the
// path names a whole database, the old or the new, and running it again finishes.
//
// Rejected: to migrate in place, as MLflow does. It rewrites the larger tables several times (spans: five times from
// 3.3 to 3.17), and what it leaves when it is interrupted is at no revision.
#pragma once

#include <string>
#include <vector>

#include "db/upgrade_copy.h"

namespace cairn::db {

struct UpgradeReport {
  std::string from;     // the revision at which the database was
  std::string release;  // the first MLflow with that revision
  std::string kept;     // where the old file is now; empty if the database was at the head already
  std::vector<CopiedTable> tables;
  std::vector<std::string> remarks;
};

// Nothing else may use the database meanwhile; refuses where something does.
Result<UpgradeReport> upgrade_sqlite(const std::string& path, const UpgradeProgress& progress);

}  // namespace cairn::db
