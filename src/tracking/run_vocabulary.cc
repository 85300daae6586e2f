#include "tracking/run_vocabulary.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "tracking/run_columns.h"
#include "tracking/sql_builder.h"
#include "tracking/validation.h"

namespace cairn::tracking {
namespace {

using search::Entity;

// How many of the newest runs are looked at for a key, and how many of those that have it.
constexpr std::int64_t kNewestLooked = 500;
constexpr std::int64_t kHoldersLooked = 20'000;
// How many runs' values are counted.
constexpr std::int64_t kMostCounted = 100'000;

using ExperimentIds = std::vector<std::int64_t>;

Result<ExperimentIds> experiment_numbers(const VocabularyQuery& query) {
  ExperimentIds ids;
  for (const std::string& id : query.experiment_ids) ids.push_back(TRY(parse_experiment_id(id)));
  return ids;
}

// " AND column contains the text", in any case.
std::string containing(SqlBuilder& sql, std::string_view column, const std::string& text) {
  if (text.empty()) return {};
  return fmt::format(" AND {}", comparison(sql, column, search::Operator::kILike, fmt::format("%{}%", text)));
}

// Jumps from key to key along the primary key.
Result<std::vector<std::string>> all_keys(db::Connection& connection, std::string_view table,
                                          const std::string& contains) {
  SqlBuilder sql;
  sql += fmt::format(
      "WITH RECURSIVE k(key) AS (SELECT min(key) FROM {0} UNION ALL "
      "SELECT (SELECT min(t.key) FROM {0} AS t WHERE t.key > k.key) FROM k WHERE k.key IS NOT NULL) "
      "SELECT key FROM k WHERE key IS NOT NULL AND key NOT LIKE 'mlflow.%'{1}",
      table, containing(sql, "key", contains));
  std::vector<std::string> keys;
  auto rows = TRY(sql.run(connection));
  while (TRY(rows.next())) keys.push_back(rows.string(0));
  return keys;
}

// Whether a run of the experiments has a key, at the price of the shorter way to find out.
class KeySearch {
 public:
  KeySearch(db::Connection& connection, std::string_view table, const ExperimentIds& experiments)
      : connection_(connection), table_(table), experiments_(experiments) {}

  Result<bool> finds(const std::string& key) const {
    if (TRY(among_runs(key, kNewestLooked))) return true;
    const Holders holders = TRY(first_holders(key));
    if (holders.of_experiments || holders.count < kHoldersLooked) return holders.of_experiments;
    return among_runs(key, std::nullopt);
  }

 private:
  struct Holders {
    std::int64_t count = 0;
    bool of_experiments = false;
  };

  std::string of_experiments(SqlBuilder& sql) const {
    return fmt::format("r.experiment_id IN ({}) AND r.lifecycle_stage = 'active'", sql.bind_all(experiments_));
  }

  // Among the newest runs of the experiments, or among all of them.
  Result<bool> among_runs(const std::string& key, std::optional<std::int64_t> newest) const {
    SqlBuilder sql;
    sql += fmt::format("SELECT EXISTS (SELECT 1 FROM (SELECT r.run_uuid FROM runs AS r WHERE {}", of_experiments(sql));
    if (newest) sql += fmt::format(" ORDER BY r.start_time DESC LIMIT {}", sql.bind(*newest));
    sql +=
        fmt::format(") AS n CROSS JOIN {} AS t WHERE t.key = {} AND t.run_uuid = n.run_uuid)", table_, sql.bind(key));
    auto rows = TRY(sql.run(connection_));
    TRY(rows.next());
    return rows.boolean(0);
  }

  // Among the first runs that have the key, whosesoever they are.
  Result<Holders> first_holders(const std::string& key) const {
    SqlBuilder sql;
    const std::string wanted = of_experiments(sql);
    sql += fmt::format(
        "SELECT count(*), max(CASE WHEN {} THEN 1 ELSE 0 END) FROM (SELECT t.run_uuid FROM {} AS t WHERE t.key = {} "
        "LIMIT {}) AS n CROSS JOIN runs AS r WHERE r.run_uuid = n.run_uuid",
        wanted, table_, sql.bind(key), sql.bind(kHoldersLooked));
    auto rows = TRY(sql.run(connection_));
    TRY(rows.next());
    return Holders{rows.int64(0), !rows.is_null(1) && rows.int64(1) != 0};
  }

  db::Connection& connection_;
  std::string_view table_;
  const ExperimentIds& experiments_;
};

Result<std::vector<std::string>> keys_in(db::Connection& connection, Entity entity, const ExperimentIds& experiments,
                                         const VocabularyQuery& query) {
  const std::string_view table = run_table(entity);
  const KeySearch search(connection, table, experiments);
  std::vector<std::string> found;
  for (std::string& key : TRY(all_keys(connection, table, query.contains))) {
    if (static_cast<std::int64_t>(found.size()) >= query.max_results) break;
    if (TRY(search.finds(key))) found.push_back(std::move(key));
  }
  return found;
}

// What `r` stands for: the newest runs of the experiments.
std::string newest_runs(SqlBuilder& sql, const ExperimentIds& experiments) {
  return fmt::format(
      "(SELECT run_uuid, name, user_id, status, artifact_uri FROM runs WHERE experiment_id IN ({}) "
      "AND lifecycle_stage = 'active' ORDER BY start_time DESC LIMIT {}) AS r",
      sql.bind_all(experiments), sql.bind(kMostCounted));
}

// A SELECT of the values that are asked for, out of the runs `r`; empty for what has no texts.
std::string values_of(SqlBuilder& sql, const std::string& runs, Entity entity, std::string_view key) {
  if (entity == Entity::kParam || entity == Entity::kTag) {
    return fmt::format("SELECT x.value AS value FROM {} JOIN {} AS x ON x.key = {} AND x.run_uuid = r.run_uuid", runs,
                       run_table(entity), sql.bind(std::string(key)));
  }
  if (entity == Entity::kAttribute) {
    const std::string_view column = run_column(key);
    const bool text = column != "NULL" && key != "start_time" && key != "end_time";
    return text ? fmt::format("SELECT {} AS value FROM {}", column, runs) : std::string();
  }
  if (entity != Entity::kDataset) return {};
  const std::string from = fmt::format(
      "FROM {} JOIN inputs AS i ON i.destination_type = 'RUN' AND i.destination_id = r.run_uuid "
      "JOIN datasets AS d ON d.dataset_uuid = i.source_id",
      runs);
  if (key == "context") {
    return fmt::format(
        "SELECT t.value AS value {} JOIN input_tags AS t ON t.input_uuid = i.input_uuid "
        "AND t.name = 'mlflow.data.context'",
        from);
  }
  if (key != "name" && key != "digest") return {};
  return fmt::format("SELECT d.{} AS value {}", key, from);
}

}  // namespace

Result<RunKeys> run_keys(db::Database& database, const VocabularyQuery& query) {
  const ExperimentIds experiments = TRY(experiment_numbers(query));
  if (experiments.empty()) return RunKeys{};
  return database.read([&](db::Connection& connection) -> Result<RunKeys> {
    return RunKeys{TRY(keys_in(connection, Entity::kMetric, experiments, query)),
                   TRY(keys_in(connection, Entity::kParam, experiments, query)),
                   TRY(keys_in(connection, Entity::kTag, experiments, query))};
  });
}

Result<std::vector<RunValue>> run_values(db::Database& database, const VocabularyQuery& query, Entity entity,
                                         std::string_view key) {
  const ExperimentIds experiments = TRY(experiment_numbers(query));
  SqlBuilder sql;
  const std::string values = values_of(sql, newest_runs(sql, experiments), entity, key);
  if (experiments.empty() || values.empty()) return std::vector<RunValue>();
  sql += fmt::format(
      "SELECT value, count(*) FROM ({}) AS v WHERE value IS NOT NULL AND value <> ''{} "
      "GROUP BY value ORDER BY count(*) DESC, value LIMIT {}",
      values, containing(sql, "value", query.contains), sql.bind(query.max_results));
  return database.read([&](db::Connection& connection) -> Result<std::vector<RunValue>> {
    std::vector<RunValue> found;
    auto rows = TRY(sql.run(connection));
    while (TRY(rows.next())) found.push_back({rows.string(0), rows.int64(1)});
    return found;
  });
}

}  // namespace cairn::tracking
