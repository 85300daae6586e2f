#include "data/repo/repo.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <ranges>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/repo/cache_users.h"
#include "data/repo/pipeline_edit.h"
#include "data/repo/pipeline_file.h"
#include "data/repo/stage_files.h"

namespace cairn::data {
namespace {

bool is_mount_point(const std::string& path) {
  struct stat here{}, above{};
  if (::stat(path.c_str(), &here) != 0 || ::stat((path + "/..").c_str(), &above) != 0) return false;
  return here.st_dev != above.st_dev || here.st_ino == above.st_ino;
}

std::string cache_directory(const std::string& root, const ConfigValues& config) {
  const std::string configured = config.text("cache", "dir");
  return configured.empty() ? root + "/.dvc/cache" : normal_path(configured);
}

Sharing sharing_of(const ConfigValues& config) {
  return config.find("cache", "shared") ? Sharing::kGroup : Sharing::kPrivate;
}

std::unique_ptr<IgnoreTree> dvc_ignores(const std::string& root, SubProjects sub_projects) {
  std::vector<IgnorePattern> base;
  for (const std::string_view pattern : {".hg/", ".git/", ".git", ".dvc/"})
    base.push_back(*IgnorePattern::parse(pattern, ""));
  return std::make_unique<IgnoreTree>(root, ".dvcignore", std::move(base), sub_projects);
}

}  // namespace

Result<std::string> Repo::find_root(const std::string& directory) {
  if (!is_directory(directory)) return not_in_repository(fmt::format("directory '{}' does not exist", directory));
  for (std::string at = normal_path(directory);; at = parent_path(at)) {
    if (is_directory(join_path(at, ".dvc"))) return at;
    if (is_mount_point(at)) {
      return not_in_repository(
          fmt::format("you are not inside of a DVC repository (checked up to mount point '{}')", at));
    }
  }
}

Result<std::unique_ptr<Repo>> Repo::open(const std::string& directory, const ConfigOverlay& overlay) {
  std::string root = TRY(find_root(directory));
  ConfigValues config = TRY(Config(root + "/.dvc").load(overlay));
  std::unique_ptr<Repo> repo(new Repo(std::move(root), std::move(config)));
  TRY(make_dirs(repo->tmp_dir()));
  TRY(repo->open_git());
  TRY(repo->ignore_own_files());
  return repo;
}

Repo::Repo(std::string root, ConfigValues config)
    : root_(std::move(root)),
      config_(std::move(config)),
      cache_dir_(cache_directory(root_, config_)),
      cache_(cache_dir_ + "/files/md5", sharing_of(config_)),
      legacy_cache_(cache_dir_, sharing_of(config_), Naming::kDos2Unix) {}

Status Repo::open_git() {
  if (config_.flag("core", "no_scm")) return {};
  git_ = Git::find(root_);
  if (!git_) return dvc_error(fmt::format("{} is not a git repository", root_));
  return {};
}

Status Repo::ignore_own_files() {
  for (const std::string& path : {dvc_dir() + "/config.local", tmp_dir(), dvc_dir() + "/cache"}) TRY(ignore(path));
  changes_for_git_.clear();
  return {};
}

std::vector<LinkType> Repo::link_types() const {
  constexpr std::pair<std::string_view, LinkType> kNames[] = {{"reflink", LinkType::kReflink},
                                                              {"hardlink", LinkType::kHardlink},
                                                              {"symlink", LinkType::kSymlink},
                                                              {"copy", LinkType::kCopy}};
  const IniValue* configured = config_.find("cache", "type");
  if (!configured) return {LinkType::kReflink, LinkType::kCopy};
  std::vector<LinkType> types;
  const auto add = [&](std::string_view name) {
    for (const auto& [known, type] : kNames)
      if (name.find(known) != std::string_view::npos) types.push_back(type);
  };
  if (configured->is_list) {
    for (const std::string& name : configured->items) add(name);
  } else {
    for (const auto part : std::views::split(std::string_view(configured->text), ','))
      add(std::string_view(part.begin(), part.end()));
  }
  return types;
}

unsigned Repo::hash_workers() const {
  const std::string text = config_.text("core", "checksum_jobs");
  unsigned workers = 0;
  std::from_chars(text.data(), text.data() + text.size(), workers);
  return workers;
}

IgnoreTree& Repo::ignored() {
  if (!ignored_) ignored_ = dvc_ignores(root_, SubProjects::kIgnore);
  return *ignored_;
}

IgnoreTree& Repo::ignored_with_sub_projects() {
  if (!ignored_with_sub_projects_) ignored_with_sub_projects_ = dvc_ignores(root_, SubProjects::kTakePart);
  return *ignored_with_sub_projects_;
}

bool Repo::is_dvc_ignored(const std::string& path, EntryKind kind) {
  if (path == root_ || !is_inside(path, root_)) return false;
  return ignored_with_sub_projects().check(std::string_view(path).substr(root_.size() + 1), kind).ignored;
}

Result<RepoLock> Repo::lock(LockWait wait) const {
  auto lock = RepoLock::acquire(tmp_dir(), wait);
  if (!lock.ok()) return lock;
  if (const Status known = register_cache_user(*this); !known.ok())
    warn("this repository could not be noted as a user of the cache: " + known.error().message());
  return lock;
}

Result<StatIndex*> Repo::index() {
  if (!index_) index_ = TRY(StatIndex::open(tmp_dir() + "/cairn.db"));
  return &*index_;
}

std::string Repo::shown(const std::string& path) const {
  if (!is_inside(path, root_)) return path;
  const std::string here = working_directory();
  return relative_path(path, is_inside(here, root_) ? here : root_);
}

std::string Repo::shown(const Output& output) const {
  if (output.path.empty()) return output.definition;
  return output.in_repository ? shown(output.path) : output.path;
}

void Repo::changed_for_git(const std::string& path) {
  const std::string relative = relative_path(path);
  if (std::ranges::find(changes_for_git_, relative) == changes_for_git_.end()) changes_for_git_.push_back(relative);
}

Result<std::vector<Stage>> Repo::stages() { return collect_stages(*this); }

Result<Stage> Repo::load(const std::string& file) {
  if (file_name(file) == kPipelineFile) return no_pipeline_changes(file);
  return TRY(load_stages(*this, file)).front();
}

Status Repo::save(const Stage& stage) {
  if (!stage.name.empty()) return write_lock(*this, stage);
  TRY(replace_file(stage.file, TRY(write_stage(stage))));
  changed_for_git(stage.file);
  return {};
}

Status Repo::ignore(const std::string& path) {
  if (!git_) return {};
  const std::string file = TRY(git_->ignore(path));
  if (!file.empty()) changed_for_git(file);
  return {};
}

Status Repo::stop_ignoring(const std::string& path) {
  if (!git_) return {};
  const std::string file = TRY(git_->stop_ignoring(path));
  if (!file.empty()) changed_for_git(file);
  return {};
}

}  // namespace cairn::data
