#include "data/ops/checkout.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <unistd.h>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/repo/content.h"
#include "data/store/file_maker.h"

namespace cairn::data {
namespace {

enum class PathChange : std::uint8_t { kNone, kAdded, kModified, kDeleted, kFailed };

// What has to be done to one output, or to the part of one that is meant. Paths are relative to `root`: a directory, or
// for a single file the one that it is in.
struct Plan {
  const Output* output = nullptr;
  std::string path;  // of the output or its part
  std::string root;
  bool is_directory = false;
  bool was_there = false;          // the path
  bool output_was_there = false;   // the whole of it
  std::vector<TreeFile> wanted;    // all files, with hashes
  std::vector<TreeFile*> to_make;  // of them
  // Absolute, as is what would be lost.
  std::vector<std::string> to_remove, directories_to_remove, unsaved;
  std::size_t added = 0, modified = 0;
  PathChange change = PathChange::kNone;
  bool relinks = false;
};

class Planner {
 public:
  Planner(Repo& repo, const Output& output, const std::string& only, const CheckoutOptions& options)
      : repo_(repo), store_(repo.cache_of(output)), options_(options) {
    plan_.output = &output;
    plan_.path = only.empty() ? output.path : only;
    plan_.output_was_there = exists(output.path);
  }

  Result<Plan> run() {
    const bool known = TRY(find_wanted());
    if (!known) return fail();
    TRY(compare());
    const auto md5_of_file = [this](std::size_t i) -> const Md5& { return plan_.to_make[i]->md5; };
    if (!store_.has_all(plan_.to_make.size(), md5_of_file)) return fail();
    return std::move(plan_);
  }

 private:
  Plan fail() {
    plan_.change = PathChange::kFailed;
    plan_.to_make.clear();
    plan_.to_remove.clear();
    plan_.directories_to_remove.clear();
    plan_.unsaved.clear();
    return std::move(plan_);
  }

  void want(std::string path, const Md5& md5, bool is_executable) {
    TreeFile& file = plan_.wanted.emplace_back();
    file.path = std::move(path);
    file.md5 = md5;
    if (is_executable) file.mode = 0111;
  }

  // False if the cache doesn't tell.
  Result<bool> find_wanted() {
    const Output& output = *plan_.output;
    const auto id = output.object();
    if (!id) return false;
    plan_.is_directory = id->is_dir;
    if (!id->is_dir) {
      plan_.root = parent_path(plan_.path);
      want(std::string(file_name(plan_.path)), id->md5, output.is_executable);
      return true;
    }
    auto entries = store_.load_dir(id->md5);
    if (!entries.ok() && is_missing(entries.error())) return false;
    DirEntries wanted = TRY(std::move(entries));
    if (plan_.path != output.path) {
      const std::string part = plan_.path.substr(output.path.size() + 1);
      if (const DirEntry* file = find_entry(wanted, part)) {
        plan_.is_directory = false;
        plan_.root = parent_path(plan_.path);
        want(std::string(file_name(plan_.path)), file->md5, false);
        return true;
      }
      wanted = entries_below(wanted, part);
    }
    plan_.root = plan_.path;
    plan_.wanted.reserve(wanted.size());
    for (DirEntry& entry : wanted) want(std::move(entry.path), entry.md5, false);
    return true;
  }

  Status compare() {
    auto found = read_content(repo_, plan_.path, {.hash = plan_.output->hash});
    if (!found.ok() && !is_missing(found.error())) return found.error();
    plan_.was_there = found.ok();
    if (!found.ok()) {
      for (TreeFile& file : plan_.wanted) plan_.to_make.push_back(&file);
      plan_.added = plan_.wanted.size();
      // A link to nothing is in the way.
      if (is_link(plan_.path)) plan_.to_remove.push_back(plan_.path);
      plan_.change = PathChange::kAdded;
      return {};
    }
    found_directory_ = found->is_dir();
    if (found_directory_ == plan_.is_directory)
      compare_files(*found);
    else
      replace_other_kind(*found);
    const bool changes = !plan_.to_make.empty() || !plan_.to_remove.empty() || !plan_.directories_to_remove.empty();
    if (changes) plan_.change = PathChange::kModified;
    if (options_.relink && plan_.change == PathChange::kNone) relink_all();
    return {};
  }

  // A directory where a file should be, or the other way round.
  void replace_other_kind(const Content& found) {
    for (const TreeFile& file : found.files) remove(file);
    for (TreeFile& file : plan_.wanted) plan_.to_make.push_back(&file);
    remove_directories(found.directories, {});
    if (found.is_dir()) plan_.directories_to_remove.push_back(plan_.path);
    plan_.modified = plan_.wanted.size();
  }

  // Both lists are sorted by path.
  void compare_files(Content& found) {
    if (!plan_.is_directory) found.files.front().path = file_name(plan_.path);
    std::set<std::string> needed;
    auto there = found.files.begin();
    for (TreeFile& file : plan_.wanted) {
      for (; there != found.files.end() && there->path < file.path; ++there) remove(*there);
      if (there == found.files.end() || there->path != file.path) {
        plan_.to_make.push_back(&file);
        ++plan_.added;
        continue;
      }
      const bool gains_execution = (file.mode & 0111) != 0 && (there->mode & 0111) == 0;
      if (there->md5 != file.md5) note_loss(*there);
      if (there->md5 != file.md5 || gains_execution) {
        plan_.to_make.push_back(&file);
        ++plan_.modified;
      } else {
        file.stamp = there->stamp;
        file.hash = there->hash;
      }
      ++there;
    }
    for (; there != found.files.end(); ++there) remove(*there);
    for (const TreeFile& file : plan_.wanted)
      for (std::string above = parent_path(file.path); !above.empty() && needed.insert(above).second;)
        above = parent_path(above);
    remove_directories(found.directories, needed);
  }

  // What a killed command left half made is nobody's data.
  static bool is_left_over(std::string_view path) {
    for (std::size_t start = 0, end = 0; start <= path.size(); start = end + 1) {
      end = std::min(path.find('/', start), path.size());
      if (is_temporary_name(path.substr(start, end - start))) return true;
    }
    return false;
  }
  void remove(const TreeFile& file) {
    if (!is_left_over(file.path)) note_loss(file);
    plan_.to_remove.push_back(place_of(file));
  }

  void note_loss(const TreeFile& file) {
    if (options_.overwrite == Overwrite::kSavedFiles && !store_.has({file.md5, false}))
      plan_.unsaved.push_back(place_of(file));
  }

  // Of a file that was found: a single one's name may have been filled in.
  [[nodiscard]] std::string place_of(const TreeFile& found) const {
    return found_directory_ ? join_path(plan_.path, found.path) : plan_.path;
  }

  void remove_directories(const std::vector<std::string>& there, const std::set<std::string>& needed) {
    for (const std::string& directory : there)
      if (!needed.contains(directory)) plan_.directories_to_remove.push_back(join_path(plan_.path, directory));
    std::ranges::sort(plan_.directories_to_remove, std::greater());  // the deeper ones first
  }

  void relink_all() {
    plan_.relinks = true;
    for (TreeFile& file : plan_.wanted) plan_.to_make.push_back(&file);
  }

  Repo& repo_;
  const ObjectStore& store_;
  const CheckoutOptions& options_;
  Plan plan_;
  bool found_directory_ = false;
};

// First what is in the way, then the new files, then what is left over.
Status apply(Repo& repo, Plan& plan) {
  for (const std::string& path : plan.to_remove)
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) return os_error(errno, path);
  for (const std::string& path : plan.directories_to_remove) ::rmdir(path.c_str());  // those with ignored files stay
  TRY(make_dirs(plan.root));
  const Fd root = TRY(open_file(plan.root, O_RDONLY | O_DIRECTORY));
  FileMaker maker(repo.cache_of(*plan.output), repo.link_types(), *TRY(repo.index()), repo.hash_workers(),
                  &repo.progress());
  TRY(maker.make(root, plan.to_make));
  return TRY(repo.index())->remember(index_name(plan.root, plan.output->hash), plan.wanted, Coverage::kSomeFiles);
}

// With '/' at the end of a directory that is there.
std::string shown_with_slash(const Repo& repo, const std::string& path) {
  return repo.shown(path) + (is_directory(path) ? "/" : "");
}

void sort_directories_first(std::vector<std::string>& paths) {
  std::ranges::sort(paths, {}, [](const std::string& path) { return std::pair(!path.ends_with('/'), path); });
}

void report(const Repo& repo, const Plan& plan, CheckoutResult& result) {
  if (plan.change == PathChange::kFailed) {
    result.failed.push_back(repo.shown(plan.output->path));
    return;
  }
  result.files.added += plan.added;
  result.files.modified += plan.modified;
  if (plan.is_directory && plan.was_there) result.files.deleted += plan.to_remove.size();
  const std::string path = shown_with_slash(repo, plan.output->path);
  // A part that is new changes the directory that it belongs to.
  if (plan.change == PathChange::kAdded) (plan.output_was_there ? result.modified : result.added).push_back(path);
  if (plan.change == PathChange::kModified) result.modified.push_back(path);
}

// Outputs that were put here and that no stage names any more: gone with their .dvc files, unless they were changed or
// the cache lacks something of them.
Status remove_unused(Repo& repo, CheckoutResult& result) {
  std::set<std::string> used;
  for (const Stage& stage : TRY(repo.stages()))
    for (const Output& output : stage.outputs) used.insert(output.path);
  StatIndex* index = TRY(repo.index());
  for (const auto& [path, object] : TRY(index->placed())) {
    if (used.contains(path)) continue;
    const auto content = read_content(repo, path, {});
    if (content.ok() && content->id.text() == object && repo.cache().has_all(content->entries())) {
      result.deleted.push_back(shown_with_slash(repo, path));
      TRY(remove_all(path));
    }
    TRY(index->forget_placed(path));
  }
  result.files.deleted += result.deleted.size();
  return {};
}

}  // namespace

Result<CheckoutResult> checkout(Repo& repo, const std::vector<StageTarget>& targets, const CheckoutOptions& options) {
  CheckoutResult result;
  if (options.remove_unused) TRY(remove_unused(repo, result));
  std::vector<Plan> plans;
  std::vector<std::string> unsaved;
  for (const StageTarget& target : targets) {
    for (const Output& output : target.stage.outputs) {
      const bool meant = target.only.empty() || is_inside(target.only, output.path);
      if (!meant || !output.use_cache || !output.in_repository || target.stage.is_partial_import()) continue;
      plans.push_back(TRY(Planner(repo, output, target.only, options).run()));
      unsaved.insert(unsaved.end(), plans.back().unsaved.begin(), plans.back().unsaved.end());
    }
  }
  if (!unsaved.empty()) {
    std::string message = "Can't remove the following unsaved files without confirmation. Use `--force` to force.";
    for (const std::string& path : unsaved) message += "\n" + path;
    return dvc_error(message);
  }
  StatIndex* index = TRY(repo.index());
  repo.progress().begin("checkout");
  for (Plan& plan : plans) {
    if (plan.change != PathChange::kFailed && (plan.change != PathChange::kNone || plan.relinks)) {
      const PathLocks locks = TRY(PathLocks::acquire(repo.tmp_dir(), "dvc checkout", {}, {plan.output->path}));
      TRY(apply(repo, plan));
      TRY(index->note_placed(plan.output->path, plan.output->hash_value));
    }
    report(repo, plan, result);
  }
  for (auto* list : {&result.added, &result.modified, &result.deleted}) sort_directories_first(*list);
  return result;
}

Error checkout_failed(const CheckoutResult& result) {
  return dvc_error(
      fmt::format("Checkout failed for following targets:\n{}\nIs your cache up to date?\n"
                  "<https://error.dvc.org/missing-files>",
                  fmt::join(result.failed, "\n")));
}

}  // namespace cairn::data
