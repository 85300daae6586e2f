#include "data/ops/source.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/files/process.h"
#include "data/ops/sync.h"
#include "data/store/file_maker.h"

namespace cairn::data {
namespace {

Result<std::string> run_git(std::vector<std::string> arguments, const std::string& directory) {
  arguments.insert(arguments.begin(), "git");
  ProcessOutput output = TRY(run_process(arguments, directory));
  if (output.exit_status != 0) return dvc_error(output.err.substr(0, output.err.find_last_not_of('\n') + 1));
  return std::move(output.out);
}

// The repository that a directory is in: DVC's, or else Git's.
std::string root_around(const std::string& directory) {
  if (auto root = Repo::find_root(directory); root.ok()) return *std::move(root);
  const auto git = Git::find(directory);
  return git ? git->root() : directory;
}

// The files of an output, or of the part of it at `part`; for a single file one with an empty path.
Result<std::vector<TreeFile>> wanted_files(const Repo& repo, const Output& output, const std::string& part) {
  const auto id = output.object();
  if (!id) return dvc_error(fmt::format("'{}' has no hash yet", output.path));
  std::vector<TreeFile> files;
  const auto want = [&files](std::string path, const Md5& md5, bool is_executable) {
    files.push_back({.path = std::move(path), .md5 = md5, .mode = is_executable ? mode_t{0111} : mode_t{0}});
  };
  if (!id->is_dir) {
    want("", id->md5, output.is_executable);
    return files;
  }
  const DirEntries entries = TRY(repo.cache_of(output).load_dir(id->md5));
  if (const DirEntry* file = part.empty() ? nullptr : find_entry(entries, part))
    want("", file->md5, false);
  else
    for (const DirEntry& entry : part.empty() ? entries : entries_below(entries, part))
      want(entry.path, entry.md5, false);
  if (files.empty() && !part.empty()) return os_error(ENOENT, part);
  return files;
}

}  // namespace

Status copy_tree(const std::string& from, const std::string& to) {
  namespace fs = std::filesystem;
  TRY(remove_all(to));
  TRY(make_dirs(parent_path(to)));
  std::error_code error;
  fs::copy(from, to, fs::copy_options::recursive, error);
  if (error) return os_error(error.value(), from);
  return {};
}

Result<std::unique_ptr<Source>> Source::open(const std::string& url, const std::string& revision) {
  std::unique_ptr<Source> source(new Source);
  const bool is_here = revision.empty() && is_directory(url);
  if (is_here)
    source->root_ = root_around(absolute_path(url));
  else
    TRY(source->clone(url, revision));
  if (is_directory(source->root_ + "/.dvc")) source->repo_ = TRY(Repo::open(source->root_));
  return source;
}

Source::~Source() = default;

Status Source::clone(const std::string& url, const std::string& revision) {
  temporary_ = TRY(ScratchFolder::in_temporary_files("cairn-clone"));
  root_ = temporary_->path() / "clone";
  const bool is_local = is_directory(url);
  const std::string place = is_local ? absolute_path(url) : url;
  auto cloned = run_git({"clone", "-q", "--no-checkout", "--", place, root_}, temporary_->path());
  if (!cloned.ok())
    return dvc_error(fmt::format("Failed to clone repo '{}' to '{}': {}", url, root_, cloned.error().message()));
  // A branch of the other repository is one of its remote here.
  const std::string wanted = revision.empty() ? "HEAD" : revision;
  auto commit = run_git({"rev-parse", "-q", "--verify", "--end-of-options", "origin/" + wanted + "^{commit}"}, root_);
  if (!commit.ok()) commit = run_git({"rev-parse", "-q", "--verify", "--end-of-options", wanted + "^{commit}"}, root_);
  if (!commit.ok()) return dvc_error(fmt::format("unknown Git revision '{}'", revision));
  TRY(run_git({"checkout", "-q", commit->substr(0, commit->find('\n'))}, root_));
  if (!is_local || !is_directory(root_ + "/.dvc") || !is_directory(place + "/.dvc")) return {};
  // The objects are where the original has them.
  const ConfigValues config = TRY(Config(place + "/.dvc").load());
  const std::string cache = config.text("cache", "dir");
  return replace_file(root_ + "/.dvc/config.local",
                      fmt::format("[cache]\n    dir = {}\n", cache.empty() ? place + "/.dvc/cache" : cache));
}

Result<std::string> Source::commit() const {
  const std::string output = TRY(run_git({"rev-parse", "HEAD"}, root_));
  return output.substr(0, output.find('\n'));
}

Status Source::fetch_to(const std::string& path, const std::string& target) {
  const std::string place = normal_path(join_path(root_, path));
  if (!is_inside(place, root_)) return os_error(ENOENT, path);
  if (repo_) {
    const std::vector<Stage> stages = TRY(repo_->stages());
    for (const Stage& stage : stages)
      for (const Output& output : stage.outputs)
        if (!output.path.empty() && is_inside(place, output.path)) return fetch_output(stage, place, target);
  }
  if (!exists(place)) return os_error(ENOENT, path);
  return copy_tree(place, target);
}

Status Source::fetch_output(const Stage& stage, const std::string& path, const std::string& target) {
  const Output& output = *std::ranges::find_if(
      stage.outputs, [&path](const Output& candidate) { return is_inside(path, candidate.path); });
  SyncScope scope;
  scope.outputs.targets = {path};
  const SyncResult fetched = TRY(fetch(*repo_, scope));
  if (!fetched.missing.empty() || !fetched.transfer.failed.empty())
    return dvc_error(fmt::format("'{}' is neither in the cache nor in the remote of the repository", path));
  const std::string part = path == output.path ? "" : path.substr(output.path.size() + 1);
  std::vector<TreeFile> files = TRY(wanted_files(*repo_, output, part));
  const bool is_file = files.size() == 1 && files.front().path.empty();
  if (is_file) files.front().path = file_name(target);
  TRY(remove_all(target));
  const std::string directory = is_file ? parent_path(target) : target;
  TRY(make_dirs(directory));
  const Fd root = TRY(open_file(directory, O_RDONLY | O_DIRECTORY));
  std::vector<TreeFile*> pointers;
  for (TreeFile& file : files) pointers.push_back(&file);
  FileMaker maker(repo_->cache_of(output), {LinkType::kReflink, LinkType::kCopy}, *TRY(repo_->index()),
                  repo_->hash_workers());
  return maker.make(root, pointers);
}

}  // namespace cairn::data
