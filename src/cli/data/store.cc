// Commands that keep the store in order: gc, fsck, cache migrate.
#include <chrono>
#include <ctime>
#include <fmt/format.h>

#include "cli/data/command.h"
#include "data/errors.h"
#include "data/files/paths.h"
#include "data/ops/fsck.h"
#include "data/ops/gc.h"
#include "data/ops/migrate.h"

namespace cairn::cli {
namespace {

constexpr DataFlag kGcFlags[] = {
    {"-w,--workspace", Takes::kNothing, "Keep data files used in the current workspace."},
    {"--rev", Takes::kText, "Keep data files used in the specified <commit>."},
    {"-n,--num", Takes::kNumber, "Keep data files used in the last `num` commits starting from the `--rev` <commit>."},
    {"-a,--all-branches", Takes::kNothing, "Keep data files for the tips of all Git branches."},
    {"-T,--all-tags", Takes::kNothing, "Keep data files for all Git tags."},
    {"-A,--all-commits", Takes::kNothing, "Keep data files for all Git commits."},
    {"--date", Takes::kText, "Keep cached data referenced in the commits after (inclusive) a certain time."},
    {"--all-experiments", Takes::kNothing, "Keep data files for all experiments."},
    {"--not-in-remote", Takes::kNothing, "Keep data files that are not present in the remote."},
    {"-c,--cloud", Takes::kNothing, "Collect garbage in remote storage in addition to local cache."},
    {"-r,--remote", Takes::kText, "Remote storage to collect garbage in"},
    {"--skip-failed", Takes::kNothing, "Skip revisions that fail when collected."},
    {"-f,--force", Takes::kNothing, "Force garbage collection - automatically agree to all prompts."},
    {"-j,--jobs", Takes::kNumber, "Number of jobs to run simultaneously."},
    {"-p,--projects", Takes::kTexts, "Keep data files required by these projects."},
    {"--dry", Takes::kNothing, "Only print what would get removed without actually removing."},
};

Status check(const DataArguments& arguments) {
  constexpr const char* kScopes[] = {"workspace",       "rev",  "all-branches", "all-tags", "all-commits",
                                     "all-experiments", "date", "num"};
  const bool cloud = arguments.has("cloud"), not_in_remote = arguments.has("not-in-remote");
  if (cloud && not_in_remote) return data::dvc_error("`--not-in-remote` and `--cloud` are mutually exclusive");
  if (std::ranges::none_of(kScopes, [&](const char* name) { return arguments.has(name); }))
    return data::dvc_error(
        "Either of `-w|--workspace`, `-a|--all-branches`, `-T|--all-tags` `--all-experiments`, `--all-commits`, "
        "`--date` or `--rev` needs to be set.");
  if (arguments.number("num", 0) != 0 && !arguments.has("rev") && !arguments.has("all-branches"))
    return data::dvc_error("`--num` can only be used alongside `--rev` or `--all-branches`");
  return {};
}

// What is going to be kept, in words.
std::string described_scope(const DataArguments& arguments) {
  const std::int64_t given = arguments.number("num", 0);
  const std::string last = given != 0 ? std::to_string(given) : arguments.has("rev") ? "1" : "";
  const bool branches = arguments.has("all-branches"), tags = arguments.has("all-tags");
  std::string text = "This will remove all cache except items used in the workspace";
  if (arguments.has("all-commits")) {
    text += " and all git commits";
  } else {
    const std::string all_branches =
        last.empty() ? " and all git branches" : fmt::format(" and last {} commits from all git branches", last);
    if (branches) text += all_branches;
    if (tags) text += branches && last.empty() ? " and tags" : " and all git tags";
    if (arguments.has("date")) text += fmt::format(" and all git commits before date {}", arguments.text("date"));
    if (arguments.has("rev")) text += fmt::format(" and last {} commits from {}", last, arguments.text("rev"));
  }
  if (arguments.has("all-experiments")) text += " and all experiments";
  if (arguments.has("not-in-remote")) text += " that are not present in the DVC remote";
  if (!arguments.has("projects")) return text + " of the current repo.";
  text += " of the current and the following repos:";
  for (const std::string& path : arguments.texts("projects")) text += "\n  - " + data::absolute_path(path);
  return text;
}

// "2024-1-4" as "2024-01-04": what Git can't read as a date, it takes for today.
Result<std::string> date_of(const std::string& text) {
  std::tm parsed{};
  const char* end = ::strptime(text.c_str(), "%Y-%m-%d", &parsed);
  const std::chrono::year_month_day date(std::chrono::year(parsed.tm_year + 1900),
                                         std::chrono::month(static_cast<unsigned>(parsed.tm_mon + 1)),
                                         std::chrono::day(static_cast<unsigned>(parsed.tm_mday)));
  if (!end || *end != '\0' || !date.ok())
    return data::plain_error(fmt::format("'{}' is no date of the form YYYY-MM-DD", text));
  return fmt::format("{:04}-{:02}-{:02}", parsed.tm_year + 1900, parsed.tm_mon + 1, parsed.tm_mday);
}

Result<data::GcOptions> options_of(const DataArguments& arguments) {
  data::GcOptions options;
  options.history.all_branches = arguments.has("all-branches");
  options.history.all_tags = arguments.has("all-tags");
  options.history.all_commits = arguments.has("all-commits");
  options.history.all_experiments = arguments.has("all-experiments");
  if (arguments.has("rev")) options.history.revisions.push_back(arguments.text("rev"));
  options.history.last = arguments.number("num", 1);
  if (arguments.has("date")) options.history.since = TRY(date_of(arguments.text("date")));
  for (const std::string& path : arguments.texts("projects")) options.others.push_back(data::absolute_path(path));
  options.cloud = arguments.has("cloud");
  options.not_in_remote = arguments.has("not-in-remote");
  options.remote = arguments.text("remote");
  options.dry = arguments.has("dry");
  options.force = arguments.has("force") || arguments.has("skip-failed");
  return options;
}

std::string count_with_size(const std::vector<data::GcStore>& stores) {
  std::size_t count = 0;
  std::uint64_t bytes = 0;
  for (const data::GcStore& store : stores) {
    count += store.removed.size();
    bytes += store.bytes;
  }
  return fmt::format("{} objects, {}B", count, natural_size(static_cast<std::int64_t>(bytes)));
}

void report_store(const DataContext& context, const data::GcStore& store) {
  DataConsole& console = context.console;
  if (context.arguments.has("dry")) {
    for (const auto& [place, bytes] : store.removed)
      console.line(context.is_dvc
                       ? "Removing " + place
                       : fmt::format("Removing {} ({}B)", place, natural_size(static_cast<std::int64_t>(bytes))));
  }
  const std::size_t count = store.removed.size();
  if (store.name.empty())
    console.line(count > 0 ? fmt::format("Removed {} objects from remote.", count)
                           : "No unused cache to remove from remote.");
  else
    console.line(count > 0 ? fmt::format("Removed {} objects from {} cache.", count, store.name)
                           : fmt::format("No unused '{}' cache to remove.", store.name));
}

Result<int> run_gc(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  DataConsole& console = context.console;
  TRY(check(arguments));
  console.warning(described_scope(arguments));
  data::GcOptions options = TRY(options_of(arguments));
  const bool is_sure = arguments.has("force") || arguments.has("dry");
  const bool says_sizes = !context.is_dvc || DataConsole::is_terminal();
  if (!is_sure) {
    options.dry = true;
    if (says_sizes)
      console.note("That would be " + count_with_size(TRY(data::collect_garbage(*context.repo, options))) + ".");
    if (!console.confirm("Are you sure you want to proceed?", DataConsole::Ask::kAlways)) return 1;
    options.dry = false;
  }
  const std::vector<data::GcStore> stores = TRY(data::collect_garbage(*context.repo, options));
  for (const data::GcStore& store : stores) report_store(context, store);
  if (says_sizes) console.note((options.dry ? "That would free " : "Freed ") + count_with_size(stores) + ".");
  return 0;
}

constexpr DataFlag kFsckFlags[] = {
    {"-c,--cloud", Takes::kNothing, "Check the remote instead of the cache."},
    {"-r,--remote", Takes::kText, "Remote storage to check, or to repair from"},
    {"--repair", Takes::kNothing, "Replace what is corrupt in the one by what is sound in the other."},
};

Result<int> run_fsck(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  DataConsole& console = context.console;
  data::FsckOptions options;
  if (arguments.has("cloud")) options.where = data::FsckOptions::Where::kRemote;
  options.remote = arguments.text("remote");
  options.repair = arguments.has("repair");
  const data::FsckResult result = TRY(data::fsck(*context.repo, options));
  for (const auto& finding : result.findings) {
    if (!console.has_events()) {
      console.line(fmt::format("{}: {}{}", finding.place, finding.problem, finding.repaired ? " (repaired)" : ""));
      continue;
    }
    data::JsonWriter json;
    json.begin_object().key("event").string("corrupt").key("place").string(finding.place);
    json.key("problem").string(finding.problem).key("repaired").boolean(finding.repaired).end_object();
    console.event(std::move(json));
  }
  const std::size_t left = result.findings.size() - result.repaired();
  console.line(fmt::format("Checked {} objects, {}B: {} corrupt or incomplete, {} repaired.", result.objects,
                           natural_size(static_cast<std::int64_t>(result.bytes)), result.findings.size(),
                           result.repaired()));
  return left > 0 ? 1 : 0;
}

constexpr DataFlag kMigrateFlags[] = {
    {"--dvc-files", Takes::kNothing,
     "Migrate entries in all existing DVC files in the repository to the DVC 3.0 format."},
    {"--dry", Takes::kNothing, "Only print actions which would be taken without actually migrating any data."},
};

Result<int> run_migrate(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  DataConsole& console = context.console;
  data::Repo& repo = *context.repo;
  const bool is_dry = arguments.has("dry");
  if (is_dry)
    console.line(fmt::format("{} files will be re-hashed and migrated to the DVC 3.0 cache location.",
                             TRY(data::count_legacy_objects(repo))));
  else
    console.line(fmt::format("Migrated {} files to DVC 3.0 cache location.", TRY(data::migrate_objects(repo))));
  if (!arguments.has("dvc-files")) return 0;
  const std::vector<std::string> files = TRY(data::legacy_stage_files(repo));
  if (files.empty()) console.line("No DVC files in the repo to migrate to the 3.0 format.");
  if (files.empty()) return 0;
  if (is_dry) {
    console.line("Entries in following DVC files will be migrated to the 3.0 format:");
    for (const std::string& file : files) console.line("\t" + file);
    return 0;
  }
  TRY(data::migrate_stage_files(
      repo, [&console](const std::string& file) { console.line(fmt::format("Updating DVC file '{}'", file)); }));
  return 0;
}

}  // namespace

std::span<const DataCommand> data_store_commands() {
  static constexpr DataCommand kCommands[] = {
      {.name = "gc",
       .help = "Garbage collect unused objects from cache or remote storage.",
       .flags = kGcFlags,
       .needs = Needs::kLockedRepository,
       .run = run_gc},
      {.name = "fsck",
       .help = "Hash all objects of the cache or a remote, and repair the one from the other.",
       .flags = kFsckFlags,
       .needs = Needs::kLockedRepository,
       .takes_long = true,
       .run = run_fsck},
      {.name = "cache migrate",
       .help = "Migrate cached files to the DVC 3.0 cache location.",
       .flags = kMigrateFlags,
       .needs = Needs::kLockedRepository,
       .takes_long = true,
       .run = run_migrate},
  };
  return kCommands;
}

}  // namespace cairn::cli
