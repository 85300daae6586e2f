#include "db/uri.h"

#include <fmt/format.h>

#include "db/postgres_address.h"

namespace cairn::db {

Result<std::string> sqlite_path(std::string_view uri) {
  constexpr std::string_view kScheme = "sqlite:///";
  if (!uri.starts_with(kScheme)) {
    return invalid_parameter(fmt::format(
        "'{}' is not a database that this server can open. Give a SQLite file as sqlite:///mlflow.db (relative to the "
        "current folder) or sqlite:////absolute/path/mlflow.db, or a PostgreSQL database as "
        "postgresql://user:password@host:5432/database.",
        shown_uri(uri)));
  }
  std::string_view path = uri.substr(kScheme.size());
  path = path.substr(0, path.find('?'));
  if (path.empty() || path == ":memory:") {
    return invalid_parameter(
        "An in-memory database would lose what it acknowledged. Give a file: sqlite:///mlflow.db.");
  }
  return std::string(path);
}

}  // namespace cairn::db
