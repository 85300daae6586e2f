// One session with a database engine. SQL is written with ?1, ?2, … whatever the engine.
//
// A Connection belongs to one thread at a time. Statements are prepared once per connection and kept, so the SQL text
// of a hot statement should be a constant.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/result.h"
#include "db/dialect.h"
#include "db/value.h"

namespace cairn::db {

// A statement that is being read. Rows must be dropped before the same SQL is run again on the same connection.
class Cursor {
 public:
  virtual ~Cursor() = default;
  virtual Result<bool> next() = 0;
  [[nodiscard]] virtual bool is_null(int column) const = 0;
  [[nodiscard]] virtual std::int64_t int64(int column) const = 0;
  [[nodiscard]] virtual double real(int column) const = 0;
  // Valid until the next call of next().
  [[nodiscard]] virtual std::string_view text(int column) const = 0;
  [[nodiscard]] virtual Blob blob(int column) const = 0;
};

// What query() returns: move-only, closes the statement when it goes.
class Rows {
 public:
  explicit Rows(std::unique_ptr<Cursor> cursor) : cursor_(std::move(cursor)) {}

  // False after the last row.
  Result<bool> next() { return cursor_->next(); }

  [[nodiscard]] bool is_null(int column) const { return cursor_->is_null(column); }
  [[nodiscard]] std::int64_t int64(int column) const { return cursor_->int64(column); }
  [[nodiscard]] double real(int column) const { return cursor_->real(column); }
  [[nodiscard]] bool boolean(int column) const { return cursor_->int64(column) != 0; }
  [[nodiscard]] std::string_view text(int column) const { return cursor_->text(column); }
  [[nodiscard]] std::string string(int column) const { return std::string(cursor_->text(column)); }
  [[nodiscard]] Blob blob(int column) const { return cursor_->blob(column); }
  [[nodiscard]] std::optional<std::int64_t> maybe_int64(int column) const {
    if (is_null(column)) return std::nullopt;
    return int64(column);
  }
  [[nodiscard]] std::optional<std::string> maybe_string(int column) const {
    if (is_null(column)) return std::nullopt;
    return string(column);
  }

 private:
  std::unique_ptr<Cursor> cursor_;
};

namespace detail {
template <class T>
Param to_param(const T& value) {
  if constexpr (std::is_same_v<T, Param>)
    return value;
  else if constexpr (std::is_same_v<T, Value>)
    return borrow(value);
  else if constexpr (std::is_same_v<T, std::nullopt_t>)
    return Null{};
  else if constexpr (std::is_same_v<T, Blob> || std::is_same_v<T, Null> || std::is_same_v<T, bool>)
    return value;
  else if constexpr (std::is_integral_v<T>)
    return static_cast<std::int64_t>(value);
  else if constexpr (std::is_floating_point_v<T>)
    return static_cast<double>(value);
  else
    return std::string_view(value);
}
template <class T>
Param to_param(const std::optional<T>& value) {
  if (!value) return Null{};
  return to_param(*value);
}
}  // namespace detail

// A statement and what it is given.
struct Statement {
  std::string_view sql;
  std::vector<Param> params;
};

// A statement that is run for each of many rows of parameters, in no order: an INSERT whose parameters are the one
// VALUES (?1, ?2, …), or an UPDATE or DELETE … WHERE. Its text begins with kEachRow. An engine behind a network gets
// all rows at once.
inline constexpr std::string_view kEachRow = "/*each row*/";
struct RowStatement {
  std::string_view sql;
  std::string_view types;  // a letter for each parameter: t(ext), i(nteger), d(ouble), f(lag), b(lob)
};

class Connection {
 public:
  virtual ~Connection() = default;

  [[nodiscard]] virtual const Dialect& dialect() const = 0;
  virtual Result<Rows> run(std::string_view sql, std::span<const Param> params) = 0;
  // Runs a statement that returns no rows; the number of rows that it changed.
  virtual Result<std::int64_t> change(std::string_view sql, std::span<const Param> params) = 0;
  // Runs a statement of which nothing but its success matters. An engine behind a network may put it off until the next
  // statement that is waited for or the commit, and fail then.
  virtual Status submit(std::string_view sql, std::span<const Param> params) {
    auto changed = change(sql, params);
    return changed.ok() ? Status() : Status(std::move(changed).error());
  }
  // Several queries one after the other, for the price of one where the engine is behind a network. The rows of each
  // are handed over as soon as they are there, while the engine may already be at the next. `take` runs nothing on this
  // connection.
  using TakeRows = std::function<Status(std::size_t query, Rows rows)>;
  virtual Status run_each(std::span<const Statement> statements, const TakeRows& take) {
    for (std::size_t i = 0; i < statements.size(); ++i) TRY(take(i, TRY(run(statements[i].sql, statements[i].params))));
    return {};
  }
  // The same, all rows at once.
  Result<std::vector<Rows>> run_all(std::span<const Statement> statements) {
    std::vector<Rows> all;
    TRY(run_each(statements, [&](std::size_t, Rows rows) -> Status {
      all.push_back(std::move(rows));
      return {};
    }));
    return all;
  }
  // As submit(), once for each row; `values` are those of the first row, then of the second, …
  virtual Status submit_rows(const RowStatement& statement, std::span<const Param> values) {
    const std::size_t columns = statement.types.size();
    for (; !values.empty(); values = values.subspan(columns)) TRY(submit(statement.sql, values.first(columns)));
    return {};
  }
  // Several statements, no parameters: for schemas and settings.
  virtual Status script(std::string_view sql) = 0;
  // Tells the database's listeners (Database::on_commit) of a change once the job that makes it is committed; a job
  // that fails has announced nothing. For writes: elsewhere it does nothing. What PostgreSQL calls NOTIFY.
  virtual void announce(std::string_view) {}

  template <class... Args>
  Result<Rows> query(std::string_view sql, const Args&... args) {
    const Param params[sizeof...(Args) + 1] = {detail::to_param(args)..., Null{}};
    return run(sql, std::span(params, sizeof...(Args)));
  }
  template <class... Args>
  Result<std::int64_t> execute(std::string_view sql, const Args&... args) {
    const Param params[sizeof...(Args) + 1] = {detail::to_param(args)..., Null{}};
    return change(sql, std::span(params, sizeof...(Args)));
  }
  template <class... Args>
  Status send(std::string_view sql, const Args&... args) {
    const Param params[sizeof...(Args) + 1] = {detail::to_param(args)..., Null{}};
    return submit(sql, std::span(params, sizeof...(Args)));
  }
};

}  // namespace cairn::db
