// What the tests of the upgrade share: a folder that goes with the test, and SQL in one line.
#pragma once

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>

#include "core/testing.h"
#include "db/sqlite_connection.h"

namespace cairn::db {

class UpgradeFolder : public TemporaryFolder {
 public:
  [[nodiscard]] std::string file(const std::string& name) const { return (path() / name).string(); }
  [[nodiscard]] std::size_t file_count() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path()), {}));
  }
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
