// A Connection to a SQLite file.
#pragma once

#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "db/connection.h"

struct sqlite3;
struct sqlite3_stmt;

namespace cairn::db {

enum class Access { kReadWrite, kReadOnly };

class SqliteConnection final : public Connection {
 public:
  static Result<std::unique_ptr<SqliteConnection>> open(const std::string& path, Access access);
  ~SqliteConnection() override;
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  [[nodiscard]] const Dialect& dialect() const override { return kSqliteDialect; }
  Result<Rows> run(std::string_view sql, std::span<const Param> params) override;
  Result<std::int64_t> change(std::string_view sql, std::span<const Param> params) override;
  Status script(std::string_view sql) override;
  void announce(std::string_view change) override { announced_.emplace_back(change); }

  // What the current transaction has announced so far, to be taken at its end or cut back with a savepoint.
  [[nodiscard]] std::vector<std::string>& announced() { return announced_; }

  // For the parts of SQLite that have no SQL: backup, checkpoints.
  [[nodiscard]] sqlite3* handle() const { return db_; }

 private:
  friend class SqliteCursor;
  struct Prepared {
    std::string sql;
    sqlite3_stmt* statement = nullptr;
    bool in_use = false;
  };
  using Lru = std::list<Prepared>;
  static constexpr std::size_t kMaxPrepared = 128;

  explicit SqliteConnection(sqlite3* db) : db_(db) {}
  Result<Prepared*> prepared(std::string_view sql);
  // How long what is bound stays where it is: for the call that binds it, or for as long as the statement runs.
  enum class Lifetime { kCall, kStatement };
  Result<Prepared*> bound(std::string_view sql, std::span<const Param> params, Lifetime lifetime);
  void release(Prepared* prepared);
  void evict();
  [[nodiscard]] Error last_error(std::string_view sql) const;

  sqlite3* db_;
  std::vector<std::string> announced_;
  Lru statements_;  // the most recently used first
  std::unordered_map<std::string_view, Lru::iterator> by_sql_;
};

}  // namespace cairn::db
