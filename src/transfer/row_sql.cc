#include "transfer/row_sql.h"

#include <fmt/format.h>

namespace cairn::transfer {
namespace {

db::Param to_param(const api::Field& field, const void* row) {
  if (field.count(row) == 0) return db::Null{};
  const void* value = field.item(row, 0);
  switch (field.kind) {
    case api::Kind::kString:
      return std::string_view(*static_cast<const std::string*>(value));
    case api::Kind::kDouble:
      return *static_cast<const double*>(value);
    default:
      return *static_cast<const std::int64_t*>(value);
  }
}

std::string insert_sql(std::string_view table, std::span<const std::string_view> columns, IfThere if_there) {
  std::string names;
  std::string places;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    names += fmt::format("{}\"{}\"", i == 0 ? "" : ", ", columns[i]);
    places += fmt::format("{}?{}", i == 0 ? "" : ", ", i + 1);
  }
  return fmt::format("INSERT INTO {} ({}) VALUES ({}){}", table, names, places,
                     if_there == IfThere::kKeep ? " ON CONFLICT DO NOTHING" : "");
}

std::string owned_by(std::span<const OwnerColumn> owner) {
  std::string condition;
  for (std::size_t i = 0; i < owner.size(); ++i) {
    condition += fmt::format("{}\"{}\" = ?{}", i == 0 ? "" : " AND ", owner[i].name, i + 1);
  }
  return condition;
}

std::vector<db::Param> values_of(std::span<const OwnerColumn> owner) {
  std::vector<db::Param> values;
  for (const OwnerColumn& column : owner) values.push_back(column.value);
  return values;
}

}  // namespace

Result<std::int64_t> insert_message(db::Connection& connection, std::string_view table, const api::MessageType& type,
                                    const void* row, std::span<const OwnerColumn> owner, IfThere if_there) {
  std::vector<std::string_view> columns;
  std::vector<db::Param> values;
  for (const api::Field& field : type.fields) {
    columns.push_back(field.name);
    values.push_back(to_param(field, row));
  }
  for (const OwnerColumn& column : owner) {
    columns.push_back(column.name);
    values.push_back(column.value);
  }
  return connection.change(insert_sql(table, columns, if_there), values);
}

std::string select_columns(const api::MessageType& type, std::string_view prefix) {
  std::string list;
  for (const api::Field& field : type.fields) {
    list += fmt::format("{}{}\"{}\"", list.empty() ? "" : ", ", prefix, field.name);
  }
  return list;
}

void read_message(const db::Rows& rows, int first, const api::MessageType& type, void* row) {
  int column = first;
  for (const api::Field& field : type.fields) {
    const int at = column++;
    if (rows.is_null(at)) continue;
    void* slot = field.slot(row);
    if (field.kind == api::Kind::kString)
      *static_cast<std::string*>(slot) = rows.string(at);
    else if (field.kind == api::Kind::kDouble)
      *static_cast<double*>(slot) = rows.real(at);
    else
      *static_cast<std::int64_t*>(slot) = rows.int64(at);
  }
}

template <class Pair>
Status insert_pairs(db::Connection& connection, const PairTable& table, const std::vector<Pair>& pairs,
                    std::initializer_list<OwnerColumn> owner) {
  if (pairs.empty()) return {};
  std::vector<std::string_view> columns;
  for (const OwnerColumn& column : owner) columns.push_back(column.name);
  columns.push_back(table.key);
  columns.push_back(table.value);
  const std::string sql = insert_sql(table.name, columns, IfThere::kFail);
  std::vector<db::Param> values = values_of(std::span(owner.begin(), owner.size()));
  for (const Pair& pair : pairs) {
    values.resize(owner.size());
    values.emplace_back(std::string_view(pair.key));
    values.emplace_back(std::string_view(pair.value));
    TRY(connection.change(sql, values));
  }
  return {};
}

template <class Pair>
Result<std::vector<Pair>> select_pairs(db::Connection& connection, const PairTable& table,
                                       std::initializer_list<OwnerColumn> owner) {
  const std::span owners(owner.begin(), owner.size());
  auto rows = TRY(connection.run(fmt::format("SELECT \"{0}\", \"{1}\" FROM {2} WHERE {3} ORDER BY \"{0}\"", table.key,
                                             table.value, table.name, owned_by(owners)),
                                 values_of(owners)));
  std::vector<Pair> pairs;
  while (TRY(rows.next())) pairs.push_back({rows.string(0), rows.string(1)});
  return pairs;
}

template Status insert_pairs(db::Connection&, const PairTable&, const std::vector<tracking::Tag>&,
                             std::initializer_list<OwnerColumn>);
template Status insert_pairs(db::Connection&, const PairTable&, const std::vector<tracking::Param>&,
                             std::initializer_list<OwnerColumn>);
template Result<std::vector<tracking::Tag>> select_pairs(db::Connection&, const PairTable&,
                                                         std::initializer_list<OwnerColumn>);
template Result<std::vector<tracking::Param>> select_pairs(db::Connection&, const PairTable&,
                                                           std::initializer_list<OwnerColumn>);

}  // namespace cairn::transfer
