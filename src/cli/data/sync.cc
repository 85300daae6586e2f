// Commands that move data between the cache, remotes and the work tree.
#include "data/ops/sync.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>

#include "cli/data/command.h"
#include "data/errors.h"
#include "data/files/glob.h"
#include "data/ops/checkout.h"
#include "data/ops/import.h"
#include "data/ops/import_objects.h"
#include "data/ops/run_cache.h"
#include "data/repo/stage_files.h"

namespace cairn::cli {
namespace {

struct Count {
  std::string_view state;
  std::size_t files;
};

// "2 files modified and 1 file added"; empty if nothing happened.
std::string summary_of(std::initializer_list<Count> counts) {
  std::vector<std::string> parts;
  for (const auto& [state, files] : counts)
    if (files > 0) parts.push_back(fmt::format("{} file{} {}", files, files > 1 ? "s" : "", state));
  if (parts.size() < 2) return parts.empty() ? "" : parts.front();
  const std::string last = std::move(parts.back());
  parts.pop_back();
  return fmt::format("{} and {}", fmt::join(parts, ", "), last);
}

void list_changes(const data::CheckoutResult& result, DataConsole& console) {
  const auto list = [&console](char letter, const std::vector<std::string>& paths) {
    for (const std::string& path : paths) console.line(fmt::format("{:<8}{}", letter, path));
  };
  list('M', result.modified);
  list('A', result.added);
  list('D', result.deleted);
}

constexpr DataFlag kCheckoutFlags[] = {
    {"targets", Takes::kTexts, "Limit command scope to these tracked files/directories, .dvc files and stage names."},
    {"--summary", Takes::kNothing, "Show summary of the changes."},
    {"-d,--with-deps", Takes::kNothing, "Checkout all dependencies of the specified target."},
    {"-R,--recursive", Takes::kNothing, "Checkout all subdirectories of the specified directory."},
    {"-f,--force", Takes::kNothing, "Do not prompt when removing working directory files."},
    {"--relink", Takes::kNothing, "Recreate links or copies from cache to workspace."},
    {"--allow-missing", Takes::kNothing, "Ignore errors if some of the files or directories are missing."},
};

Result<std::vector<std::string>> targets_of(const DataArguments& arguments) {
  if (arguments.has("glob")) return data::expand_globs(arguments.texts("targets"));
  return arguments.texts("targets");
}

// A word that means nothing may be a file that Git has: DVC points at `git checkout` then.
Result<std::vector<data::StageTarget>> checkout_targets(const DataContext& context) {
  const std::vector<std::string> words = TRY(targets_of(context.arguments));
  auto targets = data::find_targets(*context.repo, words, recursion_of(context.arguments));
  if (targets.ok() || targets.error().position() == Error::kNoPosition) return targets;
  const Error& error = targets.error();
  return Error(error.code(),
               fmt::format("Did you mean `git checkout {}`?: {}", words[error.position()], error.message()));
}

data::CheckoutOptions checkout_options(const DataArguments& arguments) {
  return {.overwrite = arguments.has("force") ? data::Overwrite::kAllFiles : data::Overwrite::kSavedFiles,
          .relink = arguments.has("relink"),
          .remove_unused = arguments.texts("targets").empty()};
}

Result<int> run_checkout(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const auto result = TRY(data::checkout(*context.repo, TRY(checkout_targets(context)), checkout_options(arguments)));
  if (arguments.has("summary")) {
    const auto& [modified, added, deleted] = result.files;
    const std::string summary = summary_of({{"modified", modified}, {"added", added}, {"deleted", deleted}});
    context.console.line(summary.empty() ? "No changes." : summary);
  } else {
    list_changes(result, context.console);
  }
  if (!result.failed.empty() && !arguments.has("allow-missing")) return data::checkout_failed(result);
  if (arguments.has("relink")) context.console.line("Relinked successfully");
  return 0;
}

// ------------------------------------------------------------------------------------------------- with remotes

constexpr DataFlag kScopeFlags[] = {
    {"targets", Takes::kTexts, "Limit command scope to these tracked files/directories, .dvc files and stage names."},
    {"-j,--jobs", Takes::kNumber, "Number of jobs to run simultaneously."},
    {"-r,--remote", Takes::kText, "Remote storage to use"},
    {"-a,--all-branches", Takes::kNothing, "Take the cache of all branches."},
    {"-T,--all-tags", Takes::kNothing, "Take the cache of all tags."},
    {"-A,--all-commits", Takes::kNothing, "Take the cache of all commits."},
    {"-d,--with-deps", Takes::kNothing, "Take the cache of all dependencies of the specified target."},
    {"-R,--recursive", Takes::kNothing, "Take the cache of subdirectories of the specified directory."},
    {"--run-cache", Takes::kNothing, "Take the history of stage runs, too."},
    {"--no-run-cache", Takes::kNothing, "Leave the history of stage runs."},
};

std::string counted(std::string_view state, std::size_t files) {
  const std::string summary = summary_of({{state, files}});
  return summary.empty() ? "Everything is up to date." : summary;
}

void warn_without_remote(const DataContext& context) {
  if (!context.arguments.has("remote") && context.repo->config().text("core", "remote").empty())
    context.console.note("No remote provided and no default remote set.");
}

// Says what is nowhere and what failed, and how many that were.
Status report_transfer(const DataContext& context, const data::SyncResult& result, std::string_view verb) {
  if (!result.missing.empty()) {
    context.console.warning(
        fmt::format("Some of the cache files do not exist neither locally nor on remote. Missing cache files:\n{}",
                    fmt::join(result.missing, "\n")));
  }
  for (const auto& failure : result.transfer.failed) {
    data::JsonWriter json;
    json.begin_object().key("event").string("failed").key("object").string(failure.id.text());
    context.console.event(std::move(json.key("why").string(failure.why).end_object()));
    if (!context.console.has_events())
      context.console.error(fmt::format("failed to transfer '{}' - {}", failure.id.text(), failure.why));
  }
  if (result.transfer.failed.empty()) return {};
  return data::dvc_error(fmt::format("{} files failed to {}", result.transfer.failed.size(), verb));
}

constexpr DataFlag kPushFlags[] = {
    {"--glob", Takes::kNothing, "Allows targets containing shell-style wildcards."},
};

Result<int> run_push(const DataContext& context) {
  const std::size_t runs = context.arguments.has("run-cache")
                               ? TRY(data::push_run_cache(*context.repo, context.arguments.text("remote")))
                               : 0;
  data::SyncResult result = TRY(data::push(*context.repo, TRY(sync_scope(context.arguments))));
  result.transfer.transferred += runs;
  TRY(report_transfer(context, result, "upload"));
  warn_without_remote(context);
  context.console.line(counted("pushed", result.transfer.transferred));
  return 0;
}

Status fetch_runs(const DataContext& context) {
  if (!context.arguments.has("run-cache")) return {};
  (void)TRY(data::fetch_run_cache(*context.repo, context.arguments.text("remote")));
  return {};
}

constexpr DataFlag kFetchFlags[] = {
    {"--max-size", Takes::kNumber, "Fetch data files/directories that are each below specified size (bytes)."},
    {"--type", Takes::kText, "Only fetch data files/directories that are of a particular type (metrics, plots)."},
};

// From remotes, and what was imported from where it was imported.
Result<data::SyncResult> fetch_all(const DataContext& context) {
  const data::SyncScope scope = TRY(sync_scope(context.arguments));
  data::SyncResult result = TRY(data::fetch(*context.repo, scope));
  result.transfer.add(TRY(data::fetch_imports(*context.repo, scope)));
  return result;
}

Result<int> run_fetch(const DataContext& context) {
  TRY(fetch_runs(context));
  const data::SyncResult result = TRY(fetch_all(context));
  TRY(report_transfer(context, result, "download"));
  warn_without_remote(context);
  context.console.line(counted("fetched", result.transfer.transferred));
  return 0;
}

constexpr DataFlag kPullFlags[] = {
    {"--glob", Takes::kNothing, "Allows targets containing shell-style wildcards."},
    {"-f,--force", Takes::kNothing, "Do not prompt when removing working directory files."},
    {"--allow-missing", Takes::kNothing, "Ignore errors if some of the files or directories are missing."},
};

Result<int> run_pull(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  TRY(fetch_runs(context));
  const data::SyncResult fetched = TRY(fetch_all(context));
  TRY(report_transfer(context, fetched, "download"));
  const auto targets = TRY(checkout_targets(context));
  auto result = TRY(data::checkout(*context.repo, targets, checkout_options(arguments)));
  for (const data::StageTarget& target : targets) {
    if (!TRY(data::take_partial_import(*context.repo, target.stage, jobs_of(arguments)))) continue;
    result.added.push_back(context.repo->shown(target.stage.outputs.front()));
    ++result.files.added;
  }
  list_changes(result, context.console);
  warn_without_remote(context);
  const auto& [modified, added, deleted] = result.files;
  const std::string summary = summary_of(
      {{"fetched", fetched.transfer.transferred}, {"modified", modified}, {"added", added}, {"deleted", deleted}});
  context.console.line(summary.empty() ? "Everything is up to date." : summary);
  if (!result.failed.empty() && !arguments.has("allow-missing")) return data::checkout_failed(result);
  return 0;
}

}  // namespace

unsigned jobs_of(const DataArguments& arguments, const std::string& name) {
  constexpr std::int64_t kMost = 256;
  if (!arguments.has(name)) return 0;
  return static_cast<unsigned>(std::clamp<std::int64_t>(arguments.number(name, 1), 1, kMost));
}

Result<data::SyncScope> sync_scope(const DataArguments& arguments) {
  data::SyncScope scope;
  scope.outputs.targets = TRY(targets_of(arguments));
  scope.outputs.recursion = recursion_of(arguments);
  scope.outputs.history.all_branches = arguments.has("all-branches");
  scope.outputs.history.all_tags = arguments.has("all-tags");
  scope.outputs.history.all_commits = arguments.has("all-commits");
  scope.remote = arguments.text("remote");
  scope.jobs = jobs_of(arguments);
  scope.types = arguments.texts("type");
  for (const std::string& type : scope.types)
    if (type != "metrics" && type != "plots")
      return Error(ErrorCode::kInvalidParameterValue,
                   fmt::format("argument --type: invalid choice: '{}' (choose from 'metrics', 'plots')", type));
  if (arguments.has("max-size")) scope.max_size = arguments.number("max-size", 0);
  return scope;
}

std::span<const DataCommand> data_sync_commands() {
  static constexpr DataCommand kCommands[] = {
      {.name = "checkout",
       .help = "Checkout data files from cache.",
       .flags = kCheckoutFlags,
       .needs = Needs::kLockedRepository,
       .takes_long = true,
       .run = run_checkout},
      {.name = "push",
       .help = "Upload tracked files or directories to remote storage.",
       .flags = kPushFlags,
       .shared_flags = kScopeFlags,
       .needs = Needs::kLockedRepository,
       .answers = Answers::kDvcErrors,
       .failure = "failed to push data to the cloud",
       .takes_long = true,
       .run = run_push},
      {.name = "fetch",
       .help = "Download files or directories from remote storage to the cache.",
       .flags = kFetchFlags,
       .shared_flags = kScopeFlags,
       .needs = Needs::kLockedRepository,
       .answers = Answers::kDvcErrors,
       .failure = "failed to fetch data from the cloud",
       .takes_long = true,
       .run = run_fetch},
      {.name = "pull",
       .help = "Download tracked files or directories from remote storage.",
       .flags = kPullFlags,
       .shared_flags = kScopeFlags,
       .needs = Needs::kLockedRepository,
       .answers = Answers::kDvcErrors,
       .failure = "failed to pull data from the cloud",
       .takes_long = true,
       .run = run_pull},
  };
  return kCommands;
}

}  // namespace cairn::cli
