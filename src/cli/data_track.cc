// Commands that take data under control, or let it go.
#include "cli/data_command.h"
#include "data/ops/add.h"

namespace cairn::cli {
namespace {

constexpr DataFlag kAddFlags[] = {
    {"targets", Takes::kTexts, "Input files/directories to add.", true},
    {"--no-commit", Takes::kNothing, "Don't put files/directories into cache."},
    {"--glob", Takes::kNothing, "Allows targets containing shell-style wildcards."},
    {"-f,--force", Takes::kNothing, "Override local file or folder if exists."},
    {"--no-relink", Takes::kNothing, "Don't recreate links from cache to workspace."},
};

Result<int> run_add(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  TRY(data::add(*context.repo, arguments.texts("targets"),
                {.commit = !arguments.has("no-commit"), .relink = !arguments.has("no-relink")}));
  return 0;
}

constexpr DataCommand kCommands[] = {
    {.name = "add",
     .help = "Track data files or directories with DVC.",
     .flags = kAddFlags,
     .needs = Needs::kLockedRepository,
     .answers = Answers::kDvcAndMissingFiles,
     .hints = true,
     .run = run_add},
};

}  // namespace

std::span<const DataCommand> data_track_commands() { return kCommands; }

}  // namespace cairn::cli
