// What the tests of the upgrade share: a folder that goes with the test, and SQL in one line.
#pragma once

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <unistd.h>

#include "db/sqlite_connection.h"

namespace cairn::db {

class TemporaryFolder {
 public:
  TemporaryFolder()
      : path_(std::filesystem::temp_directory_path() /
              ("cairn-upgrade-" + std::to_string(::getpid()) + "-" +
               testing::UnitTest::GetInstance()->current_test_info()->name())) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] std::size_t file_count() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path_), {}));
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::string read_file(const std::string& path) {
  std::stringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

inline void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

// The first column of the first row, as text; "(none)" without one, and what went wrong if something did.
inline std::string ask(Connection& connection, std::string_view sql) {
  auto rows = connection.query(sql);
  if (!rows.ok()) return rows.error().message();
  auto found = rows->next();
  if (!found.ok()) return found.error().message();
  return *found ? (rows->is_null(0) ? "NULL" : rows->string(0)) : "(none)";
}

inline std::string ask(const std::string& path, std::string_view sql) {
  auto connection = SqliteConnection::open(path, Access::kReadOnly);
  return connection.ok() ? ask(**connection, sql) : connection.error().message();
}

}  // namespace cairn::db
