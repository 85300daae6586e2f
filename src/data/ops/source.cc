#include "data/ops/source.h"

#include <algorithm>
#include <fmt/format.h>

#include "data/errors.h"
#include "data/files/copy_tree.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/files/process.h"
#include "data/ops/sync.h"
#include "data/remote/remote.h"
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

// A directory's list: from the cache, or else from the remote.
Result<DirEntries> entries_of(const Repo& repo, const Output& output) {
  const Md5 md5 = output.object()->md5;
  auto cached = repo.cache_of(output).load_dir(md5);
  if (cached.ok() || !is_missing(cached.error())) return cached;
  return parse_dir_object(TRY(TRY(open_remote(repo, output.remote, "get"))->read_dir(output.hash, md5)));
}

// All that failed is said, and why.
Status must_be_whole(const std::string& path, const SyncResult& fetched) {
  std::string problems;
  for (const std::string& missing : fetched.missing)
    problems += fmt::format("\n{}: neither in the cache nor in the remote of the repository", missing);
  for (const auto& failure : fetched.transfer.failed)
    problems += fmt::format("\n{}: {}", failure.id.text(), failure.why);
  if (problems.empty()) return {};
  return dvc_error(fmt::format("{} of the objects of '{}' could not be fetched:{}",
                               fetched.missing.size() + fetched.transfer.failed.size(), path, problems));
}

}  // namespace

Result<std::unique_ptr<Source>> Source::open(const SourceSpec& spec, Progress& progress) {
  std::unique_ptr<Source> source(new Source(progress));
  ConfigOverlay overlay = TRY(overlay_of(spec));
  const bool is_here = spec.revision.empty() && is_directory(spec.url);
  if (is_here)
    source->root_ = root_around(absolute_path(spec.url));
  else
    TRY(source->clone(spec, overlay));
  if (is_directory(source->root_ + "/.dvc")) source->repo_ = TRY(Repo::open(source->root_, overlay));
  if (source->repo_) source->repo_->count_in(progress);
  return source;
}

Source::~Source() = default;

// A clone of a repository of this machine has its objects where the original has them: in its cache and its remotes,
// whose paths are the original's.
Status Source::clone(const SourceSpec& spec, ConfigOverlay& overlay) {
  temporary_ = TRY(ScratchFolder::in_temporary_files("cairn-clone"));
  root_ = temporary_->path() / "clone";
  const bool is_local = is_directory(spec.url);
  const std::string place = is_local ? absolute_path(spec.url) : spec.url;
  auto cloned = run_git({"clone", "-q", "--no-checkout", "--", place, root_}, temporary_->path());
  if (!cloned.ok())
    return dvc_error(fmt::format("Failed to clone repo '{}' to '{}': {}", spec.url, root_, cloned.error().message()));
  // A branch of the other repository is one of its remote here.
  const std::string wanted = spec.revision.empty() ? "HEAD" : spec.revision;
  auto commit = run_git({"rev-parse", "-q", "--verify", "--end-of-options", "origin/" + wanted + "^{commit}"}, root_);
  if (!commit.ok()) commit = run_git({"rev-parse", "-q", "--verify", "--end-of-options", wanted + "^{commit}"}, root_);
  if (!commit.ok()) return dvc_error(fmt::format("unknown Git revision '{}'", spec.revision));
  TRY(run_git({"checkout", "-q", commit->substr(0, commit->find('\n'))}, root_));
  if (!is_local || !is_directory(root_ + "/.dvc") || !is_directory(place + "/.dvc")) return {};
  const ConfigValues config = TRY(Config(place + "/.dvc").load());
  ConfigValues original;
  const std::string cache = config.text("cache", "dir");
  original.sections["cache"]["dir"].value.text = cache.empty() ? place + "/.dvc/cache" : cache;
  original.sections["core"]["remote"].value.text = config.text("core", "remote");
  if (const auto* remotes = config.named.find("remote")) original.remotes() = *remotes;
  merge_config(original, overlay.values);
  overlay.values = std::move(original);
  return {};
}

Result<std::string> Source::commit() const {
  const std::string output = TRY(run_git({"rev-parse", "HEAD"}, root_));
  return output.substr(0, output.find('\n'));
}

Result<std::optional<Output>> Source::output_at(const std::string& place) {
  if (!repo_) return std::optional<Output>();
  const std::vector<Stage> stages = TRY(repo_->stages());
  for (const Stage& stage : stages)
    for (const Output& output : stage.outputs)
      if (!output.path.empty() && is_inside(place, output.path)) return std::optional(output);
  return std::optional<Output>();
}

Status Source::fetch_to(const std::string& path, const std::string& target, unsigned jobs) {
  const std::string place = normal_path(join_path(root_, path));
  if (!is_inside(place, root_)) return os_error(ENOENT, path);
  if (const auto output = TRY(output_at(place))) return fetch_output(*output, place, target, jobs);
  if (!exists(place)) return os_error(ENOENT, path);
  progress_.begin("get");
  return copy_tree(place, target, progress_);
}

Result<std::string> Source::place_of(const std::string& path) {
  const std::string place = normal_path(join_path(root_, path));
  const auto output = TRY(output_at(place));
  std::optional<ObjectId> id = output ? output->object() : std::nullopt;
  if (id && place != output->path) {
    const DirEntries entries = TRY(entries_of(*repo_, *output));
    const DirEntry* entry = find_entry(entries, place.substr(output->path.size() + 1));
    id = entry ? std::optional(ObjectId{entry->md5, false}) : std::nullopt;
  }
  if (!id) return plain_error(fmt::format("Unable to find DVC file with output '{}'", path));
  if (output->remote.empty() && !has_default_remote(*repo_)) return repo_->cache_of(*output).path(*id);
  return TRY(open_remote(*repo_, output->remote, "get"))->place(output->hash, *id);
}

Status Source::fetch_output(const Output& output, const std::string& path, const std::string& target, unsigned jobs) {
  SyncScope scope;
  scope.outputs.targets = {path};
  scope.jobs = jobs;
  TRY(must_be_whole(path, TRY(fetch(*repo_, scope))));
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
