// A repository: where its parts are, what it is configured to do, and what is tracked in it. Everything is read when it
// is first asked for, and kept for the one command that this object serves. One thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "data/progress.h"
#include "data/repo/config.h"
#include "data/repo/git.h"
#include "data/repo/ignore_tree.h"
#include "data/repo/locks.h"
#include "data/repo/stage.h"
#include "data/store/file_maker.h"
#include "data/store/object_store.h"
#include "data/store/stat_index.h"

namespace cairn::data {

class Repo {
 public:
  // The repository around a directory (absolute).
  static Result<std::unique_ptr<Repo>> open(const std::string& directory, const ConfigOverlay& overlay = {});
  // Only its root, without a look inside.
  static Result<std::string> find_root(const std::string& directory);

  [[nodiscard]] const std::string& root() const { return root_; }
  [[nodiscard]] std::string dvc_dir() const { return root_ + "/.dvc"; }
  [[nodiscard]] std::string tmp_dir() const { return root_ + "/.dvc/tmp"; }
  [[nodiscard]] const ConfigValues& config() const { return config_; }
  [[nodiscard]] const std::string& cache_dir() const { return cache_dir_; }
  [[nodiscard]] std::vector<LinkType> link_types() const;
  [[nodiscard]] unsigned hash_workers() const;

  // Today's objects, and those of DVC 2.
  [[nodiscard]] const ObjectStore& cache() const { return cache_; }
  [[nodiscard]] const ObjectStore& legacy_cache() const { return legacy_cache_; }
  [[nodiscard]] const ObjectStore& cache_of(HashKind kind) const {
    return kind == HashKind::kMd5Dos2Unix ? legacy_cache_ : cache_;
  }
  [[nodiscard]] const ObjectStore& cache_of(const Output& output) const { return cache_of(output.hash); }

  // Null where core.no_scm is set.
  [[nodiscard]] Git* git() { return git_ ? &*git_ : nullptr; }
  [[nodiscard]] const Git* git() const { return git_ ? &*git_ : nullptr; }
  // The rules of .dvcignore files.
  IgnoreTree& ignored();
  IgnoreTree& ignored_with_sub_projects();
  [[nodiscard]] bool is_dvc_ignored(const std::string& path, EntryKind kind);
  Result<StatIndex*> index();
  // For a command that writes. A cache that is shared is told who uses it.
  Result<RepoLock> lock(LockWait wait) const;

  // A path as messages name it: relative to where the user is, if that is in here.
  [[nodiscard]] std::string shown(const std::string& path) const;
  [[nodiscard]] std::string shown(const Output& output) const;

  // Files that the user should tell Git about, or that are told to it (core.autostage).
  void changed_for_git(const std::string& path);
  [[nodiscard]] const std::vector<std::string>& changes_for_git() const { return changes_for_git_; }

  // Of what takes long; for whoever shows it.
  [[nodiscard]] Progress& progress() const { return *progress_; }
  // Counted there from now on.
  void count_in(Progress& progress) { progress_ = &progress; }

  // What the user should know, but that is no error. The same thing is said once.
  void warn(std::string_view text) const {
    if (on_warning && warned_.emplace(text).second) on_warning(text);
  }
  std::function<void(std::string_view)> on_warning;

  // What was done, for users who want to follow it.
  void say(std::string_view text) const {
    if (on_note) on_note(text);
  }
  std::function<void(std::string_view)> on_note;

  // Every stage, in the order in which the file system lists their files.
  Result<std::vector<Stage>> stages();
  // The stage that a file holds.
  Result<Stage> load(const std::string& file);
  // Writes a stage's file, and notes it for Git.
  Status save(const Stage& stage);

  // Adds a path to .gitignore, takes it away again; nothing without Git. Noted for Git.
  Status ignore(const std::string& path);
  Status stop_ignoring(const std::string& path);

 private:
  Repo(std::string root, ConfigValues config);
  Status open_git();
  Status ignore_own_files();

  std::string root_;
  ConfigValues config_;
  std::string cache_dir_;
  ObjectStore cache_;
  ObjectStore legacy_cache_;
  std::optional<Git> git_;
  std::unique_ptr<IgnoreTree> ignored_;
  std::unique_ptr<IgnoreTree> ignored_with_sub_projects_;
  std::optional<StatIndex> index_;
  std::vector<std::string> changes_for_git_;
  mutable std::set<std::string> warned_;
  std::unique_ptr<Progress> own_progress_ = std::make_unique<Progress>();
  Progress* progress_ = own_progress_.get();
};

}  // namespace cairn::data
