#include "db/read_only_database.h"

#include <filesystem>
#include <fmt/format.h>
#include <mutex>

#include "db/open.h"
#include "db/sqlite_connection.h"
#include "db/uri.h"

namespace cairn::db {
namespace {

class ReadOnlySqlite final : public Database {
 public:
  ReadOnlySqlite(std::string path, std::unique_ptr<SqliteConnection> connection)
      : path_(std::move(path)), connection_(std::move(connection)) {}

  [[nodiscard]] const Dialect& dialect() const override { return kSqliteDialect; }
  [[nodiscard]] const WriteStats& write_stats() const override { return stats_; }
  [[nodiscard]] std::size_t write_queue_depth() const override { return 0; }
  [[nodiscard]] std::uint64_t size_bytes() const override {
    std::error_code missing;
    const auto size = std::filesystem::file_size(path_, missing);
    return missing ? 0 : size;
  }

 private:
  Status read_job(const Job& job) override {
    const std::lock_guard lock(mutex_);
    TRY(connection_->execute("BEGIN"));
    const Status outcome = job(*connection_);
    TRY(connection_->execute("COMMIT"));
    return outcome;
  }
  Status write_job(const Job& /*job*/) override {
    return internal_error(fmt::format("The database '{}' is open for reading only.", path_));
  }

  std::string path_;
  std::mutex mutex_;
  std::unique_ptr<SqliteConnection> connection_;  // guarded by mutex_
  WriteStats stats_;
};

}  // namespace

Result<std::unique_ptr<Database>> open_read_only(std::string_view uri) {
  if (uri.starts_with("postgres")) return open_database(uri);  // whose reads change nothing
  const std::string path = TRY(sqlite_path(uri));
  if (!std::filesystem::exists(path)) return does_not_exist(fmt::format("There is no database file '{}'.", path));
  auto connection = TRY(SqliteConnection::open(path, Access::kReadOnly));
  return std::unique_ptr<Database>(std::make_unique<ReadOnlySqlite>(path, std::move(connection)));
}

}  // namespace cairn::db
