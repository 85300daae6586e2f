#include "db/upgrade_migrations.h"

#include <algorithm>
#include <set>

#include "db/schema.h"
#include "db/schema_sql.h"
#include "db/upgrade_catalog.h"
#include "db/upgrade_testing.h"

namespace cairn::db {
namespace {

TEST(UpgradeMigrations, EndAtTheHeadAndNameEachRevisionOnce) {
  const auto& all = known_migrations();
  EXPECT_EQ(all.back().revision, kMlflowHead);
  std::set<std::string_view> revisions;
  for (const Migration& migration : all) revisions.insert(migration.revision);
  EXPECT_EQ(revisions.size(), all.size());
}

TEST(UpgradeMigrations, MakeTheTablesOfTheHead) {
  auto head = SqliteConnection::open(":memory:", Access::kReadWrite);
  ASSERT_TRUE(head.ok() && (*head)->script(kMlflowSchemaSqlite).ok());
  auto tables = table_names(**head, "main");
  ASSERT_TRUE(tables.ok());

  std::vector<std::string> made;
  for (const Migration& migration : known_migrations()) {
    made.insert(made.end(), migration.new_tables.begin(), migration.new_tables.end());
    for (const MovedColumn& moved : migration.moved_columns) {
      auto columns = column_names(**head, "main", moved.table);
      EXPECT_TRUE(columns.ok() && contains(*columns, moved.column)) << moved.table << "." << moved.column;
    }
    for (const auto index : migration.dropped_indexes) {
      EXPECT_EQ(ask(**head, "SELECT 1 FROM sqlite_master WHERE name = '" + std::string(index) + "'"), "(none)")
          << index;
    }
  }
  std::ranges::sort(made);
  std::ranges::sort(*tables);
  EXPECT_EQ(made, *tables);
}

TEST(UpgradeMigrations, OnlyWhatComesAfterARevisionIsPending) {
  const auto all = migrations_after("acf3f17fdcc7");
  ASSERT_TRUE(all.ok());
  EXPECT_EQ(all->size(), known_migrations().size() - 1);
  EXPECT_EQ(all->front().revision, "867495a8f9d4");
  EXPECT_TRUE(migrations_after(kMlflowHead)->empty());
}

TEST(UpgradeMigrations, OtherRevisionsAreRefusedWithWhatToDo) {
  const auto older = migrations_after("97727af70f4d");
  ASSERT_FALSE(older.ok());
  EXPECT_NE(older.error().message().find("install mlflow==2.22.4"), std::string::npos);
  const auto newer = migrations_after("ffffffffffff");
  ASSERT_FALSE(newer.ok());
  EXPECT_NE(newer.error().message().find("use a newer cairn"), std::string::npos);
}

}  // namespace
}  // namespace cairn::db
