#include "maintenance/stats.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/json_text.h"

namespace cairn::maintenance {
namespace {

constexpr std::string_view kSqliteSizes =
    "SELECT m.tbl_name, SUM(s.pgsize) FROM dbstat AS s JOIN sqlite_master AS m ON m.name = s.name "
    "WHERE s.aggregate = TRUE GROUP BY m.tbl_name";
constexpr std::string_view kPostgresSizes =
    "SELECT relname, pg_total_relation_size(oid) FROM pg_class WHERE relkind = 'r' AND relnamespace = "
    "(SELECT oid FROM pg_namespace WHERE nspname = current_schema())";

Result<std::int64_t> number(db::Connection& connection, const std::string& sql) {
  auto rows = TRY(connection.query(sql));
  return TRY(rows.next()) ? rows.int64(0) : 0;
}

Result<DatabaseStats> measure_in(db::Connection& connection) {
  DatabaseStats stats;
  {
    const bool sqlite = connection.dialect().engine == db::Engine::kSqlite;
    auto rows = TRY(connection.query(sqlite ? kSqliteSizes : kPostgresSizes));
    while (TRY(rows.next())) stats.tables.push_back({rows.string(0), 0, rows.int64(1)});
  }
  for (TableSize& table : stats.tables) {
    table.rows = TRY(number(connection, fmt::format("SELECT COUNT(*) FROM \"{}\"", table.name)));
    stats.bytes += table.bytes;
    if (table.name == "metrics") stats.rows = {table.rows, table.bytes};
    if (table.name == "cairn_metric_chunks") stats.chunks.bytes = table.bytes;
  }
  stats.chunks.points =
      TRY(number(connection, "SELECT CAST(COALESCE(SUM(count), 0) AS BIGINT) FROM cairn_metric_chunks"));
  std::erase_if(stats.tables, [](const TableSize& table) { return table.rows == 0; });
  std::ranges::sort(stats.tables, std::greater(), &TableSize::bytes);
  return stats;
}

void write_points(std::string_view name, const PointSizes& sizes, std::string& out) {
  out += fmt::format(",\"{}\":{{\"points\":{},\"bytes\":{}}}", name, sizes.points, sizes.bytes);
}

}  // namespace

Result<DatabaseStats> measure(db::Database& database) { return database.read(measure_in); }

Result<bool> has_runs(db::Database& database) {
  return database.read([](db::Connection& connection) -> Result<bool> {
    auto rows = TRY(connection.query("SELECT 1 FROM runs LIMIT 1"));
    return rows.next();
  });
}

std::string to_json(const DatabaseStats& stats) {
  std::string out = fmt::format("{{\"bytes\":{},\"tables\":[", stats.bytes);
  for (const TableSize& table : stats.tables) {
    if (!out.ends_with('[')) out += ',';
    out += "{\"name\":";
    write_json_string(table.name, out);
    out += fmt::format(",\"rows\":{},\"bytes\":{}}}", table.rows, table.bytes);
  }
  out += ']';
  write_points("row_points", stats.rows, out);
  write_points("chunk_points", stats.chunks, out);
  return out += '}';
}

}  // namespace cairn::maintenance
