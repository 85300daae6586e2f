// Commands that take data under control, record changes, or let it go.
#include <fmt/format.h>

#include "cli/data/command.h"
#include "data/errors.h"
#include "data/files/glob.h"
#include "data/ops/add.h"
#include "data/ops/commit.h"
#include "data/ops/import.h"
#include "data/ops/stage_edit.h"

namespace cairn::cli {
namespace {

constexpr DataFlag kAddFlags[] = {
    {"targets", Takes::kTexts, "Input files/directories to add.", true},
    {"--no-commit", Takes::kNothing, "Don't put files/directories into cache."},
    {"--glob", Takes::kNothing, "Allows targets containing shell-style wildcards."},
    {"-f,--force", Takes::kNothing, "Override local file or folder if exists."},
    {"--no-relink", Takes::kNothing, "Don't recreate links from cache to workspace."},
    {"-o,--out", Takes::kText, "Destination path to put files to."},
    {"--to-remote", Takes::kNothing, "Add the target directly to the remote, without it being here."},
    {"-r,--remote", Takes::kText, "Remote storage to add it to"},
    {"--remote-jobs", Takes::kNumber, "Number of jobs to run simultaneously, with --to-remote."},
};

// What is elsewhere goes into a remote, or comes here under another name. False for ordinary targets.
Result<bool> add_from_elsewhere(const DataContext& context, std::vector<std::string>& targets) {
  const DataArguments& arguments = context.arguments;
  const bool to_remote = arguments.has("to-remote");
  for (const char* option : {"remote", "remote-jobs"})
    if (!to_remote && arguments.has(option))
      return data::dvc_error(fmt::format("--{} can't be used without --to-remote", option));
  if (to_remote && arguments.has("no-commit"))
    return data::dvc_error("--no-commit option can't be used with --to-remote");
  const unsigned jobs = jobs_of(arguments, "remote-jobs");
  if (!to_remote && !arguments.has("out")) return false;
  if (targets.size() != 1)
    return data::dvc_error(fmt::format("multiple targets can't be used with {}", to_remote ? "--to-remote" : "--out"));
  const std::string from = targets.front();
  const std::string target = TRY(data::resolve_target(from, arguments.text("out"), arguments.has("force")));
  if (to_remote) {
    TRY(data::add_to_remote(*context.repo, from, target, arguments.text("remote"), jobs));
    return true;
  }
  TRY(data::fetch_for_add(*context.repo, from, target, jobs));
  targets = {target};
  return false;
}

Result<int> run_add(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  std::vector<std::string> targets = arguments.texts("targets");
  if (arguments.has("glob")) targets = TRY(data::expand_globs(targets));
  if (TRY(add_from_elsewhere(context, targets))) return 0;
  TRY(data::add(*context.repo, targets,
                {.commit = !arguments.has("no-commit"), .relink = !arguments.has("no-relink")}));
  return 0;
}

// For commands that go on with, or stop at, the target that failed, and name it.
template <class Run>
Result<bool> answered(const DataContext& context, std::string_view failure, Run run) {
  Status done = run();
  if (done.ok()) return true;
  if (!data::is_dvc_error(done.error())) return std::move(done).error();
  context.console.error(failure.empty() ? done.error().message()
                                        : fmt::format("{} - {}", failure, done.error().message()));
  return false;
}

constexpr DataFlag kCommitFlags[] = {
    {"targets", Takes::kTexts, "Limit command scope to these tracked files/directories, .dvc files and stage names."},
    {"-f,--force", Takes::kNothing, "Commit data even if hash values for dependencies or outputs did not change."},
    {"-d,--with-deps", Takes::kNothing, "Commit all dependencies of the specified target."},
    {"-R,--recursive", Takes::kNothing, "Commit cache for subdirectories of the specified directory."},
    {"--no-relink", Takes::kNothing, "Don't recreate links from cache to workspace."},
};

Result<int> run_commit(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const auto commit = [&](const std::vector<std::string>& words) -> Status {
    return data::commit(*context.repo, TRY(data::find_targets(*context.repo, words, recursion_of(arguments))),
                        {.force = arguments.has("force"),
                         .relink = !arguments.has("no-relink"),
                         .confirm = [&](const std::string& question) { return context.console.confirm(question); }});
  };
  const std::vector<std::string> words = arguments.texts("targets");
  if (words.empty()) return TRY(answered(context, "failed to commit", [&] { return commit({}); })) ? 0 : 1;
  for (const std::string& word : words)
    if (!TRY(answered(context, "failed to commit " + word, [&] { return commit({word}); }))) return 1;
  return 0;
}

constexpr DataFlag kRemoveFlags[] = {
    {"targets", Takes::kTexts, ".dvc files or stages from dvc.yaml to remove.", true},
    {"--outs", Takes::kNothing, "Remove outputs as well."},
};

Result<int> run_remove(const DataContext& context) {
  const auto outputs = context.arguments.has("outs") ? data::Outputs::kGo : data::Outputs::kStay;
  for (const std::string& word : context.arguments.texts("targets"))
    TRY(data::remove_stage(*context.repo, word, outputs));
  return 0;
}

constexpr DataFlag kMoveFlags[] = {
    {"src", Takes::kText, "Source path to a data file or directory.", true},
    {"dst", Takes::kText, "Destination path.", true},
};

Result<int> run_move(const DataContext& context) {
  const std::string from = context.arguments.text("src"), to = context.arguments.text("dst");
  const bool moved = TRY(answered(context, fmt::format("failed to move '{}' -> '{}'", from, to),
                                  [&] { return data::move_output(*context.repo, from, to); }));
  return moved ? 0 : 1;
}

constexpr DataFlag kFreezeFlags[] = {{"targets", Takes::kTexts, "Stages or .dvc files", true}};

Result<int> set_frozen(const DataContext& context, data::Frozen frozen) {
  const std::string_view what = frozen == data::Frozen::kYes ? "freeze" : "unfreeze";
  int status = 0;
  for (const std::string& word : context.arguments.texts("targets")) {
    const bool done = TRY(answered(context, fmt::format("failed to {} '{}'", what, word),
                                   [&] { return data::set_frozen(*context.repo, word, frozen); }));
    if (!done) status = 1;
  }
  return status;
}

Result<int> run_freeze(const DataContext& context) { return set_frozen(context, data::Frozen::kYes); }
Result<int> run_unfreeze(const DataContext& context) { return set_frozen(context, data::Frozen::kNo); }

constexpr DataFlag kUnprotectFlags[] = {{"targets", Takes::kTexts, "Data files/directories to unprotect.", true}};

Result<int> run_unprotect(const DataContext& context) {
  for (const std::string& word : context.arguments.texts("targets")) {
    const bool done =
        TRY(answered(context, fmt::format("failed to unprotect '{}'", word), [&] { return data::unprotect(word); }));
    if (!done) return 1;
  }
  return 0;
}

constexpr std::string_view kRemoveAliases[] = {"rm"};
constexpr std::string_view kMoveAliases[] = {"mv"};

}  // namespace

std::span<const DataCommand> data_track_commands() {
  static constexpr DataCommand kCommands[] = {
      {.name = "add",
       .help = "Track data files or directories with DVC.",
       .flags = kAddFlags,
       .needs = Needs::kLockedRepository,
       .answers = Answers::kDvcAndMissingFiles,
       .hints = true,
       .takes_long = true,
       .run = run_add},
      {.name = "commit",
       .help = "Record changes to files or directories tracked by DVC by storing the current versions in the cache.",
       .flags = kCommitFlags,
       .needs = Needs::kLockedRepository,
       .run = run_commit},
      {.name = "remove",
       .help = "Remove stages from dvc.yaml and/or stop tracking files or directories.",
       .flags = kRemoveFlags,
       .needs = Needs::kLockedRepository,
       .answers = Answers::kDvcErrors,
       .run = run_remove,
       .aliases = kRemoveAliases},
      {.name = "move",
       .help = "Rename or move a DVC controlled data file or a directory.",
       .flags = kMoveFlags,
       .needs = Needs::kLockedRepository,
       .hints = true,
       .run = run_move,
       .aliases = kMoveAliases},
      {.name = "freeze",
       .help = "Freeze stages or .dvc files.",
       .flags = kFreezeFlags,
       .needs = Needs::kLockedRepository,
       .run = run_freeze},
      {.name = "unfreeze",
       .help = "Unfreeze stages or .dvc files.",
       .flags = kFreezeFlags,
       .needs = Needs::kLockedRepository,
       .run = run_unfreeze},
      {.name = "unprotect",
       .help = "Unprotect tracked files or directories (when hardlinks or symlinks have been enabled with `dvc config "
               "cache.type`).",
       .flags = kUnprotectFlags,
       .run = run_unprotect},
  };
  return kCommands;
}

}  // namespace cairn::cli
