// Commands that say what changed: status.
#include "data/ops/status.h"

#include <fmt/format.h>

#include "cli/data/command.h"
#include "data/format/json.h"
#include "data/repo/stage_files.h"

namespace cairn::cli {
namespace {

using data::JsonWriter;
using data::StageStatus;

constexpr std::string_view kChangedDependencies = "changed deps";
constexpr std::string_view kChangedOutputs = "changed outs";
constexpr std::string_view kAlwaysChanged = "always changed";
constexpr std::string_view kChangedCommand = "changed command";
constexpr std::string_view kChangedChecksum = "changed checksum";

void write_json(const StageStatus& status, JsonWriter& json) {
  const auto write = [&json](std::string_view title, const StageStatus::Entries& entries) {
    if (entries.empty()) return;
    json.begin_object().key(title).begin_object();
    for (const auto& [name, state, parts] : entries) {
      json.key(name);
      if (parts.empty()) {
        json.string(state);
        continue;
      }
      json.begin_object();
      for (const auto& [part, part_state] : parts) json.key(part).string(part_state);
      json.end_object();
    }
    json.end_object().end_object();
  };
  json.key(status.stage).begin_array();
  write(kChangedDependencies, status.dependencies);
  write(kChangedOutputs, status.outputs);
  if (status.always_changed) json.string(kAlwaysChanged);
  if (status.changed_command) json.string(kChangedCommand);
  if (status.changed_checksum) json.string(kChangedChecksum);
  json.end_array();
}

void write_text(const StageStatus& status, DataConsole& console) {
  const auto write = [&console](std::string_view title, const StageStatus::Entries& entries) {
    if (entries.empty()) return;
    console.line(fmt::format("\t{}:", title));
    for (const auto& [name, state, parts] : entries) {
      if (parts.empty()) console.line(fmt::format("\t\t{:<20}{}", fmt::format("{}:", state), name));
      if (!parts.empty()) console.line(fmt::format("\t\t{}:", name));
      for (const auto& [part, part_state] : parts)
        console.line(fmt::format("\t\t\t{:<20}{}", fmt::format("{}:", part_state), part));
    }
  };
  console.line(fmt::format("{}:", status.stage));
  write(kChangedDependencies, status.dependencies);
  write(kChangedOutputs, status.outputs);
  if (status.always_changed) console.line(fmt::format("\t{}", kAlwaysChanged));
  if (status.changed_command) console.line(fmt::format("\t{}", kChangedCommand));
  if (status.changed_checksum) console.line(fmt::format("\t{}", kChangedChecksum));
}

constexpr DataFlag kStatusFlags[] = {
    {"targets", Takes::kTexts, "Limit command scope to these tracked files/directories, .dvc files and stage names."},
    {"-j,--jobs", Takes::kNumber, "Number of jobs to run simultaneously."},
    {"-c,--cloud", Takes::kNothing, "Show status of a local cache compared to a remote repository."},
    {"-r,--remote", Takes::kText, "Remote storage to compare local cache to"},
    {"-a,--all-branches", Takes::kNothing, "Compare with a remote for all branches."},
    {"-T,--all-tags", Takes::kNothing, "Compare with a remote for all tags."},
    {"-A,--all-commits", Takes::kNothing, "Compare with a remote for all commits."},
    {"-d,--with-deps", Takes::kNothing, "Show status for all dependencies of the specified target."},
    {"-R,--recursive", Takes::kNothing, "Show status of all stages in the specified directory."},
    {"--json", Takes::kNothing, "Show status in JSON format."},
    {"--no-updates", Takes::kNothing, "Ignore updates to imported data."},
};

void show_nothing_changed(const DataContext& context, bool has_stages, std::string_view in_sync) {
  context.console.line(has_stages ? in_sync
                                  : "There are no data or pipelines tracked in this project yet.\nSee "
                                    "<https://dvc.org/doc/start> to get started!");
}

Result<int> run_remote_status(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const auto differences = TRY(data::remote_status(*context.repo, TRY(sync_scope(arguments))));
  if (arguments.has("json")) {
    JsonWriter json = context.console.json();
    json.begin_object();
    for (const auto& [name, state] : differences) json.key(name).string(state);
    context.console.line(json.end_object().take());
    return 0;
  }
  if (context.console.quiet()) return differences.empty() ? 0 : 1;
  for (const auto& [name, state] : differences)
    context.console.line(fmt::format("\t{:<20}{}", fmt::format("{}:", state), name));
  if (!differences.empty()) return 0;
  const std::string remote = arguments.text("remote", context.repo->config().text("core", "remote"));
  show_nothing_changed(context, !TRY(context.repo->stages()).empty(),
                       fmt::format("Cache and remote '{}' are in sync.", remote.empty() ? "None" : remote));
  return 0;
}

Status refuse_options_of_remotes(const DataArguments& arguments) {
  std::vector<std::string> given;
  for (const char* option : {"all-branches", "all-tags", "all-commits", "jobs"})
    if (arguments.has(option)) given.push_back(fmt::format("--{}", option));
  if (given.empty()) return {};
  return data::dvc_error(
      fmt::format("The following options are meaningless for local status: {}", fmt::join(given, ", ")));
}

Result<int> run_status(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  data::Repo& repo = *context.repo;
  if (arguments.has("cloud") || arguments.has("remote")) return run_remote_status(context);
  TRY(refuse_options_of_remotes(arguments));
  const auto targets = TRY(data::find_targets(repo, arguments.texts("targets"), recursion_of(arguments)));
  for (const data::StageTarget& target : targets) {
    if (!target.stage.frozen || target.stage.is_repo_import()) continue;
    repo.warn(fmt::format("{} is frozen. Its dependencies are not going to be shown in the status output.",
                          data::described(target.stage)));
  }
  const std::vector<StageStatus> changed = TRY(
      data::status(repo, targets, arguments.has("no-updates") ? data::Updates::kIgnored : data::Updates::kLookedFor));
  if (arguments.has("json")) {
    JsonWriter json = context.console.json();
    json.begin_object();
    for (const StageStatus& status : changed) write_json(status, json);
    json.end_object();
    context.console.line(json.take());
    return 0;
  }
  if (context.console.quiet()) return changed.empty() ? 0 : 1;
  for (const StageStatus& status : changed) write_text(status, context.console);
  if (!changed.empty()) return 0;
  const bool has_stages = !targets.empty() || !TRY(repo.stages()).empty();
  show_nothing_changed(context, has_stages, "Data and pipelines are up to date.");
  return 0;
}

}  // namespace

std::span<const DataCommand> data_status_commands() {
  static constexpr DataCommand kCommands[] = {
      {.name = "status",
       .help = "Show changed stages, compare local cache and a remote storage.",
       .flags = kStatusFlags,
       .answers = Answers::kDvcErrors,
       .takes_long = true,
       .run = run_status},
  };
  return kCommands;
}

}  // namespace cairn::cli
