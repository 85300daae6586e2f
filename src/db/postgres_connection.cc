#include "db/postgres_connection.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

#include "db/postgres_binding.h"
#include "db/postgres_text.h"

namespace cairn::db {
namespace {

constexpr std::string_view kBeginRead = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
// Not SERIALIZABLE: who reads to write locks the row first (Dialect::for_change), which never fails a group of writes
// because of a stranger's.
constexpr std::string_view kBeginWrite = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";

// A search is planned to read a page; to compile it for that costs more than it. A lock that another program holds for
// 20 seconds (SQLite's busy time-out here) is an error. The server's cost of a page that is not the next is that of a
// turning disk; where nobody has said otherwise, a search would rather read a table than look up some hundred runs.
constexpr const char* kSessionSettings =
    "SET client_min_messages = warning;"
    "SET standard_conforming_strings = on;"
    "SET lock_timeout = '20s';"
    "SET idle_in_transaction_session_timeout = 0;"
    "SET jit = off;"
    "SELECT set_config(name, '1.1', false) FROM pg_settings WHERE name = 'random_page_cost' AND source = 'default';";

// A text for a column of MLflow's with a width.
constexpr std::string_view kTooLong = "22001";

struct CodeOfState {
  std::string_view prefix;
  ErrorCode code;
};
// By SQLSTATE; its first two characters are a class.
constexpr CodeOfState kCodes[] = {
    {"23", ErrorCode::kBadRequest},
    {"22", ErrorCode::kInvalidParameterValue},
    {"54", ErrorCode::kInvalidParameterValue},
    {"08", ErrorCode::kTemporarilyUnavailable},
    {"25006", ErrorCode::kTemporarilyUnavailable},
    {"40", ErrorCode::kTemporarilyUnavailable},
    {"53", ErrorCode::kTemporarilyUnavailable},
    {"55", ErrorCode::kTemporarilyUnavailable},
    {"57", ErrorCode::kTemporarilyUnavailable},
    {"XX001", ErrorCode::kDataLoss},
    {"XX002", ErrorCode::kDataLoss},
};

ErrorCode code_of(std::string_view state) {
  for (const CodeOfState& each : kCodes) {
    if (state.starts_with(each.prefix)) return each.code;
  }
  return ErrorCode::kInternalError;
}

PostgresConnection::Fault fault_of(std::string_view state) {
  using Fault = PostgresConnection::Fault;
  if (state == "40001" || state == "40P01") return Fault::kConflict;
  if (state == "55P03") return Fault::kHeld;
  // 25006: a server that was the primary takes no writes any more.
  if (state.starts_with("08") || state.starts_with("57P") || state == "25006") return Fault::kLost;
  return Fault::kNone;
}

std::string trimmed(const char* message) {
  std::string text = message ? message : "";
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text;
}

std::string_view field(const PGresult* result, int code) {
  const char* text = PQresultErrorField(result, code);
  return text ? text : "";
}

// Whether what a statement was prepared for serves parameters of these types. A number for a text is sent as text, but
// a fraction is no text of a whole number.
bool fits(std::span<const PgType> prepared, std::span<const PgType> given) {
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (prepared[i] == PgType::kInt8 && given[i] == PgType::kFloat8) return false;
  }
  return true;
}

}  // namespace

Result<std::unique_ptr<PostgresConnection>> PostgresConnection::open(const std::string& conninfo) {
  // Those before dbname give way to what the URI says, those after it do not.
  constexpr std::array kNames = {"fallback_application_name",
                                 "connect_timeout",
                                 "keepalives_idle",
                                 "tcp_user_timeout",
                                 "dbname",
                                 "client_encoding",
                                 static_cast<const char*>(nullptr)};
  const std::array values = {"cairn", "10", "30", "30000", conninfo.c_str(), "UTF8", static_cast<const char*>(nullptr)};
  PGconn* db = PQconnectdbParams(kNames.data(), values.data(), 1);
  std::unique_ptr<PostgresConnection> connection(new PostgresConnection(db));
  if (PQstatus(db) != CONNECTION_OK) {
    return Error(ErrorCode::kTemporarilyUnavailable,
                 fmt::format("Cannot connect to the PostgreSQL database: {}", trimmed(PQerrorMessage(db))));
  }
  TRY(connection->settings());
  return connection;
}

PostgresConnection::~PostgresConnection() { PQfinish(db_); }

Status PostgresConnection::settings() {
  TRY(script(kSessionSettings));
  if (PQenterPipelineMode(db_) != 1) return internal_error("libpq refuses its pipeline mode.");
  return {};
}

bool PostgresConnection::usable() const { return fault_ != Fault::kLost && PQstatus(db_) == CONNECTION_OK; }

Result<Rows> PostgresConnection::run(std::string_view sql, std::span<const Param> params) {
  TRY(send_statement(sql, params));
  return Rows(std::make_unique<PostgresCursor>(TRY(answer())));
}

Status PostgresConnection::run_each(std::span<const Statement> statements, const TakeRows& take) {
  for (const Statement& each : statements) TRY(send_statement(each.sql, each.params));
  return answers(statements.size(), [&](std::size_t query, PgResult result) {
    return take(query, Rows(std::make_unique<PostgresCursor>(std::move(result))));
  });
}

Result<std::int64_t> PostgresConnection::change(std::string_view sql, std::span<const Param> params) {
  job_changed_ = true;
  TRY(send_statement(sql, params));
  const PgResult result = TRY(answer());
  const std::string_view changed = PQcmdTuples(result.get());
  std::int64_t count = 0;
  std::from_chars(changed.data(), changed.data() + changed.size(), count);
  return count;
}

Status PostgresConnection::submit(std::string_view sql, std::span<const Param> params) {
  job_changed_ = true;
  return send_statement(sql, params);
}

Status PostgresConnection::submit_rows(const RowStatement& statement, std::span<const Param> values) {
  if (values.empty()) return {};
  job_changed_ = true;
  Prepared* found = TRY(prepared(statement.sql, [&] { return PostgresBinding::array_types_of(statement.types); }));
  return send_prepared(*found, PostgresBinding(values, statement.types));
}

// Several statements at once are the simple protocol's, which the pipeline mode has not.
Status PostgresConnection::script(std::string_view sql) {
  const bool pipelined = PQpipelineStatus(db_) != PQ_PIPELINE_OFF;
  if (unread_) drain();
  if (pipelined) {
    TRY(send_controls());
    TRY(settle());
    if (PQexitPipelineMode(db_) != 1) return lost();
  }
  const std::string text(sql);
  const PgResult result(PQexec(db_, text.c_str()));
  const ExecStatusType status = PQresultStatus(result.get());
  const bool done = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
  std::optional<Error> failure;
  if (!done) failure = failure_of(result.get(), text.substr(0, 200));
  if (pipelined && PQenterPipelineMode(db_) != 1) return lost();
  if (failure) return *std::move(failure);
  return {};
}

void PostgresConnection::begin(Kind kind) {
  reset();
  controls_.push_back(kind == Kind::kRead ? kBeginRead : kBeginWrite);
}

void PostgresConnection::reset() {
  controls_.clear();
  announced_.clear();
  begun_ = commit_was_sent_ = false;
  fault_ = Fault::kNone;
  failed_ = false;
}

Status PostgresConnection::commit() {
  if (!begun_) {
    reset();
    return {};
  }
  // A savepoint that is left open ends with it.
  if (controls_.size() == 1 && controls_.front() == kRelease) controls_.clear();
  TRY(send_statement("COMMIT", {}));
  commit_was_sent_ = true;
  const PgResult result = TRY(answer());
  begun_ = false;
  // What has failed before makes it a ROLLBACK, without an error.
  if (std::string_view(PQcmdStatus(result.get())) != "COMMIT") {
    return internal_error("The transaction was rolled back instead of committed.");
  }
  return {};
}

void PostgresConnection::rollback() {
  controls_.clear();
  if (begun_ && usable()) {
    (void)settle();
    const Fault fault = fault_;
    if (usable() && send_statement("ROLLBACK", {}).ok()) (void)answer();
    if (fault_ == Fault::kNone) fault_ = fault;
  }
  begun_ = false;
}

void PostgresConnection::end_read() {
  controls_.clear();
  if (!begun_) return;
  begun_ = false;
  if (!usable() || !send_statement("COMMIT", {}).ok()) return;
  if (PQpipelineSync(db_) == 1) unread_ = true;
}

// Without a statement since, the savepoint has not gone out.
void PostgresConnection::release() {
  if (!controls_.empty() && controls_.back() == kSavepoint)
    controls_.pop_back();
  else
    controls_.push_back(kRelease);
}

void PostgresConnection::rollback_to_savepoint() {
  if (!controls_.empty() && controls_.back() == kSavepoint) {
    controls_.pop_back();
    return;
  }
  controls_.insert(controls_.end(), {"ROLLBACK TO SAVEPOINT job", kRelease});
}

Status PostgresConnection::settle() {
  if (sent_.empty()) return {};
  TRY(answer());
  return {};
}

Status PostgresConnection::send_controls() {
  if (controls_.empty()) return {};
  const auto controls = std::exchange(controls_, {});
  for (const std::string_view control : controls) {
    TRY(send_statement(control, {}));
    begun_ = true;
  }
  return {};
}

Status PostgresConnection::send_statement(std::string_view sql, std::span<const Param> params) {
  Prepared* found = TRY(prepared(sql, [&] { return PostgresBinding::types_of(params); }));
  return send_prepared(*found, PostgresBinding(params, found->types));
}

Status PostgresConnection::send_prepared(const Prepared& statement, const PostgresBinding& binding) {
  constexpr int kBinaryResults = 1;
  if (PQsendQueryPrepared(db_, statement.name.c_str(), binding.count(), binding.values(), binding.lengths(),
                          binding.formats(), kBinaryResults) != 1) {
    return lost();
  }
  sent_.push_back({Sent::What::kStatement});
  last_sql_ = statement.sql;
  return {};
}

// Whatever is to go out before the statement has gone then.
template <class Types>
Result<PostgresConnection::Prepared*> PostgresConnection::prepared(std::string_view sql, Types&& types) {
  if (unread_) drain();
  TRY(send_controls());
  if (const auto found = by_sql_.find(sql); found != by_sql_.end()) {
    if (fits(found->second->types, types())) {
      statements_.splice(statements_.begin(), statements_, found->second);
      return &statements_.front();
    }
    if (!found->second->ready) {
      TRY(settle());
      return prepared(sql, types);
    }
    forget(found->second);
  }
  evict();
  Prepared& made = statements_.emplace_front();
  made.sql = sql;
  made.name = fmt::format("s{}", ++names_);
  made.types = types();
  by_sql_.emplace(made.sql, statements_.begin());
  std::vector<Oid> oids;
  for (const PgType type : made.types) oids.push_back(static_cast<Oid>(type));
  if (PQsendPrepare(db_, made.name.c_str(), postgres_text(sql).c_str(), static_cast<int>(oids.size()), oids.data()) !=
      1) {
    return lost();
  }
  sent_.push_back({Sent::What::kPrepare, &made});
  return &made;
}

void PostgresConnection::evict() {
  if (statements_.size() >= kMaxPrepared && statements_.back().ready) forget(std::prev(statements_.end()));
}

void PostgresConnection::forget(Lru::iterator statement) {
  const std::string deallocate = "DEALLOCATE " + statement->name;
  if (PQsendQueryParams(db_, deallocate.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0) != 1) return;
  sent_.push_back({Sent::What::kStatement});
  by_sql_.erase(statement->sql);
  statements_.erase(statement);
}

Result<PgResult> PostgresConnection::answer() {
  PgResult last;
  TRY(answers(1, [&](std::size_t, PgResult answer) -> Status {
    last = std::move(answer);
    return {};
  }));
  return last;
}

Status PostgresConnection::answers(std::size_t wanted, const TakeAnswer& take) {
  if (PQpipelineSync(db_) != 1) return lost();
  std::optional<Error> failure;
  const auto sent = std::exchange(sent_, {});
  const auto is_statement = [](const Sent& each) { return each.what == Sent::What::kStatement; };
  const auto statements = static_cast<std::size_t>(std::ranges::count_if(sent, is_statement));
  std::size_t unwanted = statements - std::min(statements, wanted);
  std::size_t next = 0;
  for (const Sent& each : sent) {
    PGresult* result = PQgetResult(db_);
    if (!result) return lost();
    PgResult answer = settle_result(result, each, failure);
    if (fault_ == Fault::kLost) return *std::move(failure);
    while (PGresult* more = PQgetResult(db_)) PQclear(more);
    if (!is_statement(each)) continue;
    if (unwanted > 0) {
      --unwanted;
    } else if (!failure) {
      if (Status taken = take(next++, std::move(answer)); !taken.ok()) failure = std::move(taken).error();
    }
  }
  const PgResult sync(PQgetResult(db_));
  if (PQresultStatus(sync.get()) != PGRES_PIPELINE_SYNC) return lost();
  // What could not be prepared is not there to be run again.
  for (const Sent& each : sent) {
    if (each.what != Sent::What::kPrepare || each.prepared->ready) continue;
    const auto found = by_sql_.find(each.prepared->sql);
    const auto place = found->second;
    by_sql_.erase(found);
    statements_.erase(place);
  }
  if (failure) return *std::move(failure);
  return {};
}

PgResult PostgresConnection::settle_result(PGresult* result, const Sent& sent, std::optional<Error>& failure) {
  PgResult owned(result);
  switch (PQresultStatus(result)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
      if (sent.what == Sent::What::kStatement) return owned;
      sent.prepared->ready = true;
      return {};
    case PGRES_PIPELINE_ABORTED:
      return {};
    default:
      if (!failure) {
        failure = failure_of(result, sent.prepared ? std::string_view(sent.prepared->sql) : last_sql_);
        failed_ = true;
      }
      return {};
  }
}

Error PostgresConnection::failure_of(const PGresult* result, std::string_view sql) {
  const std::string_view state = field(result, PG_DIAG_SQLSTATE);
  fault_ = fault_of(state);
  if (PQstatus(db_) == CONNECTION_BAD) return lost();
  const std::string_view detail = field(result, PG_DIAG_MESSAGE_DETAIL);
  if (state == kTooLong) {
    return {code_of(state),
            fmt::format("A text is longer than the database keeps it: {}.", field(result, PG_DIAG_MESSAGE_PRIMARY))};
  }
  return {code_of(state), fmt::format("{}{}{} [SQL: {}]", field(result, PG_DIAG_MESSAGE_PRIMARY),
                                      detail.empty() ? "" : ". ", detail, sql)};
}

Error PostgresConnection::lost() {
  fault_ = Fault::kLost;
  return {ErrorCode::kTemporarilyUnavailable,
          fmt::format("The connection to the database is lost: {}", trimmed(PQerrorMessage(db_)))};
}

void PostgresConnection::drain() {
  unread_ = false;
  const Fault fault = fault_;
  const auto sent = std::exchange(sent_, {});
  for (std::size_t i = 0; i < sent.size(); ++i) {
    while (PGresult* result = PQgetResult(db_)) {
      if (sent[i].what == Sent::What::kPrepare) sent[i].prepared->ready = PQresultStatus(result) == PGRES_COMMAND_OK;
      PQclear(result);
      if (PQstatus(db_) == CONNECTION_BAD) {
        fault_ = Fault::kLost;
        return;
      }
    }
  }
  const PgResult sync(PQgetResult(db_));
  fault_ = PQresultStatus(sync.get()) == PGRES_PIPELINE_SYNC ? fault : Fault::kLost;
}

}  // namespace cairn::db
