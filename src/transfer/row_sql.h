// Rows of MLflow's tables, to and from the database, by the one list of their fields (record.cc).
//
// All functions use the caller's connection and transaction.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "api/wire/message.h"
#include "db/connection.h"
#include "tracking/types.h"

namespace cairn::transfer {

// A column that a row's type leaves out, because what is around it says it.
struct OwnerColumn {
  std::string_view name;
  db::Param value;
};

enum class IfThere : std::uint8_t { kFail, kKeep };

// The number of rows that were added: 0 where one is there already.
Result<std::int64_t> insert_message(db::Connection& connection, std::string_view table, const api::MessageType& type,
                                    const void* row, std::span<const OwnerColumn> owner, IfThere if_there);

template <class Row>
Result<std::int64_t> insert_row(db::Connection& connection, std::string_view table, const Row& row,
                                std::initializer_list<OwnerColumn> owner = {}, IfThere if_there = IfThere::kFail) {
  return insert_message(connection, table, *api::message_type<Row>(), &row, std::span(owner.begin(), owner.size()),
                        if_there);
}

// "SELECT <the row's columns> FROM table tail", the columns with this prefix.
std::string select_columns(const api::MessageType& type, std::string_view prefix = "");
void read_message(const db::Rows& rows, int first, const api::MessageType& type, void* row);

// `tail` is what follows SELECT ... FROM: "runs WHERE run_uuid = ?1".
template <class Row, class... Args>
Result<std::vector<Row>> select_rows(db::Connection& connection, std::string_view tail, const Args&... args) {
  const api::MessageType& type = *api::message_type<Row>();
  auto rows = TRY(connection.query("SELECT " + select_columns(type) + " FROM " + std::string(tail), args...));
  std::vector<Row> found;
  while (TRY(rows.next())) read_message(rows, 0, type, &found.emplace_back());
  return found;
}

// Tables of keys and values: whose they are, and what their columns are called.
struct PairTable {
  std::string_view name;
  std::string_view key = "key";
  std::string_view value = "value";
};

template <class Pair>
Status insert_pairs(db::Connection& connection, const PairTable& table, const std::vector<Pair>& pairs,
                    std::initializer_list<OwnerColumn> owner);
template <class Pair>
Result<std::vector<Pair>> select_pairs(db::Connection& connection, const PairTable& table,
                                       std::initializer_list<OwnerColumn> owner);

}  // namespace cairn::transfer
