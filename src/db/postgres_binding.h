// The parameters of a statement in the form in which libpq takes them.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "db/connection.h"
#include "db/postgres_result.h"

namespace cairn::db {

class PostgresBinding {
 public:
  // By which types a statement with such parameters is prepared.
  static std::vector<PgType> types_of(std::span<const Param> params);
  static std::vector<PgType> array_types_of(std::string_view types);

  // What a parameter was when the statement was prepared is sent in binary; anything else as text, which the server
  // reads by the type that it has inferred. Borrows the parameters.
  PostgresBinding(std::span<const Param> params, std::span<const PgType> types);
  // An array for each column of a RowStatement. A value of another type than its column's is an error of the caller's.
  PostgresBinding(std::span<const Param> rows, std::string_view types);

  [[nodiscard]] int count() const { return static_cast<int>(values_.size()); }
  [[nodiscard]] const char* const* values() const { return values_.data(); }
  [[nodiscard]] const int* lengths() const { return lengths_.data(); }
  [[nodiscard]] const int* formats() const { return formats_.data(); }

 private:
  explicit PostgresBinding(std::size_t count);
  void set_binary(std::size_t i, std::string_view bytes);

  std::vector<std::array<char, 8>> numbers_;
  std::vector<std::string> texts_;
  std::vector<const char*> values_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
};

}  // namespace cairn::db
