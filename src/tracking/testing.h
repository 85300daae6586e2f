// For tests: a database of its own, with the schema, in a folder that goes with it.
#pragma once

#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <unistd.h>

#include "db/schema.h"
#include "db/sqlite_database.h"

namespace cairn::tracking {

class ScratchDatabase {
 public:
  ScratchDatabase()
      : folder_(std::filesystem::temp_directory_path() /
                ("cairn-tracking-" + std::to_string(getpid()) + "-" +
                 testing::UnitTest::GetInstance()->current_test_info()->name())) {
    std::filesystem::create_directories(folder_);
    auto opened = db::SqliteDatabase::open(folder_ / "test.db");
    EXPECT_TRUE(opened.ok());
    database_ = std::move(*opened);
    EXPECT_TRUE(db::prepare_schema(*database_).ok());
  }
  ~ScratchDatabase() {
    database_.reset();
    std::filesystem::remove_all(folder_);
  }
  ScratchDatabase(const ScratchDatabase&) = delete;
  ScratchDatabase& operator=(const ScratchDatabase&) = delete;

  db::Database& operator*() { return *database_; }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<db::SqliteDatabase> database_;
};

}  // namespace cairn::tracking
