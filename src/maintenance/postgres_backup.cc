#include "maintenance/postgres_backup.h"

#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <future>
#include <vector>

#include "data/files/fd.h"
#include "data/files/process.h"
#include "db/postgres_address.h"
#include "db/postgres_connection.h"
#include "db/schema.h"

namespace cairn::maintenance {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kBetweenLooks{200};

struct Address {
  std::string conninfo;  // without secrets
  std::vector<std::string> variables;
};

// As libpq reads it: in quotes, with the two characters that end them escaped.
std::string quoted(const std::string& value) {
  std::string text = "'";
  for (const char c : value) {
    if (c == '\'' || c == '\\') text += '\\';
    text += c;
  }
  return text + "'";
}

Result<Address> address_of(const std::string& uri) {
  Address address;
  for (const auto& [name, value] : TRY(db::postgres_parameters(uri))) {
    if (name == "sslpassword") {
      return invalid_parameter(
          "The passphrase of a client's key (sslpassword) reaches pg_dump by no safe way. Name a key without one.");
    }
    if (name == "password") {
      address.variables.push_back("PGPASSWORD=" + value);
    } else {
      address.conninfo += fmt::format("{}{}={}", address.conninfo.empty() ? "" : " ", name, quoted(value));
    }
  }
  return address;
}

// "pg_dump: error: ..." is said last; what precedes it are details.
std::string complaint_of(const data::ProcessOutput& output) {
  std::string text = output.err;
  while (text.ends_with('\n')) text.pop_back();
  return text.empty() ? fmt::format("it ended with status {}", output.exit_status) : text;
}

Result<std::string> run(const std::vector<std::string>& arguments, const std::vector<std::string>& variables = {}) {
  auto output = data::run_process(arguments, ".", {}, variables);
  const std::string& program = arguments.front();
  if (!output.ok()) {
    return Error(ErrorCode::kNotFound,
                 fmt::format("{} cannot be run: {}. On Debian: apt-get install postgresql-client, of the server's "
                             "version or a later one.",
                             program, output.error().message()));
  }
  if (output->exit_status == 0) return std::move(output->out);
  std::string advice;
  if (output->err.find("server version mismatch") != std::string::npos)
    advice = "\nInstall postgresql-client of the server's version or a later one.";
  return internal_error(fmt::format("{} failed: {}{}", program, complaint_of(*output), advice));
}

// Runs it, and tells meanwhile how large the file has become.
Status run_and_watch(const std::vector<std::string>& arguments, const Address& address, const std::string& file,
                     const BackupSize& progress) {
  auto running = std::async(std::launch::async, [&] { return run(arguments, address.variables); });
  while (running.wait_for(kBetweenLooks) != std::future_status::ready) {
    std::error_code none;
    const auto size = fs::file_size(file, none);
    if (!none) progress(size);
  }
  TRY(running.get());
  return {};
}

// Reads all of it, and what version of the schema it has.
Status check_dump(const std::string& file) {
  const std::string versions = TRY(run({"pg_restore", "--data-only", "--table=alembic_version", "--file=-", file}));
  if (versions.find("\nCOPY ") == std::string::npos) {
    return invalid_parameter(fmt::format("'{}' is no backup of an MLflow database.", file));
  }
  if (versions.find(fmt::format("\n{}\n", db::kMlflowHead)) == std::string::npos) {
    return invalid_parameter(
        fmt::format("'{}' is a backup at another version of the schema than {}. Restore it with pg_restore into a "
                    "database of its own, and upgrade that with `mlflow db upgrade`.",
                    file, db::kMlflowHead));
  }
  TRY(run({"pg_restore", "--file=/dev/null", file}));
  return {};
}

Result<std::int64_t> counted(db::Connection& connection, std::string_view query) {
  auto rows = TRY(connection.query(query));
  return TRY(rows.next()) ? rows.int64(0) : 0;
}

// Whether there is something to keep. The connection ends here: it would be in the way.
Result<bool> has_tables(const std::string& uri) {
  const auto connection = TRY(db::PostgresConnection::open(TRY(db::postgres_conninfo(uri))));
  const auto others = TRY(counted(*connection,
                                  "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
                                  "backend_type = 'client backend' AND pid <> pg_backend_pid()"));
  if (others > 0) {
    return Error(ErrorCode::kInvalidState,
                 fmt::format("{} others are connected to the database. Stop the servers that use it first.", others));
  }
  return TRY(counted(*connection, "SELECT count(to_regclass('experiments'))")) > 0;
}

}  // namespace

Result<std::int64_t> backup_postgres(const std::string& uri, const std::string& to, const BackupSize& progress) {
  if (data::exists(to)) return already_exists(fmt::format("'{}' is there already. Name another file.", to));
  const Address address = TRY(address_of(uri));
  const std::string partial = to + ".partial";
  const auto dumped = run_and_watch(
      {"pg_dump", "--format=custom", "--no-password", "--file=" + partial, "--dbname=" + address.conninfo}, address,
      partial, progress);
  const auto checked = dumped.ok() ? check_dump(partial) : dumped;
  if (!checked.ok()) {
    (void)data::remove_all(partial);
    return checked.error();
  }
  TRY(data::rename_path(partial, to));
  return static_cast<std::int64_t>(TRY(data::stat_path(to)).st_size);
}

Result<std::string> restore_postgres(const std::string& backup, const std::string& uri, const BackupSize& progress) {
  if (!data::exists(backup)) return does_not_exist(fmt::format("There is no backup '{}'.", backup));
  const Address address = TRY(address_of(uri));
  TRY(check_dump(backup));
  std::string kept;
  if (TRY(has_tables(uri))) {
    kept = backup + ".before-restore";
    TRY(backup_postgres(uri, kept, progress));
  }
  TRY(run({"pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error",
           "--no-password", "--dbname=" + address.conninfo, backup},
          address.variables));
  return kept;
}

}  // namespace cairn::maintenance
