// For tests: a database of its own, which goes with it. A SQLite file, or where CAIRN_TEST_POSTGRES names a server
// (postgresql://user@host:port/), a database there: the tests of every room that keeps something run on both.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <unistd.h>

#include "db/libpq.h"
#include "db/open.h"
#include "db/schema.h"

namespace cairn::db {

inline const char* test_server() { return std::getenv("CAIRN_TEST_POSTGRES"); }

// Runs a statement that takes no transaction.
inline void administer(const std::string& sql) {
  PGconn* connection = PQconnectdb(fmt::format("{}postgres", test_server()).c_str());
  PGresult* result = PQexec(connection, sql.c_str());
  EXPECT_EQ(PQresultStatus(result), PGRES_COMMAND_OK) << PQerrorMessage(connection);
  PQclear(result);
  PQfinish(connection);
}

// Empty, with no table.
class TestDatabase {
 public:
  TestDatabase() : TestDatabase("template0") {}
  ~TestDatabase() {
    database_.reset();
    if (folder_.empty())
      administer(fmt::format("DROP DATABASE {} WITH (FORCE)", name_));
    else
      std::filesystem::remove_all(folder_);
  }
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  Database& operator*() { return *database_; }
  Database* operator->() { return database_.get(); }
  [[nodiscard]] const std::string& uri() const { return uri_; }

 protected:
  // PostgreSQL copies the template, which takes a tenth of the time of making the tables.
  explicit TestDatabase(const std::string& postgres_template) {
    static int made = 0;
    name_ = fmt::format("cairn_test_{}_{}", ::getpid(), ++made);
    if (test_server()) {
      administer(fmt::format("CREATE DATABASE {} TEMPLATE {}", name_, postgres_template));
      uri_ = test_server() + name_;
    } else {
      folder_ = std::filesystem::temp_directory_path() / name_;
      std::filesystem::create_directories(folder_);
      uri_ = fmt::format("sqlite:///{}/test.db", folder_.string());
    }
    open();
  }

 private:
  void open() {
    auto opened = open_database(uri_);
    if (!opened.ok()) {
      ADD_FAILURE() << opened.error().message();
      std::abort();
    }
    database_ = std::move(*opened);
  }

  std::string name_;
  std::filesystem::path folder_;  // empty on PostgreSQL
  std::string uri_;
  std::unique_ptr<Database> database_;
};

// With all tables.
class TestStore : public TestDatabase {
 public:
  TestStore() : TestDatabase(test_server() ? store_template() : std::string()) {
    const Status prepared = prepare_schema(**this);
    EXPECT_TRUE(prepared.ok()) << (prepared.ok() ? "" : prepared.error().message());
  }

 private:
  static const std::string& store_template() {
    static const std::string name = [] {
      std::string made = fmt::format("cairn_test_{}_template", ::getpid());
      administer("CREATE DATABASE " + made + " TEMPLATE template0");
      const auto database = open_database(test_server() + made);
      EXPECT_TRUE(database.ok() && prepare_schema(**database).ok());
      return made;
    }();
    return name;
  }
};

}  // namespace cairn::db
