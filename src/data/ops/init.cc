#include "data/ops/init.h"

#include <fmt/format.h>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/repo/repo.h"

namespace cairn::data {
namespace {

constexpr std::string_view kIgnoreRules =
    "# Add patterns of files dvc should ignore, which could improve\n"
    "# the performance. Learn more at\n"
    "# https://dvc.org/doc/user-guide/dvcignore\n";

Result<std::optional<Git>> find_git(const std::string& directory, const InitOptions& options) {
  if (options.no_scm) return std::optional<Git>();
  std::optional<Git> git = Git::find(directory);
  if (git && (options.subdir || git->root() == directory)) return git;
  return dvc_error(
      fmt::format("{} is not tracked by any supported SCM tool (e.g. Git). Use `--no-scm` if you don't want to use any "
                  "SCM or `--subdir` if initializing inside a subdirectory of a parent SCM repository.",
                  directory));
}

}  // namespace

Status init(const std::string& directory, const InitOptions& options) {
  if (options.no_scm && options.subdir) return plain_error("Cannot initialize repo with `--no-scm` and `--subdir`");
  const std::string dvc_dir = join_path(directory, ".dvc");
  std::optional<Git> git = TRY(find_git(directory, options));
  if (git && git->is_ignored(dvc_dir, EntryKind::kDirectory)) {
    return dvc_error(
        fmt::format("{} is ignored by your SCM tool. \nMake sure that it's tracked, for example, by adding '!.dvc' to "
                    ".gitignore.",
                    dvc_dir));
  }
  if (is_directory(dvc_dir)) {
    if (!options.force) return dvc_error(fmt::format("'{}' exists. Use `-f` to force.", relative_path(dvc_dir)));
    TRY(remove_all(dvc_dir));
  }
  TRY(make_dirs(dvc_dir + "/tmp"));
  TRY(replace_file(dvc_dir + "/config", options.no_scm ? "[core]\n    no_scm = True\n" : ""));
  const std::string rules = join_path(directory, ".dvcignore");
  if (!exists(rules)) TRY(replace_file(rules, kIgnoreRules));
  TRY(replace_file(dvc_dir + "/tmp/btime", ""));
  const auto repo = TRY(Repo::open(directory));
  if (git) TRY(git->add({dvc_dir + "/config", rules, dvc_dir + "/.gitignore"}));
  return {};
}

}  // namespace cairn::data
