#include "db/sqlite_connection.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace cairn::db {
namespace {

// case_sensitive_like: MLflow's LIKE is case-sensitive on every engine.
// The busy time-out is what bounds sharing with MLflow; the caches are what bounds memory. A page that is not in the
// cache costs a read and a copy, which is a fifth of a search over 2,000 runs with a cache of 4 MiB.
constexpr const char* kSettings =
    "PRAGMA busy_timeout=20000;"
    "PRAGMA foreign_keys=ON;"
    "PRAGMA case_sensitive_like=true;"
    "PRAGMA cache_size=-8192;"
    "PRAGMA temp_store=MEMORY;";
// Checkpoints are rare: a page that many commits change is then written back to the database once.
constexpr const char* kWriterSettings =
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"
    "PRAGMA wal_autocheckpoint=8000;";

ErrorCode code_of(int sqlite_code) {
  switch (sqlite_code & 0xff) {
    case SQLITE_CONSTRAINT:
      return ErrorCode::kBadRequest;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return ErrorCode::kDataLoss;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      return ErrorCode::kTemporarilyUnavailable;
    default:
      return ErrorCode::kInternalError;
  }
}

int bind(sqlite3_stmt* statement, int index, const Param& param, sqlite3_destructor_type keep) {
  struct Binder {
    sqlite3_stmt* statement;
    int index;
    sqlite3_destructor_type keep;
    int operator()(Null) const { return sqlite3_bind_null(statement, index); }
    int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, index, value); }
    int operator()(bool value) const { return sqlite3_bind_int64(statement, index, value ? 1 : 0); }
    int operator()(double value) const { return sqlite3_bind_double(statement, index, value); }
    int operator()(std::string_view text) const {
      const char* data = text.data() ? text.data() : "";
      return sqlite3_bind_text64(statement, index, data, text.size(), keep, SQLITE_UTF8);
    }
    int operator()(Blob blob) const {
      if (blob.empty()) return sqlite3_bind_zeroblob(statement, index, 0);
      return sqlite3_bind_blob64(statement, index, blob.data(), blob.size(), keep);
    }
  };
  return std::visit(Binder{statement, index, keep}, param);
}

}  // namespace

class SqliteCursor final : public Cursor {
 public:
  SqliteCursor(SqliteConnection& connection, SqliteConnection::Prepared* prepared)
      : connection_(connection), prepared_(prepared), statement_(prepared->statement) {}
  ~SqliteCursor() override { connection_.release(prepared_); }
  SqliteCursor(const SqliteCursor&) = delete;
  SqliteCursor& operator=(const SqliteCursor&) = delete;

  Result<bool> next() override {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return connection_.last_error(prepared_->sql);
  }
  [[nodiscard]] bool is_null(int column) const override {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
  }
  [[nodiscard]] std::int64_t int64(int column) const override { return sqlite3_column_int64(statement_, column); }
  [[nodiscard]] double real(int column) const override { return sqlite3_column_double(statement_, column); }
  [[nodiscard]] std::string_view text(int column) const override {
    const auto* data = sqlite3_column_text(statement_, column);
    if (!data) return {};
    return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }
  [[nodiscard]] Blob blob(int column) const override {
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(statement_, column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }

 private:
  SqliteConnection& connection_;
  SqliteConnection::Prepared* prepared_;
  sqlite3_stmt* statement_;
};

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const std::string& path, Access access) {
  sqlite3* db = nullptr;
  const int mode = access == Access::kReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int code = sqlite3_open_v2(path.c_str(), &db, mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  std::unique_ptr<SqliteConnection> connection(new SqliteConnection(db));
  if (code != SQLITE_OK) {
    return Error(code_of(code), fmt::format("Cannot open the database file '{}': {}. Check that its folder exists and "
                                            "that you may write there.",
                                            path, db ? sqlite3_errmsg(db) : sqlite3_errstr(code)));
  }
  TRY(connection->script(kSettings));
  if (access == Access::kReadWrite) TRY(connection->script(kWriterSettings));
  return connection;
}

SqliteConnection::~SqliteConnection() {
  for (Prepared& prepared : statements_) sqlite3_finalize(prepared.statement);
  sqlite3_close_v2(db_);
}

Result<Rows> SqliteConnection::run(std::string_view sql, std::span<const Param> params) {
  // The rows may be read after what was bound is gone, so SQLite copies it.
  Prepared* prepared = TRY(bound(sql, params, Lifetime::kCall));
  return Rows(std::make_unique<SqliteCursor>(*this, prepared));
}

Result<std::int64_t> SqliteConnection::change(std::string_view sql, std::span<const Param> params) {
  Prepared* prepared = TRY(bound(sql, params, Lifetime::kStatement));
  const int code = sqlite3_step(prepared->statement);
  if (code != SQLITE_DONE && code != SQLITE_ROW) {
    Error error = last_error(sql);
    release(prepared);
    return error;
  }
  const std::int64_t changed = sqlite3_changes64(db_);
  release(prepared);
  return changed;
}

Status SqliteConnection::script(std::string_view sql) {
  const std::string text(sql);
  if (sqlite3_exec(db_, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return last_error(sql);
  return {};
}

Result<SqliteConnection::Prepared*> SqliteConnection::prepared(std::string_view sql) {
  if (auto found = by_sql_.find(sql); found != by_sql_.end()) {
    if (found->second->in_use) {
      return internal_error(fmt::format("A statement was run again while its rows are still being read: {}", sql));
    }
    statements_.splice(statements_.begin(), statements_, found->second);
    return &*found->second;
  }
  evict();
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                         nullptr) != SQLITE_OK) {
    return last_error(sql);
  }
  statements_.push_front({std::string(sql), statement, false});
  by_sql_.emplace(statements_.front().sql, statements_.begin());
  return &statements_.front();
}

Result<SqliteConnection::Prepared*> SqliteConnection::bound(std::string_view sql, std::span<const Param> params,
                                                            Lifetime lifetime) {
  Prepared* prepared = TRY(this->prepared(sql));
  const sqlite3_destructor_type keep = lifetime == Lifetime::kCall ? SQLITE_TRANSIENT : SQLITE_STATIC;
  for (std::size_t i = 0; i < params.size(); ++i) {
    if (bind(prepared->statement, static_cast<int>(i) + 1, params[i], keep) != SQLITE_OK) return last_error(sql);
  }
  prepared->in_use = true;
  return prepared;
}

void SqliteConnection::release(Prepared* prepared) {
  sqlite3_reset(prepared->statement);
  sqlite3_clear_bindings(prepared->statement);
  prepared->in_use = false;
}

void SqliteConnection::evict() {
  while (statements_.size() >= kMaxPrepared) {
    auto oldest = std::prev(statements_.end());
    while (oldest->in_use) {
      if (oldest == statements_.begin()) return;
      --oldest;
    }
    by_sql_.erase(oldest->sql);
    sqlite3_finalize(oldest->statement);
    statements_.erase(oldest);
  }
}

Error SqliteConnection::last_error(std::string_view sql) const {
  return {code_of(sqlite3_extended_errcode(db_)), fmt::format("{} [SQL: {}]", sqlite3_errmsg(db_), sql)};
}

}  // namespace cairn::db
