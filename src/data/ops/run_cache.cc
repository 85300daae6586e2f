#include "data/ops/run_cache.h"

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/files/walk.h"
#include "data/remote/remote.h"

namespace cairn::data {
namespace {

constexpr std::string_view kFolder = "runs";

Result<std::size_t> copy_runs(const std::string& from, const std::string& to) {
  const auto root = open_file(from, O_RDONLY | O_DIRECTORY);
  if (!root.ok() && is_missing(root.error())) return std::size_t{0};
  if (!root.ok()) return root.error();
  std::size_t copied = 0;
  for (const TreeFile& file : TRY(walk_tree(*root, from, nullptr)).files) {
    if (is_temporary_name(file_name(file.path))) continue;
    const std::string source = join_path(from, file.path), target = join_path(to, file.path);
    const std::string text = TRY(read_file(source));
    if (exists(target) && TRY(read_file(target)) == text) continue;
    TRY(make_dirs(parent_path(target)));
    TRY(replace_file(target, text));
    ++copied;
  }
  return copied;
}

Result<std::string> runs_of_remote(const Repo& repo, const std::string& name, std::string_view command) {
  const auto remote = TRY(open_remote(repo, name, command));
  const auto directory = remote->directory();
  if (!directory) return dvc_error("The run cache goes only to remotes that are directories so far.");
  return join_path(*directory, kFolder);
}

}  // namespace

Result<std::size_t> push_run_cache(const Repo& repo, const std::string& remote) {
  return copy_runs(join_path(repo.cache_dir(), kFolder), TRY(runs_of_remote(repo, remote, "push --run-cache")));
}

Result<std::size_t> fetch_run_cache(const Repo& repo, const std::string& remote) {
  return copy_runs(TRY(runs_of_remote(repo, remote, "fetch --run-cache")), join_path(repo.cache_dir(), kFolder));
}

}  // namespace cairn::data
