// Commands that set up a repository.
#include <fmt/format.h>
#include <iostream>
#include <sys/utsname.h>

#include "cli/data/command.h"
#include "data/errors.h"
#include "data/files/paths.h"
#include "data/ops/hooks.h"
#include "data/ops/init.h"
#include "data/ops/stage_edit.h"
#include "data/store/file_maker.h"

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

// ------------------------------------------------------------------------------------------------- version

constexpr std::pair<data::LinkType, std::string_view> kLinkNames[] = {{data::LinkType::kReflink, "reflink"},
                                                                      {data::LinkType::kHardlink, "hardlink"},
                                                                      {data::LinkType::kSymlink, "symlink"}};

// Of the remotes' URLs: "local, s3".
std::string remote_kinds(const data::ConfigValues& config) {
  std::string kinds;
  const auto* remotes = config.named.find("remote");
  if (!remotes || remotes->empty()) return "None";
  for (const auto& [name, remote] : *remotes) {
    const std::string url = remote.find("url") ? remote.find("url")->value.text : "";
    const std::size_t end = url.find("://");
    kinds += (kinds.empty() ? "" : ", ") + (end == std::string::npos ? "local" : url.substr(0, end));
  }
  return kinds;
}

void describe_repository(const data::Repo& repo, DataConsole& console) {
  std::vector<std::string_view> links;
  for (const auto& [type, name] : kLinkNames)
    if (data::can_link(repo.cache().root(), repo.root(), type)) links.push_back(name);
  console.line(data::is_directory(repo.cache().root()) ? fmt::format("Cache types: {}", fmt::join(links, ", "))
                                                       : "Cache types: <https://error.dvc.org/no-dvc-cache>");
  console.line(fmt::format("Cache directory: {}", repo.cache_dir()));
  console.line(fmt::format("Remotes: {}", remote_kinds(repo.config())));
  console.line(fmt::format("Workspace directory: {}", repo.root()));
  const bool is_subdir = repo.git() && repo.git()->root() != repo.root();
  console.line(!repo.git() ? "Repo: dvc (no_scm)" : is_subdir ? "Repo: dvc (subdir), git" : "Repo: dvc, git");
}

Result<int> run_version(const DataContext& context) {
  DataConsole& console = context.console;
  const std::string version = fmt::format("DVC version: {} (cairn {})", kDvcVersion, CAIRN_VERSION);
  utsname system{};
  ::uname(&system);
  console.line(version);
  console.line(std::string(version.size(), '-'));
  console.line(fmt::format("Platform: {} {} {}", system.sysname, system.release, system.machine));
  console.line("Supports:\n\tlocal");
  const auto repo = data::Repo::open(data::working_directory());
  if (repo.ok()) describe_repository(**repo, console);
  return 0;
}

// ------------------------------------------------------------------------------------------------- check-ignore

constexpr DataFlag kCheckIgnoreFlags[] = {
    {"targets", Takes::kTexts, "File or directory paths to check"},
    {"-d,--details", Takes::kNothing, "Show the exclude patterns along with each target path."},
    {"-a,--all", Takes::kNothing, "Include the target paths which match any pattern in the `--details` list."},
    {"-n,--non-matching", Takes::kNothing,
     "Include the target paths which don't match any pattern in the `--details` list."},
    {"--stdin", Takes::kNothing, "Read paths from standard input instead of providing `targets` arguments"},
};

Status check_flags_of_check_ignore(const DataArguments& arguments) {
  const bool details = arguments.has("details"), targets = !arguments.texts("targets").empty();
  if (!arguments.has("stdin") && !targets) return data::dvc_error("`targets` or `--stdin` needed");
  if (arguments.has("stdin") && targets) return data::dvc_error("cannot have both `targets` and `--stdin`");
  if (arguments.has("non-matching") && !details)
    return data::dvc_error("`--non-matching` is only valid with `--details`");
  if (arguments.has("all") && !details) return data::dvc_error("`--all` is only valid with `--details`");
  if (arguments.has("quiet") && details) return data::dvc_error("cannot use both `--details` and `--quiet`");
  return {};
}

// Whether some pattern speaks about the path.
bool check_one(const DataContext& context, const std::string& word) {
  data::Repo& repo = *context.repo;
  const std::string path = data::absolute_path(word);
  data::IgnoreTree::Verdict verdict;
  if (path != repo.root() && data::is_inside(path, repo.root())) {
    const auto kind = data::is_directory(path) ? data::EntryKind::kDirectory : data::EntryKind::kFile;
    verdict = repo.ignored_with_sub_projects().check(path.substr(repo.root().size() + 1), kind);
  }
  const bool is_built_in = verdict.pattern && verdict.pattern->origin().empty();
  const std::string origin = !verdict.pattern || is_built_in ? "" : verdict.pattern->origin();
  if (context.arguments.has("details")) {
    if (!origin.empty() || context.arguments.has("non-matching"))
      context.console.line(fmt::format("{}\t{}", origin.empty() ? "::" : origin, word));
  } else if (verdict.ignored) {
    context.console.line(word);
  }
  return context.arguments.has("details") ? verdict.pattern != nullptr : verdict.ignored;
}

Result<int> run_check_ignore(const DataContext& context) {
  TRY(check_flags_of_check_ignore(context.arguments));
  bool matches = false;
  for (const std::string& word : context.arguments.texts("targets")) matches |= check_one(context, word);
  if (context.arguments.has("stdin"))
    for (std::string line; std::getline(std::cin, line) && !line.empty();) matches |= check_one(context, line);
  return matches ? 0 : 1;
}

// ------------------------------------------------------------------------------------------------- hooks, the end

constexpr DataFlag kInstallFlags[] = {
    {"--use-pre-commit-tool", Takes::kNothing, "Install DVC hooks using pre-commit (https://pre-commit.com)."},
};

Result<int> run_install(const DataContext& context) {
  TRY(context.arguments.has("use-pre-commit-tool") ? data::install_pre_commit_hooks(*context.repo)
                                                   : data::install_hooks(*context.repo));
  return 0;
}

constexpr DataFlag kDestroyFlags[] = {{"-f,--force", Takes::kNothing, "Force destruction."}};

Result<int> run_destroy(const DataContext& context) {
  constexpr std::string_view kQuestion =
      "This will destroy all information about your pipelines, all data files, as well as cache in .dvc/cache.\nAre "
      "you "
      "sure you want to continue?";
  if (!context.arguments.has("force") && !context.console.confirm(kQuestion, DataConsole::Ask::kAlways))
    return data::dvc_error("cannot destroy without a confirmation from the user. Use `-f` to force.");
  TRY(data::destroy(*context.repo));
  return 0;
}

constexpr std::string_view kVersionAliases[] = {"doctor"};

}  // namespace

std::span<const DataCommand> data_setup_commands() {
  static constexpr DataCommand kCommands[] = {
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
      {.name = "version",
       .help = "Display the DVC version and system/environment information.",
       .flags = {},
       .needs = Needs::kNothing,
       .run = run_version,
       .aliases = kVersionAliases},
      {.name = "check-ignore",
       .help = "Check whether files or directories are excluded due to `.dvcignore`.",
       .flags = kCheckIgnoreFlags,
       .run = run_check_ignore},
      {.name = "install",
       .help = "Install Git hooks into the repository to automate common DVC actions.",
       .flags = kInstallFlags,
       .answers = Answers::kDvcErrors,
       .failure = "failed to install DVC Git hooks",
       .run = run_install},
      {.name = "destroy",
       .help = "Remove DVC files, local DVC config and data cache.",
       .flags = kDestroyFlags,
       .needs = Needs::kLockedRepository,
       .answers = Answers::kDvcErrors,
       .failure = "failed to destroy DVC",
       .run = run_destroy},
  };
  return kCommands;
}

}  // namespace cairn::cli
