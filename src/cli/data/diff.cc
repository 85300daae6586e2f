// Commands that compare states of what is tracked: diff, data status.
#include <algorithm>
#include <fmt/format.h>

#include "cli/data/command.h"
#include "data/errors.h"
#include "data/files/paths.h"
#include "data/format/json.h"
#include "data/ops/data_status.h"
#include "data/repo/history.h"

namespace cairn::cli {
namespace {

using data::Change;
using data::Difference;
using data::JsonWriter;
using data::shown_path;

// ------------------------------------------------------------------------------------------------- diff

struct DiffEntry {
  std::string old_path, path;  // old_path only of what was renamed
  std::string old_hash, hash;  // old_hash only of what was modified
};

struct DiffGroup {
  std::string_view name;
  std::string_view title;
  std::vector<DiffEntry> entries = {};
};

using Diff = std::vector<DiffGroup>;

enum : std::size_t { kAdded, kDeleted, kModified, kRenamed, kNotInCache };

std::string hash_of(const std::optional<data::TrackedItem>& item) { return item && item->id ? item->id->text() : ""; }

Diff sort_out(const data::Repo& repo, const std::vector<Change>& changes, bool with_missing) {
  Diff diff{{"added", "Added"},
            {"deleted", "Deleted"},
            {"modified", "Modified"},
            {"renamed", "Renamed"},
            {"not in cache", "Not in cache"}};
  for (const Change& change : changes) {
    const std::string old_hash = hash_of(change.before), hash = hash_of(change.after);
    switch (change.difference) {
      case Difference::kAdded:
        diff[kAdded].entries.push_back({"", shown_path(*change.after), "", hash});
        break;
      case Difference::kDeleted:
        diff[kDeleted].entries.push_back({"", shown_path(*change.before), "", old_hash});
        break;
      case Difference::kModified:
        diff[kModified].entries.push_back({"", shown_path(*change.before), old_hash, hash});
        break;
      case Difference::kRenamed:
        diff[kRenamed].entries.push_back({shown_path(*change.before), shown_path(*change.after), "", old_hash});
        break;
      case Difference::kUnchanged:
      case Difference::kUnknown:
        break;
    }
    const bool is_missing = with_missing && change.before && change.before->id &&
                            !repo.cache_of(change.before->kind).has(*change.before->id);
    if (is_missing) diff[kNotInCache].entries.push_back({"", shown_path(*change.before), "", old_hash});
  }
  for (DiffGroup& group : diff)
    std::ranges::sort(group.entries, {},
                      [](const DiffEntry& entry) { return entry.old_path.empty() ? entry.path : entry.old_path; });
  return diff;
}

struct DiffLook {
  bool hashes = false;
  bool missing = true;  // what is not in the cache
};

std::string short_hash(const DiffEntry& entry) {
  const std::string hash = entry.hash.substr(0, 8);
  return entry.old_hash.empty() ? hash : fmt::format("{}..{}", entry.old_hash.substr(0, 8), hash);
}

std::string shown_entry(const DiffEntry& entry) {
  return entry.old_path.empty() ? entry.path : fmt::format("{} -> {}", entry.old_path, entry.path);
}

void write_json(const Diff& diff, const DiffLook& look, DataConsole& console) {
  const auto pair = [](JsonWriter& json, const std::string& old, const std::string& now) {
    if (old.empty()) {
      json.string(now);
      return;
    }
    json.begin_object().key("old").string(old).key("new").string(now).end_object();
  };
  JsonWriter json = DataConsole::json();
  json.begin_object();
  const bool is_empty = std::ranges::all_of(diff, [](const DiffGroup& group) { return group.entries.empty(); });
  for (const DiffGroup& group : diff) {
    if (is_empty || (!look.missing && &group == &diff[kNotInCache])) continue;
    json.key(group.name).begin_array();
    for (const DiffEntry& entry : group.entries) {
      json.begin_object();
      pair(json.key("path"), entry.old_path, entry.path);
      if (look.hashes) pair(json.key("hash"), entry.old_hash, entry.hash);
      json.end_object();
    }
    json.end_array();
  }
  console.line(json.end_object().take());
}

// The order in which tables and lists show the groups.
std::vector<const DiffGroup*> shown_groups(const Diff& diff, const DiffLook& look) {
  std::vector<const DiffGroup*> groups;
  for (const std::size_t index : {kAdded, kDeleted, kRenamed, kModified, kNotInCache})
    if (index != kNotInCache || look.missing) groups.push_back(&diff[index]);
  return groups;
}

void write_markdown(const Diff& diff, const DiffLook& look, DataConsole& console) {
  std::vector<std::vector<std::string>> rows{look.hashes ? std::vector<std::string>{"Status", "Hash", "Path"}
                                                         : std::vector<std::string>{"Status", "Path"}};
  for (const DiffGroup* group : shown_groups(diff, look)) {
    for (const DiffEntry& entry : group->entries) {
      std::vector<std::string> row{std::string(group->name), shown_entry(entry)};
      if (look.hashes) row.insert(row.begin() + 1, short_hash(entry));
      rows.push_back(std::move(row));
    }
  }
  console.markdown_table(rows);
}

void write_list(const Diff& diff, const DiffLook& look, DataConsole& console) {
  std::vector<std::string> summary;
  for (const DiffGroup* group : shown_groups(diff, look)) {
    if (group->entries.empty()) continue;
    console.line(fmt::format("{}:", group->title));
    std::size_t files = 0;
    for (const DiffEntry& entry : group->entries) {
      const std::string path = shown_entry(entry);
      if (!path.ends_with('/')) ++files;
      console.line(look.hashes ? fmt::format("    {}  {}", short_hash(entry), path) : fmt::format("    {}", path));
    }
    console.line("");
    if (files > 0) summary.push_back(fmt::format("{} {}", files, group->name));
  }
  if (!summary.empty()) console.line(fmt::format("files summary: {}", fmt::join(summary, ", ")));
}

constexpr DataFlag kDiffFlags[] = {
    {"a_rev", Takes::kText, "Old Git commit to compare (defaults to HEAD)"},
    {"b_rev", Takes::kText, "New Git commit to compare (defaults to the current workspace)"},
    {"--targets", Takes::kTexts, "Specific DVC-tracked files to compare. Accepts one or more file paths."},
    {"--json", Takes::kNothing, "Format the output into a JSON"},
    {"--show-hash", Takes::kNothing, "Display hash value for each entry"},
    {"--md", Takes::kNothing, "Show tabulated output in the Markdown format (GFM)."},
    {"--hide-missing", Takes::kNothing, "Hide missing cache file status."},
};

// The targets as paths below the repository's root.
std::vector<std::string> target_paths(const data::Repo& repo, const std::vector<std::string>& words) {
  std::vector<std::string> paths;
  for (const std::string& word : words) paths.push_back(data::relative_path(data::absolute_path(word), repo.root()));
  return paths;
}

bool holds(const data::TrackedState& state, const std::string& path) {
  return std::ranges::any_of(state.items, [&path](const auto& item) { return item.path == path; });
}

Result<Diff> diff_of(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  data::Repo& repo = *context.repo;
  if (repo.git() && !data::has_commits(repo)) return Diff();
  const auto state_at = [&repo](const std::string& revision) -> Result<data::TrackedState> {
    return data::declared_state(repo, TRY(data::stages_at(repo, TRY(data::resolve_revision(repo, revision)))),
                                data::Depth::kFiles);
  };
  const std::vector<std::string> targets = target_paths(repo, arguments.texts("targets"));
  data::TrackedState before = TRY(state_at(arguments.text("a_rev", "HEAD")));
  data::TrackedState after = arguments.has("b_rev")
                                 ? TRY(state_at(arguments.text("b_rev")))
                                 : TRY(data::work_tree_items(repo, TRY(repo.stages()), data::Depth::kFiles));
  for (std::size_t i = 0; i < targets.size(); ++i)
    if (!holds(before, targets[i]) && !holds(after, targets[i]))
      return data::os_error(ENOENT, arguments.texts("targets")[i]);
  keep_only(targets, before);
  keep_only(targets, after);
  return sort_out(repo, data::compare(before, after), !arguments.has("b_rev"));
}

Result<int> run_diff(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const DiffLook look{.hashes = arguments.has("show-hash"),
                      .missing = !arguments.has("b_rev") && !arguments.has("hide-missing")};
  const Diff diff = TRY(diff_of(context));
  if (diff.empty()) {
    if (arguments.has("json")) context.console.line("{}");
    return 0;
  }
  if (arguments.has("json"))
    write_json(diff, look, context.console);
  else if (arguments.has("md"))
    write_markdown(diff, look, context.console);
  else
    write_list(diff, look, context.console);
  return 0;
}

// ------------------------------------------------------------------------------------------------- data status

constexpr std::pair<Difference, std::string_view> kStates[] = {{Difference::kModified, "modified"},
                                                               {Difference::kAdded, "added"},
                                                               {Difference::kDeleted, "deleted"},
                                                               {Difference::kRenamed, "renamed"},
                                                               {Difference::kUnknown, "unknown"}};

std::string shown_change(const Change& change) {
  if (change.difference == Difference::kRenamed)
    return fmt::format("{} -> {}", shown_path(*change.before), shown_path(*change.after));
  // A deleted one's content is gone; a changed one is what it is now.
  return shown_path(change.after && change.after->id ? *change.after : *change.before);
}

struct Section {
  std::string_view name;
  std::string_view title;
  std::vector<std::string_view> hints;
  std::vector<Change> changes = {};
  std::vector<std::string> paths = {};
};

std::vector<Section> sections_of(data::DataStatus status, const DataArguments& arguments) {
  std::vector<Section> sections;
  sections.push_back({"not_in_cache",
                      "Not in cache",
                      {"use \"dvc fetch <file>...\" to download files"},
                      {},
                      std::move(status.not_in_cache)});
  sections.push_back({"not_in_remote",
                      "Not in remote",
                      {"use \"dvc push <file>...\" to upload files"},
                      {},
                      std::move(status.not_in_remote)});
  sections.push_back({"committed",
                      "DVC committed changes",
                      {"git commit the corresponding dvc files to update the repo"},
                      std::move(status.committed)});
  sections.push_back(
      {"uncommitted",
       "DVC uncommitted changes",
       {"use \"dvc commit <file>...\" to track changes", "use \"dvc checkout <file>...\" to discard changes"},
       std::move(status.uncommitted)});
  sections.push_back({"untracked",
                      "Untracked files",
                      {"use \"git add <file> ...\" or \"dvc add <file>...\" to commit to git or to dvc"},
                      {},
                      std::move(status.untracked)});
  if (arguments.has("unchanged"))
    sections.push_back({"unchanged", "DVC unchanged files", {}, {}, std::move(status.unchanged)});
  std::erase_if(sections, [](const Section& section) { return section.changes.empty() && section.paths.empty(); });
  return sections;
}

void write_json(const Section& section, JsonWriter& json) {
  json.key(section.name);
  if (!section.paths.empty()) {
    json.begin_array();
    for (const std::string& path : section.paths) json.string(path);
    json.end_array();
    return;
  }
  json.begin_object();
  for (const auto& [difference, name] : kStates) {
    const auto fits = [wanted = difference](const Change& change) { return change.difference == wanted; };
    if (std::ranges::none_of(section.changes, fits)) continue;
    json.key(name).begin_array();
    for (const Change& change : section.changes) {
      if (!fits(change)) continue;
      if (difference == Difference::kRenamed)
        json.begin_object()
            .key("old")
            .string(shown_path(*change.before))
            .key("new")
            .string(shown_path(*change.after))
            .end_object();
      else
        json.string(shown_change(change));
    }
    json.end_array();
  }
  json.end_object();
}

void write_text(const Section& section, DataConsole& console) {
  console.line(fmt::format("{}:", section.title));
  for (const std::string_view hint : section.hints) console.line(fmt::format("  ({})", hint));
  for (const std::string& path : section.paths) console.line(fmt::format("        {}", path));
  for (const auto& [difference, name] : kStates)
    for (const Change& change : section.changes)
      if (change.difference == difference) console.line(fmt::format("        {}: {}", name, shown_change(change)));
}

constexpr DataFlag kDataStatusFlags[] = {
    {"targets", Takes::kTexts, "Limit command scope to these tracked files/directories, .dvc files and stage names."},
    {"--json", Takes::kNothing, "Show output in JSON format."},
    {"--granular", Takes::kNothing, "Show granular file-level info for DVC-tracked directories."},
    {"--unchanged", Takes::kNothing, "Show unmodified DVC-tracked files."},
    {"--untracked-files", Takes::kOptionalText, "Show untracked files."},
    {"-r,--remote", Takes::kText, "Remote storage to check (only applicable with --not-in-remote)."},
    {"--not-in-remote", Takes::kNothing, "Show files not in remote."},
    {"--no-remote-refresh", Takes::kNothing, "Use cached remote index (don't check remote)."},
};

Result<int> run_data_status(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const std::string untracked = arguments.text("untracked-files", arguments.has("untracked-files") ? "all" : "no");
  if (untracked != "no" && untracked != "all") {
    return Error(ErrorCode::kInvalidParameterValue,
                 fmt::format("argument --untracked-files: invalid choice: '{}' (choose from 'no', 'all')", untracked));
  }
  data::DataStatus status = TRY(data::data_status(
      *context.repo, {.targets = target_paths(*context.repo, arguments.texts("targets")),
                      .depth = arguments.has("granular") ? data::Depth::kFiles : data::Depth::kOutputs,
                      .not_in_remote = arguments.has("not-in-remote"),
                      .remote = arguments.text("remote"),
                      .untracked_files = untracked == "all"}));
  const bool in_empty_repository = !status.has_commits, git_has_changes = status.git_has_changes;
  const std::vector<Section> sections = sections_of(std::move(status), arguments);
  if (arguments.has("json")) {
    JsonWriter json = DataConsole::json();
    json.begin_object();
    for (const Section& section : sections) write_json(section, json);
    context.console.line(json.end_object().take());
    return 0;
  }
  if (sections.empty()) context.console.line(in_empty_repository ? "No changes in an empty git repo." : "No changes.");
  for (const Section& section : sections) {
    if (&section != sections.data()) context.console.line("");
    write_text(section, context.console);
  }
  if (git_has_changes)
    context.console.line(fmt::format("(there are {}changes not tracked by dvc, use \"git status\" to see)",
                                     sections.empty() ? "" : "other "));
  return 0;
}

}  // namespace

std::span<const DataCommand> data_diff_commands() {
  static constexpr DataCommand kCommands[] = {
      {.name = "diff",
       .help =
           "Show added, modified, or deleted data between commits in the DVC repository, or between a commit and the "
           "workspace.",
       .flags = kDiffFlags,
       .answers = Answers::kDvcErrors,
       .failure = "failed to get diff",
       .run = run_diff},
      {.name = "data status",
       .help = "Show changes between the last git commit, the dvcfiles and the workspace.",
       .flags = kDataStatusFlags,
       .run = run_data_status},
  };
  return kCommands;
}

}  // namespace cairn::cli
