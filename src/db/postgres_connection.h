// A Connection to a PostgreSQL server.
//
// Statements are prepared once, with binary parameters and results, and go out in pipeline mode: what nobody waits for
// (BEGIN, savepoints, send()) travels with the next statement whose answer is wanted, or with COMMIT. A transaction so
// costs a round trip for each query() and execute() (one for all queries of a run_each()), and one for its end.
#pragma once

#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "db/connection.h"
#include "db/postgres_result.h"

namespace cairn::db {

class PostgresBinding;

class PostgresConnection final : public Connection {
 public:
  static Result<std::unique_ptr<PostgresConnection>> open(const std::string& conninfo);
  ~PostgresConnection() override;
  PostgresConnection(const PostgresConnection&) = delete;
  PostgresConnection& operator=(const PostgresConnection&) = delete;

  [[nodiscard]] const Dialect& dialect() const override { return kPostgresDialect; }
  Result<Rows> run(std::string_view sql, std::span<const Param> params) override;
  Status run_each(std::span<const Statement> statements, const TakeRows& take) override;
  Result<std::int64_t> change(std::string_view sql, std::span<const Param> params) override;
  Status submit(std::string_view sql, std::span<const Param> params) override;
  Status submit_rows(const RowStatement& statement, std::span<const Param> values) override;
  Status script(std::string_view sql) override;
  void announce(std::string_view change) override { announced_.emplace_back(change); }
  [[nodiscard]] std::vector<std::string>& announced() { return announced_; }

  // Transactions. begin() costs nothing by itself: a transaction without a statement never reaches the server.
  enum class Kind { kRead, kWrite };
  void begin(Kind kind);
  Status commit();
  void rollback();
  // The end of a transaction that changed nothing: does not wait for the server.
  void end_read();
  void savepoint() { controls_.push_back(kSavepoint); }
  void release();
  void rollback_to_savepoint();
  // Sends what waits, and fails with the first of it that failed.
  Status settle();
  // Adds a statement without parameters in front of the next one.
  void set(std::string_view statement) { controls_.push_back(statement); }

  // Whether the server knows of the transaction: without a statement it is as if it were not.
  [[nodiscard]] bool begun() const { return begun_; }
  [[nodiscard]] bool commit_was_sent() const { return commit_was_sent_; }

  // What befell the transaction that is no mistake of the statement's.
  enum class Fault {
    kNone,
    kConflict,  // with another transaction: it may be tried again
    kHeld,      // by another transaction, for longer than the lock time-out
    kLost,      // the connection
  };
  [[nodiscard]] Fault fault() const { return fault_; }
  [[nodiscard]] bool usable() const;
  // After rollback_to_savepoint(): what failed is undone.
  void forgive() {
    fault_ = Fault::kNone;
    failed_ = false;
  }

  // Whether the job that began last has sent anything but queries.
  void begin_job() { job_changed_ = false; }
  [[nodiscard]] bool job_changed() const { return job_changed_; }
  // Whether a statement of the transaction failed, whichever.
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  struct Prepared {
    std::string sql;
    std::string name;
    std::vector<PgType> types;
    bool ready = false;
  };
  using Lru = std::list<Prepared>;
  struct Sent {
    enum class What { kPrepare, kStatement } what;
    Prepared* prepared = nullptr;  // of a kPrepare
  };
  static constexpr std::size_t kMaxPrepared = 256;
  static constexpr std::string_view kSavepoint = "SAVEPOINT job";
  static constexpr std::string_view kRelease = "RELEASE SAVEPOINT job";

  explicit PostgresConnection(PGconn* db) : db_(db) {}
  Status settings();
  Status send_controls();
  Status send_statement(std::string_view sql, std::span<const Param> params);
  Status send_prepared(const Prepared& statement, const PostgresBinding& binding);
  template <class Types>
  Result<Prepared*> prepared(std::string_view sql, Types&& types);
  void evict();
  // Of a statement that is ready.
  void forget(Lru::iterator statement);
  // Waits for all that was sent; the answer to the last of it, or to the last ones as they come.
  Result<PgResult> answer();
  using TakeAnswer = std::function<Status(std::size_t place, PgResult answer)>;
  Status answers(std::size_t wanted, const TakeAnswer& take);
  // Nothing where the result is no answer to a statement.
  PgResult settle_result(PGresult* result, const Sent& sent, std::optional<Error>& failure);
  Error failure_of(const PGresult* result, std::string_view sql);
  Error lost();
  void drain();
  void reset();

  PGconn* db_;
  std::vector<std::string_view> controls_;  // to go out before the next statement; constants
  std::vector<Sent> sent_;                  // and not yet answered
  bool unread_ = false;                     // end_read() has sent what nobody has read yet
  bool begun_ = false;                      // the server knows of the transaction
  bool commit_was_sent_ = false;
  Fault fault_ = Fault::kNone;
  bool job_changed_ = false;
  bool failed_ = false;
  std::string last_sql_;
  std::vector<std::string> announced_;
  Lru statements_;  // the most recently used first
  std::unordered_map<std::string_view, Lru::iterator> by_sql_;
  std::uint64_t names_ = 0;
};

}  // namespace cairn::db
