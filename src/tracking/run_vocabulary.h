// The words that a filter over runs may use: which metrics, parameters and tags the runs of experiments have, and which
// values. For completion while somebody types.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "db/database.h"
#include "search/language.h"

namespace cairn::tracking {

struct VocabularyQuery {
  std::vector<std::string> experiment_ids;
  std::string contains;  // a part of what is looked for, in any case; empty: all
  std::int64_t max_results = 100;
};

struct RunKeys {
  std::vector<std::string> metrics;
  std::vector<std::string> params;
  std::vector<std::string> tags;
};

// In alphabetical order, at most so many of each kind; tags of MLflow's own ("mlflow.…") are left out. The cost depends
// on the number of keys, not of runs: an index lists the keys of the whole database, and each is looked for in the
// newest runs of the experiments, then among all runs that have it. Only a key of more than 20,000 runs, none of them
// new, has all runs of the experiments looked at.
Result<RunKeys> run_keys(db::Database& database, const VocabularyQuery& query);

struct RunValue {
  std::string value;
  std::int64_t runs = 0;
};

// What runs that are not deleted have as a parameter, a tag, an attribute ("run_name", "user_id", …) or of their
// datasets ("name", "digest", "context"): the most frequent of the newest 100,000 runs first. Nothing for metrics, and
// for attributes that are no text.
Result<std::vector<RunValue>> run_values(db::Database& database, const VocabularyQuery& query, search::Entity entity,
                                         std::string_view key);

}  // namespace cairn::tracking
