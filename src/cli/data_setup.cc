// Commands that set up a repository.
#include "cli/data_command.h"
#include "data/files/paths.h"
#include "data/ops/init.h"

namespace cairn::cli {
namespace {

constexpr DataFlag kInitFlags[] = {
    {"--no-scm", Takes::kNothing, "Initiate DVC in directory that is not tracked by any SCM tool (e.g. Git)."},
    {"-f,--force", Takes::kNothing, "Overwrite existing '.dvc/' directory. This operation removes local cache."},
    {"--subdir", Takes::kNothing,
     "Necessary for running this command inside a subdirectory of a parent SCM repository."},
    {"directory", Takes::kText, "Directory to initialize."},
};

constexpr std::string_view kWelcome =
    "What's next?\n"
    "------------\n"
    "- Check out the documentation: <https://dvc.org/doc>\n"
    "- Get help and share ideas: <https://dvc.org/chat>\n"
    "- Star us on GitHub: <https://github.com/treeverse/dvc>";

Result<int> run_init(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const bool no_scm = arguments.has("no-scm");
  TRY(data::init(data::absolute_path(arguments.text("directory", ".")),
                 {.no_scm = no_scm, .force = arguments.has("force"), .subdir = arguments.has("subdir")}));
  context.console.line("Initialized DVC repository.\n");
  if (!no_scm) context.console.line("You can now commit the changes to git.\n");
  context.console.line(kWelcome);
  return 0;
}

Result<int> run_root(const DataContext& context) {
  context.console.line(data::relative_path(TRY(data::Repo::find_root(data::working_directory()))));
  return 0;
}

constexpr DataCommand kCommands[] = {
    {.name = "init",
     .help = "Initialize DVC in the current directory.",
     .flags = kInitFlags,
     .needs = Needs::kNothing,
     .answers = Answers::kDvcErrors,
     .failure = "failed to initiate DVC",
     .run = run_init},
    {.name = "root",
     .help = "Return the relative path to the root of the DVC project.",
     .flags = {},
     .needs = Needs::kNothing,
     .run = run_root},
};

}  // namespace

std::span<const DataCommand> data_setup_commands() { return kCommands; }

}  // namespace cairn::cli
