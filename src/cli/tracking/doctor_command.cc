#include "cli/tracking/doctor_command.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <set>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "cli/output/terminal.h"
#include "cli/output/times.h"
#include "cli/tracking/connect.h"
#include "cli/tracking/session.h"
#include "client/artifact_store.h"
#include "client/operations.h"
#include "client/profiles.h"
#include "client/target.h"
#include "core/clock.h"
#include "core/json_text.h"
#include "core/uri.h"
#include "data/files/paths.h"
#include "data/repo/repo.h"
#include "db/postgres_address.h"
#include "db/uri.h"
#include "http/date.h"

extern char** environ;

namespace cairn::cli {
namespace {

struct Flags : CommonFlags {
  bool mask_envs = false;
};

enum class State : std::uint8_t { kGood, kNote, kBad };

struct Finding {
  State state = State::kGood;
  std::string about;
  std::string text;
  std::string advice;
};
using Findings = std::vector<Finding>;

void add_failure(Findings& findings, std::string about, const Error& error, std::string advice = {}) {
  findings.push_back({State::kBad, std::move(about), error.message(), advice.empty() ? hint_for(error) : advice});
}

// ---- the user's configuration

void check_configuration(Findings& findings) {
  const std::string path = client::config_path(client::process_environment);
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0) return;
  const auto profiles = client::read_profiles(path);
  if (!profiles.ok()) return add_failure(findings, "Configuration", profiles.error(), "Mend the line that is named.");
  bool secrets = false;
  for (const auto& [name, profile] : profiles->by_name) secrets |= !profile.password.empty() || !profile.token.empty();
  const bool open = (status.st_mode & (S_IRGRP | S_IROTH)) != 0;
  if (secrets && open) {
    findings.push_back({State::kNote, "Configuration", fmt::format("{} holds secrets, and others may read it.", path),
                        fmt::format("chmod 600 {}", path)});
  } else {
    findings.push_back(
        {State::kGood, "Configuration", fmt::format("{}: {} profiles", path, profiles->by_name.size()), ""});
  }
}

// ---- a server

void check_clock(Findings& findings, const client::Answer& answer) {
  constexpr std::int64_t kMuch = 5000;
  const auto date = http::parse_date(answer.headers.get("Date"));
  if (!date) return;
  const auto server = std::chrono::duration_cast<std::chrono::milliseconds>(date->time_since_epoch()).count();
  const std::int64_t skew = now_ms() - server;
  const bool off = skew > kMuch || skew < -kMuch;
  findings.push_back(
      {off ? State::kNote : State::kGood, "Clock",
       off ? fmt::format("{} and the server's differ by {}.", "This machine's clock", duration(std::abs(skew)))
           : "agrees with the server's",
       off ? "Let both follow a time server (timedatectl set-ntp true): runs end before they start otherwise." : ""});
}

void check_served_artifacts(Findings& findings, const client::Connection& connection) {
  const auto listed =
      connection.send({.method = http::Method::kGet, .target = "/api/2.0/mlflow-artifacts/artifacts?path="});
  if (listed.ok()) {
    findings.push_back({State::kGood, "Artifacts", "the server passes them on", ""});
  } else if (listed.error().code() == ErrorCode::kTemporarilyUnavailable) {
    findings.push_back(
        {State::kNote, "Artifacts", "the server does not pass them on; clients reach the store themselves", ""});
  } else {
    add_failure(findings, "Artifacts", listed.error(), "Look at the server's --artifacts-destination and its log.");
  }
}

bool check_server(Findings& findings, const client::Connection& connection) {
  const auto start = std::chrono::steady_clock::now();
  const auto answer = connection.send({.method = http::Method::kGet, .target = "/health"});
  if (!answer.ok()) {
    add_failure(findings, "Server", answer.error());
    return false;
  }
  const auto spent = std::chrono::steady_clock::now() - start;
  const auto version = connection.send({.method = http::Method::kGet, .target = "/version"});
  findings.push_back({State::kGood, "Server",
                      fmt::format("{} answers in {:.1f} ms; it speaks MLflow {}", connection.name(),
                                  std::chrono::duration<double, std::milli>(spent).count(),
                                  version.ok() ? version->body : "(it does not say which)"),
                      ""});
  check_clock(findings, *answer);
  check_served_artifacts(findings, connection);
  return true;
}

// ---- a database

void check_disk(Findings& findings, const std::string& folder) {
  constexpr std::uint64_t kLittle = 1'000'000'000;
  struct statvfs disk{};
  if (::statvfs(folder.c_str(), &disk) != 0) return;
  const std::uint64_t left = disk.f_bavail * disk.f_frsize;
  findings.push_back({left < kLittle ? State::kNote : State::kGood, "Disk",
                      fmt::format("{} left in {}", byte_size(left), folder),
                      left < kLittle ? "Make room: a full disk refuses writes." : ""});
}

// Whether the database may be opened; it must not be made by looking.
bool check_database_file(Findings& findings, const std::string& uri) {
  const auto path = db::sqlite_path(uri);
  if (!path.ok()) return true;  // another engine, or an error that opening tells
  const std::filesystem::path file(*path);
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) {
    findings.push_back({State::kBad, "Database", fmt::format("{} is not there.", *path),
                        "`cairn server` makes one; --tracking-uri or MLFLOW_TRACKING_URI names another."});
    return false;
  }
  const std::string folder = file.has_parent_path() ? file.parent_path().string() : ".";
  check_disk(findings, folder);
  if (::access(path->c_str(), W_OK) == 0 && ::access(folder.c_str(), W_OK) == 0) return true;
  findings.push_back({State::kBad, "Database", fmt::format("{} cannot be written by this user.", *path),
                      fmt::format("chown or chmod {} and its folder: SQLite writes files beside it.", *path)});
  return false;
}

void check_locations(Findings& findings, const client::Connection& connection,
                     const std::vector<tracking::Experiment>& experiments) {
  std::set<std::string> seen;
  std::size_t reachable = 0;
  for (const tracking::Experiment& experiment : experiments) {
    const UriParts parts = split_uri(experiment.artifact_location);
    if (!seen.insert(fmt::format("{}:{}", parts.scheme, parts.authority)).second) continue;
    const auto store = client::open_artifact_store(connection, experiment.artifact_location);
    const Status listed = store.ok() ? [&]() -> Status {
      TRY((*store)->list({}));
      return {};
    }()
        : Status(store.error());
    if (listed.ok()) {
      ++reachable;
    } else {
      add_failure(findings, "Artifacts", listed.error(),
                  fmt::format("Experiment '{}' keeps its artifacts there.", experiment.name));
    }
  }
  if (reachable > 0)
    findings.push_back({State::kGood, "Artifacts", fmt::format("{} kinds of locations can be reached", reachable), ""});
}

void check_tracking(Findings& findings, const Flags& flags) {
  const auto target = client::resolve_target(flags.tracking_uri, client::process_environment);
  if (!target.ok()) return add_failure(findings, "Tracking", target.error());
  const bool server = client::is_http(target->uri);
  if (!server && !check_database_file(findings, target->uri)) return;
  const auto connection = connect(*target);
  if (!connection.ok()) return add_failure(findings, server ? "Server" : "Database", connection.error());
  if (server && !check_server(findings, *connection)) return;

  constexpr std::size_t kLookedAt = 200;
  const auto found = client::collect(*connection, client::kSearchExperiments, {.max_results = kLookedAt},
                                     &api::SearchExperimentsResponse::experiments, kLookedAt);
  if (!found.ok()) return add_failure(findings, server ? "Server" : "Database", found.error());
  findings.push_back({State::kGood, server ? "Tracking" : "Database",
                      fmt::format("{}: {}{} experiments", connection->name(),
                                  found->size() == kLookedAt ? "at least " : "", found->size()),
                      ""});
  if (!server) check_locations(findings, *connection, *found);
}

// ---- versioned data

void check_data(Findings& findings) {
  const auto root = data::Repo::find_root(data::working_directory());
  if (!root.ok()) return;
  const auto repo = data::Repo::open(data::working_directory());
  if (!repo.ok()) return add_failure(findings, "Data", repo.error(), "`cairn status` tells more.");
  const std::string remote = (*repo)->config().text("core", "remote");
  findings.push_back(
      {remote.empty() ? State::kNote : State::kGood, "Data",
       fmt::format("{}: {}", *root, remote.empty() ? "there is no default remote" : "default remote " + remote),
       remote.empty() ? "cairn remote add -d NAME URL" : ""});
}

// ---- the report

std::string_view mark(State state) {
  switch (state) {
    case State::kGood:
      return "ok";
    case State::kNote:
      return "note";
    case State::kBad:
      return "BAD";
  }
  return {};
}

void print_findings(const Findings& findings) {
  for (const Finding& finding : findings) {
    const Color color = finding.state == State::kGood   ? Color::kGreen
                        : finding.state == State::kNote ? Color::kYellow
                                                        : Color::kRed;
    fmt::print("{}  {:<13}  {}\n", colored(fmt::format("{:<4}", mark(finding.state)), color), finding.about,
               finding.text);
    if (!finding.advice.empty()) fmt::print("{:21}{}\n", "", finding.advice);
  }
}

std::string findings_json(const Findings& findings) {
  std::string json = "[";
  for (const Finding& finding : findings) {
    json += fmt::format(R"({}{{"state":"{}","about":{},"text":{},"advice":{}}})", json.size() > 1 ? "," : "",
                        mark(finding.state), ascii_json_string(finding.about), ascii_json_string(finding.text),
                        ascii_json_string(finding.advice));
  }
  return json + "]";
}

Table findings_table(const Findings& findings) {
  Table table{{{"state", ""}, {"about", ""}, {"text", ""}, {"advice", ""}}, {}};
  for (const Finding& finding : findings)
    table.rows.push_back({std::string(mark(finding.state)), finding.about, finding.text, finding.advice});
  return table;
}

bool is_secret(std::string_view name) {
  for (const std::string_view word : {"PASSWORD", "TOKEN", "SECRET", "KEY"}) {
    if (name.find(word) != std::string_view::npos) return true;
  }
  return false;
}

void print_environment(const Flags& flags, std::string_view before) {
  std::set<std::string> lines;
  for (char** variable = environ; *variable; ++variable) {
    const std::string_view text = *variable;
    if (!text.starts_with("MLFLOW_")) continue;
    const std::string_view name = text.substr(0, text.find('='));
    const bool masked = flags.mask_envs || is_secret(name);
    lines.insert(masked ? fmt::format("  {}: ***", name) : fmt::format("  {}: {}", name, text.substr(name.size() + 1)));
  }
  if (lines.empty()) return;
  fmt::print("{}{}: \n", before, colored("MLflow environment variables", Color::kBlue));
  for (const std::string& line : lines) fmt::print("{}\n", line);
}

// MLflow's report: no checks, what a bug report needs.
Result<int> print_as_mlflow(const Flags& flags) {
  utsname system{};
  ::uname(&system);
  std::error_code none;
  const auto target = TRY(client::resolve_target(flags.tracking_uri, client::process_environment));
  const std::pair<std::string_view, std::string> lines[] = {
      {"System information", fmt::format("{} {}", system.sysname, system.version)},
      {"Python version", fmt::format("none: this is cairn {}", CAIRN_VERSION)},
      {"MLflow version", std::string(kMlflowVersion)},
      {"MLflow module location", std::filesystem::read_symlink("/proc/self/exe", none).string()},
      {"Tracking URI", db::shown_uri(target.uri)},
      {"Registry URI", db::shown_uri(target.uri)},
  };
  for (const auto& [name, value] : lines) fmt::print("{}: {}\n", colored(name, Color::kBlue), value);
  print_environment(flags, "");
  return kDone;
}

Result<int> doctor(const Flags& flags) {
  if (running_shape() == Shape::kMlflow && !flags.json && !flags.csv) return print_as_mlflow(flags);
  Findings findings = {{State::kGood, "Program", fmt::format("cairn {}", CAIRN_VERSION), ""}};
  check_configuration(findings);
  check_tracking(findings, flags);
  check_data(findings);
  if (flags.json || flags.csv) {
    TRY(show(flags, findings_table(findings), [&] { return findings_json(findings); }));
  } else {
    print_findings(findings);
    print_environment(flags, "\n");
  }
  for (const Finding& finding : findings) {
    if (finding.state == State::kBad) return kFailed;
  }
  return kDone;
}

}  // namespace

Command doctor_command() {
  const auto f = std::make_shared<Flags>();
  Command command;
  command.name = "doctor";
  command.help = "Check the server or database, the artifact store, the clock, and the data repository if one is here.";
  command.example = "cairn doctor --tracking-uri http://127.0.0.1:5000";
  command.flags =
      with_common_flags(*f, Shows::kList,
                        {{.names = "--mask-envs",
                          .target = &f->mask_envs,
                          .help = "Hide the values of all of MLflow's variables; those of secrets always are."}});
  command.run = [f] { return report(doctor(*f)); };
  return command;
}

}  // namespace cairn::cli
