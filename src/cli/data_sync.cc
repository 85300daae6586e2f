// Commands that move data between the cache, remotes and the work tree.
#include <fmt/format.h>

#include "cli/data_command.h"
#include "data/errors.h"
#include "data/ops/checkout.h"
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

// A word that means nothing may be a file that Git has: DVC points at `git checkout` then.
Result<std::vector<data::StageTarget>> checkout_targets(const DataContext& context) {
  const std::vector<std::string> words = context.arguments.texts("targets");
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

constexpr DataCommand kCommands[] = {
    {.name = "checkout",
     .help = "Checkout data files from cache.",
     .flags = kCheckoutFlags,
     .needs = Needs::kLockedRepository,
     .run = run_checkout},
};

}  // namespace

std::span<const DataCommand> data_sync_commands() { return kCommands; }

}  // namespace cairn::cli
