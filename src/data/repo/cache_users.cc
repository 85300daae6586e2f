#include "data/repo/cache_users.h"

#include <algorithm>

#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/files/walk.h"
#include "data/hash/md5.h"
#include "data/repo/repo.h"

namespace cairn::data {
namespace {

std::string register_of(const Repo& repo) { return repo.cache_dir() + "/.cairn/repositories"; }

// One whose configuration can't be read may well use it.
bool still_uses(const std::string& root, const std::string& cache_dir) {
  if (!is_directory(root + "/.dvc")) return false;
  const auto config = Config(root + "/.dvc").load();
  return !config.ok() || normal_path(config->text("cache", "dir")) == cache_dir;
}

}  // namespace

Status register_cache_user(const Repo& repo) {
  if (is_inside(repo.cache_dir(), repo.root())) return {};
  const std::string directory = register_of(repo), file = join_path(directory, md5_of(repo.root()).hex());
  if (exists(file)) return {};
  TRY(make_dirs(directory, repo.cache().directory_mode()));
  return replace_file(file, repo.root() + '\n');
}

Result<std::vector<std::string>> other_cache_users(const Repo& repo) {
  std::vector<std::string> roots;
  const std::string directory = register_of(repo);
  const auto entries = list_directory(directory);
  if (!entries.ok()) return is_missing(entries.error()) ? Result<std::vector<std::string>>(roots) : entries.error();
  for (const DirectoryEntry& entry : *entries) {
    if (is_temporary_name(entry.name)) continue;
    std::string root = TRY(read_file(join_path(directory, entry.name)));
    root.erase(std::min(root.find('\n'), root.size()));
    if (root != repo.root() && still_uses(root, repo.cache_dir())) roots.push_back(std::move(root));
  }
  std::ranges::sort(roots);
  return roots;
}

}  // namespace cairn::data
