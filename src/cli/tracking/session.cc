#include "cli/tracking/session.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <unistd.h>

#include "cli/output/json_layout.h"
#include "cli/output/terminal.h"
#include "cli/tracking/connect.h"

namespace cairn::cli {
namespace {

// Errors that cross no wire carry what the user did wrong in this shape.
constexpr std::string_view kUsageMark = "usage: ";

struct Hint {
  ErrorCode code;
  std::string_view about;  // what the message says; empty: anything
  std::string_view text;
};
// The first that fits.
constexpr std::array kHints = {
    Hint{ErrorCode::kTemporarilyUnavailable, "readonly database",
         "Look at who may write the file and its folder: SQLite writes files beside it."},
    Hint{ErrorCode::kTemporarilyUnavailable, "disk is full", "Make room on the disk that the database is on."},
    Hint{ErrorCode::kTemporarilyUnavailable, "lock timeout",
         "Another transaction holds these rows; PostgreSQL's pg_stat_activity and pg_locks say which. Try again."},
    Hint{ErrorCode::kTemporarilyUnavailable, "PostgreSQL",
         "Look at the host, the port and the user in its URI; psql takes the same one."},
    Hint{ErrorCode::kTemporarilyUnavailable, "SQL", "Look at the file that --tracking-uri names: `cairn doctor` does."},
    Hint{ErrorCode::kTemporarilyUnavailable, "://",
         "Is a server running there? `cairn server` starts one; --tracking-uri or MLFLOW_TRACKING_URI names another."},
    Hint{ErrorCode::kDeadlineExceeded, "", "MLFLOW_HTTP_REQUEST_TIMEOUT=SECONDS lets a slow server take longer."},
    Hint{ErrorCode::kUnauthenticated, "",
         "Set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN; or keep them in a "
         "profile in ~/.config/cairn/config.toml."},
    Hint{ErrorCode::kPermissionDenied, "answered", "Ask whoever runs the server for access."},
    Hint{ErrorCode::kEndpointNotFound, "",
         "Look at --tracking-uri: a path after the host must be the server's prefix."},
    Hint{ErrorCode::kResourceDoesNotExist, "xperiment",
         "`cairn experiments list --view all` shows those that there are."},
    Hint{ErrorCode::kResourceDoesNotExist, "Run",
         "`cairn runs list --experiment-id ID --view all` shows those that there are."},
    Hint{ErrorCode::kResourceDoesNotExist, "Model Version", "`cairn models versions NAME` shows those that there are."},
    Hint{ErrorCode::kResourceDoesNotExist, "odel", "`cairn models list` shows those that there are."},
    Hint{ErrorCode::kResourceDoesNotExist, "artifact", "`cairn artifacts list --run-id ID` shows what there is."},
    Hint{ErrorCode::kResourceAlreadyExists, "xperiment",
         "Choose another name; if it was deleted, `cairn experiments restore` brings it back."},
    Hint{ErrorCode::kResourceAlreadyExists, "odel", "Choose another name."},
    Hint{ErrorCode::kInvalidParameterValue, "filter", "Examples: \"metrics.loss < 0.1\", \"tags.env = 'prod'\"."},
};

}  // namespace

std::vector<Flag> with_common_flags(CommonFlags& flags, Shows shows, std::vector<Flag> own) {
  own.push_back({.names = "--tracking-uri",
                 .target = &flags.tracking_uri,
                 .help = "A server, a database (sqlite:///file.db, postgresql://...), or a profile in "
                         "~/.config/cairn/config.toml.",
                 .env = "MLFLOW_TRACKING_URI",
                 .value = "URI"});
  return with_form_flags(flags, shows, std::move(own));
}

std::vector<Flag> with_form_flags(CommonFlags& flags, Shows shows, std::vector<Flag> own) {
  if (shows != Shows::kText) own.push_back({.names = "--json", .target = &flags.json, .help = "Print JSON."});
  if (shows == Shows::kList) own.push_back({.names = "--csv", .target = &flags.csv, .help = "Print CSV."});
  return own;
}

Result<client::Connection> open_connection(const CommonFlags& flags) { return connect(flags.tracking_uri); }

Result<client::Connection> open_connection(const CommonFlags& flags, const Interruptible& interrupt) {
  client::Connection connection = TRY(open_connection(flags));
  connection.stop_with(interrupt.token());
  return connection;
}

Error wrong_usage(std::string message) {
  return {ErrorCode::kInvalidParameterValue, std::string(kUsageMark) + std::move(message)};
}

std::string hint_for(const Error& error) {
  const auto found = std::ranges::find_if(kHints, [&](const Hint& hint) {
    return hint.code == error.code() && error.message().find(hint.about) != std::string::npos;
  });
  return found == kHints.end() ? "" : std::string(found->text);
}

int report(const Status& outcome) {
  if (outcome.ok()) return kDone;
  const Error& error = outcome.error();
  if (error.message().starts_with(kUsageMark)) return misuse(error.message().substr(kUsageMark.size()));
  std::fflush(stdout);
  fmt::print(stderr, "Error: {}\n", error.message());
  if (const std::string hint = hint_for(error); !hint.empty()) fmt::print(stderr, "{}\n", hint);
  return error.code() == ErrorCode::kCancelled ? kInterrupted : kFailed;
}

int report(const Result<int>& outcome) { return outcome.ok() ? *outcome : report(Status(outcome.error())); }

Status show(const CommonFlags& flags, const Table& table, const std::function<std::string()>& json) {
  if (flags.json && flags.csv) return wrong_usage("--json and --csv exclude each other.");
  if (flags.json) {
    say_json(json());
  } else if (flags.csv) {
    fmt::print("{}", table_as_csv(table));
  } else if (is_terminal()) {
    fmt::print("{}", table_for_terminal(table, terminal_width()));
  } else {
    fmt::print("{}", table_as_text(table));
  }
  return {};
}

Status say_done(const CommonFlags& flags, std::string_view sentence, const std::function<Result<std::string>()>& json) {
  if (flags.json)
    say_json(TRY(json()));
  else
    say(sentence);
  return {};
}

void say(std::string_view text) { fmt::print("{}\n", text); }

void say_json(std::string_view json) { say(is_terminal() ? indented_json(json, 2) : json); }

Status check_output() {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return {};
  return internal_error(fmt::format("the results cannot be written: {}", std::strerror(errno)));
}

}  // namespace cairn::cli
