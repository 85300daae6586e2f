#include "db/postgres_connection.h"

#include <array>
#include <bit>
#include <charconv>
#include <fmt/format.h>

#include "db/postgres_text.h"

namespace cairn::db {
namespace {

constexpr std::string_view kBeginRead = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
// Not SERIALIZABLE: who reads to write locks the row first (Dialect::for_change), which never fails a group of writes
// because of a stranger's.
constexpr std::string_view kBeginWrite = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
constexpr std::string_view kTransactionId = "SELECT pg_current_xact_id()::text";

// A search is planned to read a page; to compile it for that costs more than it. A lock that another program holds for
// 20 seconds (SQLite's busy time-out here) is an error.
constexpr const char* kSessionSettings =
    "SET client_min_messages = warning;"
    "SET standard_conforming_strings = on;"
    "SET lock_timeout = '20s';"
    "SET idle_in_transaction_session_timeout = 0;"
    "SET jit = off;";

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

PgType type_of(const Param& param) {
  struct Types {
    PgType operator()(Null) const { return PgType::kUnknown; }
    PgType operator()(std::int64_t) const { return PgType::kInt8; }
    PgType operator()(double) const { return PgType::kFloat8; }
    PgType operator()(bool) const { return PgType::kBool; }
    PgType operator()(std::string_view) const { return PgType::kText; }
    PgType operator()(Blob) const { return PgType::kBytes; }
  };
  return std::visit(Types{}, param);
}

// The parameters of a statement in the form in which libpq takes them. What a parameter was when the statement was
// prepared is sent in binary; anything else as text, which the server reads by the type that it has inferred.
class Binding {
 public:
  Binding(std::span<const Param> params, std::span<const PgType> types) {
    const std::size_t count = params.size();
    numbers_.resize(count);
    texts_.resize(count);
    values.resize(count);
    lengths.resize(count);
    formats.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      const PgType given = type_of(params[i]);
      if (given == PgType::kUnknown) continue;
      if (given == types[i])
        std::visit([&](const auto& value) { binary(i, value); }, params[i]);
      else
        std::visit([&](const auto& value) { text(i, value); }, params[i]);
    }
  }

  std::vector<const char*> values;
  std::vector<int> lengths;
  std::vector<int> formats;

 private:
  static constexpr int kBinary = 1;

  void set_binary(std::size_t i, const char* data, std::size_t size) {
    values[i] = data ? data : "";
    lengths[i] = static_cast<int>(size);
    formats[i] = kBinary;
  }
  void set_number(std::size_t i, std::uint64_t bits) {
    for (std::size_t byte = 8; byte-- > 0; bits >>= 8) numbers_[i][byte] = static_cast<char>(bits & 0xff);
    set_binary(i, numbers_[i].data(), 8);
  }
  void binary(std::size_t, Null) {}
  void binary(std::size_t i, std::int64_t value) { set_number(i, static_cast<std::uint64_t>(value)); }
  void binary(std::size_t i, double value) { set_number(i, std::bit_cast<std::uint64_t>(value)); }
  void binary(std::size_t i, bool value) { set_binary(i, value ? "\1" : "\0", 1); }
  void binary(std::size_t i, std::string_view value) { set_binary(i, value.data(), value.size()); }
  void binary(std::size_t i, Blob value) { set_binary(i, reinterpret_cast<const char*>(value.data()), value.size()); }

  void set_text(std::size_t i, std::string text) {
    texts_[i] = std::move(text);
    values[i] = texts_[i].c_str();
  }
  void text(std::size_t, Null) {}
  void text(std::size_t i, std::int64_t value) { set_text(i, fmt::format("{}", value)); }
  void text(std::size_t i, double value) { set_text(i, fmt::format("{}", value)); }
  void text(std::size_t i, bool value) { set_text(i, value ? "t" : "f"); }
  void text(std::size_t i, std::string_view value) { set_text(i, std::string(value)); }
  void text(std::size_t i, Blob value) {
    std::string hex = "\\x";
    for (const std::byte byte : value) hex += fmt::format("{:02x}", static_cast<unsigned>(byte));
    set_text(i, std::move(hex));
  }

  std::vector<std::array<char, 8>> numbers_;
  std::vector<std::string> texts_;
};

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
  TRY(send_statement(sql, params, Sent::What::kStatement));
  return Rows(std::make_unique<PostgresCursor>(TRY(answers())));
}

Result<std::int64_t> PostgresConnection::change(std::string_view sql, std::span<const Param> params) {
  TRY(send_statement(sql, params, Sent::What::kStatement));
  const PgResult result = TRY(answers());
  const std::string_view changed = PQcmdTuples(result.get());
  std::int64_t count = 0;
  std::from_chars(changed.data(), changed.data() + changed.size(), count);
  return count;
}

Status PostgresConnection::submit(std::string_view sql, std::span<const Param> params) {
  return send_statement(sql, params, Sent::What::kStatement);
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
  wants_transaction_id_ = kind == Kind::kWrite;
}

void PostgresConnection::reset() {
  controls_.clear();
  announced_.clear();
  transaction_id_.clear();
  begun_ = commit_was_sent_ = wants_transaction_id_ = false;
  fault_ = Fault::kNone;
  failed_job_.reset();
  job_ = 0;
}

Status PostgresConnection::commit() {
  if (!begun_) {
    reset();
    return {};
  }
  // Should the connection break while COMMIT is on its way, this number tells what became of it.
  if (wants_transaction_id_ || transaction_id_.empty()) TRY(settle());
  // A savepoint that is left open ends with it.
  if (controls_.size() == 1 && controls_.front() == kRelease) controls_.clear();
  TRY(send_statement("COMMIT", {}, Sent::What::kStatement));
  commit_was_sent_ = true;
  const PgResult result = TRY(answers());
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
    if (usable() && send_statement("ROLLBACK", {}, Sent::What::kStatement).ok()) (void)answers();
    if (fault_ == Fault::kNone) fault_ = fault;
  }
  begun_ = false;
}

void PostgresConnection::end_read() {
  controls_.clear();
  if (!begun_) return;
  begun_ = false;
  if (!usable() || !send_statement("COMMIT", {}, Sent::What::kStatement).ok()) return;
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
  TRY(answers());
  return {};
}

Status PostgresConnection::send_controls() {
  if (controls_.empty()) return {};
  const auto controls = std::exchange(controls_, {});
  for (const std::string_view control : controls) {
    TRY(send_statement(control, {}, Sent::What::kStatement));
    begun_ = true;
    if (std::exchange(wants_transaction_id_, false)) {
      TRY(send_statement(kTransactionId, {}, Sent::What::kTransactionId));
    }
  }
  return {};
}

Status PostgresConnection::send_statement(std::string_view sql, std::span<const Param> params, Sent::What what) {
  if (unread_) drain();
  TRY(send_controls());
  Prepared* statement = TRY(prepared(sql, params));
  const Binding binding(params, statement->types);
  constexpr int kBinaryResults = 1;
  if (PQsendQueryPrepared(db_, statement->name.c_str(), static_cast<int>(params.size()), binding.values.data(),
                          binding.lengths.data(), binding.formats.data(), kBinaryResults) != 1) {
    return lost();
  }
  sent_.push_back({what, job_});
  last_sql_ = statement->sql;
  return {};
}

Result<PostgresConnection::Prepared*> PostgresConnection::prepared(std::string_view sql,
                                                                   std::span<const Param> params) {
  if (const auto found = by_sql_.find(sql); found != by_sql_.end()) {
    statements_.splice(statements_.begin(), statements_, found->second);
    return &statements_.front();
  }
  evict();
  Prepared& made = statements_.emplace_front();
  made.sql = sql;
  made.name = fmt::format("s{}", ++names_);
  std::vector<Oid> oids;
  for (const Param& param : params) {
    made.types.push_back(type_of(param));
    oids.push_back(static_cast<Oid>(made.types.back()));
  }
  by_sql_.emplace(made.sql, statements_.begin());
  if (PQsendPrepare(db_, made.name.c_str(), postgres_text(sql).c_str(), static_cast<int>(oids.size()), oids.data()) !=
      1) {
    return lost();
  }
  sent_.push_back({Sent::What::kPrepare, job_, &made});
  return &made;
}

void PostgresConnection::evict() {
  if (statements_.size() < kMaxPrepared || !statements_.back().ready) return;
  const std::string deallocate = "DEALLOCATE " + statements_.back().name;
  if (PQsendQueryParams(db_, deallocate.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0) != 1) return;
  sent_.push_back({Sent::What::kStatement, job_});
  by_sql_.erase(statements_.back().sql);
  statements_.pop_back();
}

Result<PgResult> PostgresConnection::answers() {
  if (PQpipelineSync(db_) != 1) return lost();
  PgResult last;
  std::optional<Error> failure;
  const auto sent = std::exchange(sent_, {});
  for (const Sent& each : sent) {
    PGresult* result = PQgetResult(db_);
    if (!result) return lost();
    take(result, each, last, failure);
    if (fault_ == Fault::kLost) return *std::move(failure);
    while (PGresult* more = PQgetResult(db_)) PQclear(more);
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
  return last;
}

void PostgresConnection::take(PGresult* result, const Sent& sent, PgResult& last, std::optional<Error>& failure) {
  PgResult owned(result);
  switch (PQresultStatus(result)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
      if (sent.what == Sent::What::kPrepare)
        sent.prepared->ready = true;
      else if (sent.what == Sent::What::kTransactionId)
        transaction_id_ = PQgetvalue(result, 0, 0);
      else
        last = std::move(owned);
      return;
    case PGRES_PIPELINE_ABORTED:
      return;
    default:
      if (!failure) {
        failure = failure_of(result, sent.prepared ? std::string_view(sent.prepared->sql) : last_sql_);
        failed_job_ = sent.job;
      }
  }
}

Error PostgresConnection::failure_of(const PGresult* result, std::string_view sql) {
  const std::string_view state = field(result, PG_DIAG_SQLSTATE);
  fault_ = fault_of(state);
  if (PQstatus(db_) == CONNECTION_BAD) return lost();
  const std::string_view detail = field(result, PG_DIAG_MESSAGE_DETAIL);
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
