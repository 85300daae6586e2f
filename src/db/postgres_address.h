// Where a PostgreSQL database is, as users write it for SQLAlchemy: postgresql://, postgres://, postgresql+psycopg2://.
// The rest is libpq's: hosts in a row, unix sockets (?host=/folder), sslmode and its files, PG* variables, .pgpass.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace cairn::db {

[[nodiscard]] bool is_postgres_uri(std::string_view uri);

// For libpq. It is checked as far as that goes without a connection; the error names no part of the URI.
Result<std::string> postgres_conninfo(std::string_view uri);

// What the URI says, by libpq's names: {"host", "db.lan"}, {"password", "..."}.
Result<std::vector<std::pair<std::string, std::string>>> postgres_parameters(std::string_view uri);

// A database's URI with "***" for its passwords, whatever the engine: for logs and messages.
[[nodiscard]] std::string shown_uri(std::string_view uri);

}  // namespace cairn::db
