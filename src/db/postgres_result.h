// What PostgreSQL answered to a statement: rows in binary form, whole and in memory.
#pragma once

#include <deque>
#include <memory>

#include "db/connection.h"
#include "db/libpq.h"

namespace cairn::db {

struct ClearPgResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using PgResult = std::unique_ptr<PGresult, ClearPgResult>;

// The types whose values are read, by the numbers that PostgreSQL has given them for good.
enum class PgType : Oid {
  kUnknown = 0,  // as a parameter: the server infers it
  kBool = 16,
  kBytes = 17,
  kInt8 = 20,
  kInt2 = 21,
  kInt4 = 23,
  kText = 25,
  kFloat4 = 700,
  kFloat8 = 701,
  kBoolArray = 1000,
  kBytesArray = 1001,
  kTextArray = 1009,
  kInt8Array = 1016,
  kFloat8Array = 1022,
  kNumeric = 1700,  // what sum() makes of a column of integers; its whole part is read
};

class PostgresCursor final : public Cursor {
 public:
  explicit PostgresCursor(PgResult result) : result_(std::move(result)), rows_(PQntuples(result_.get())) {}

  Result<bool> next() override {
    texts_.clear();
    return ++row_ < rows_;
  }
  [[nodiscard]] bool is_null(int column) const override { return PQgetisnull(result_.get(), row_, column) != 0; }
  [[nodiscard]] std::int64_t int64(int column) const override;
  [[nodiscard]] double real(int column) const override;
  [[nodiscard]] std::string_view text(int column) const override;
  [[nodiscard]] Blob blob(int column) const override;

 private:
  [[nodiscard]] PgType type(int column) const { return static_cast<PgType>(PQftype(result_.get(), column)); }
  [[nodiscard]] std::string_view bytes(int column) const;

  PgResult result_;
  int rows_;
  int row_ = -1;
  mutable std::deque<std::string> texts_;  // of numbers in this row that were asked for as text
};

}  // namespace cairn::db
