#include "data/repo/ignore_tree.h"

#include <algorithm>
#include <fmt/format.h>
#include <ranges>

#include "data/files/fd.h"
#include "data/files/paths.h"

namespace cairn::data {

// Follows a walk: keeps the rules of the directory that is being listed.
class IgnoreFilter : public WalkFilter {
 public:
  IgnoreFilter(IgnoreTree& tree, std::string start) : tree_(tree), start_(std::move(start)) {}

  Status enter(std::string_view directory, const std::vector<RawEntry>& entries) override {
    path_ = directory.empty() ? start_ : join_path(start_, directory);
    const bool has_rules = std::ranges::find(entries, tree_.file_name_, &RawEntry::name) != entries.end();
    levels_ = has_rules ? &tree_.levels_of(path_) : &tree_.levels_without_own(path_);
    if (!path_.empty()) path_ += '/';
    prefix_ = path_.size();
    return {};
  }

  bool skips(std::string_view /*directory*/, std::string_view name, EntryKind kind) override {
    path_.resize(prefix_);
    path_ += name;
    return tree_.decide(*levels_, path_, kind).ignored;
  }

 private:
  IgnoreTree& tree_;
  std::string start_;
  std::string path_;  // of the directory, and behind it the last name that was asked about
  std::size_t prefix_ = 0;
  const IgnoreTree::Levels* levels_ = nullptr;
};

IgnoreTree::IgnoreTree(std::string root, std::string file_name, std::vector<IgnorePattern> base,
                       SubProjects sub_projects)
    : root_(std::move(root)),
      file_name_(std::move(file_name)),
      sub_projects_(sub_projects),
      sub_project_(*IgnorePattern::parse("*/", "in sub_repo")) {
  Levels levels{std::make_shared<Level>(Level{"", std::move(base)})};
  if (auto level = read_level("", levels)) levels.push_back(std::move(level));
  levels_.emplace("", std::move(levels));
}

std::unique_ptr<WalkFilter> IgnoreTree::filter(std::string start) {
  return std::make_unique<IgnoreFilter>(*this, std::move(start));
}

IgnoreTree::Verdict IgnoreTree::check(std::string_view path, EntryKind kind) {
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
    const std::string_view directory = path.substr(0, slash);
    const Verdict verdict = decide(levels_of(parent_of(directory)), directory, EntryKind::kDirectory);
    if (verdict.ignored) return verdict;
  }
  return decide(levels_of(parent_of(path)), path, kind);
}

const IgnoreTree::Levels& IgnoreTree::levels_of(std::string_view directory) {
  const auto known = levels_.find(std::string(directory));
  if (known != levels_.end()) return known->second;
  Levels levels = levels_of(parent_of(directory));
  if (auto level = read_level(directory, levels)) levels.push_back(std::move(level));
  return levels_.emplace(directory, std::move(levels)).first->second;
}

const IgnoreTree::Levels& IgnoreTree::levels_without_own(std::string_view directory) {
  const auto known = levels_.find(std::string(directory));
  if (known != levels_.end()) return known->second;
  return levels_.emplace(directory, levels_of(parent_of(directory))).first->second;
}

std::shared_ptr<const IgnoreTree::Level> IgnoreTree::read_level(std::string_view directory, const Levels& above) const {
  const std::string file = join_path(directory, file_name_);
  const auto text = read_file(join_path(root_, file));
  if (!text.ok() || decide(above, file, EntryKind::kFile).ignored) return nullptr;
  auto level = std::make_shared<Level>();
  if (!directory.empty()) level->base = fmt::format("{}/", directory);
  std::size_t number = 0;
  for (const auto part : std::views::split(std::string_view(*text), '\n')) {
    const std::string_view line(part.begin(), part.end());
    ++number;
    if (auto pattern = IgnorePattern::parse(line, fmt::format("{}:{}:{}", file, number, line)))
      level->patterns.push_back(*std::move(pattern));
  }
  return level;
}

IgnoreTree::Verdict IgnoreTree::decide(const Levels& levels, std::string_view path, EntryKind kind) const {
  if (sub_projects_ == SubProjects::kIgnore && kind == EntryKind::kDirectory && is_sub_project(path))
    return {true, &sub_project_};
  for (const auto& level : levels | std::views::reverse) {
    const std::string_view relative = path.substr(level->base.size());
    for (const IgnorePattern& pattern : level->patterns | std::views::reverse)
      if (pattern.matches(relative, kind)) return {!pattern.is_exception(), &pattern};
  }
  return {};
}

bool IgnoreTree::is_sub_project(std::string_view path) const { return exists(fmt::format("{}/{}/.dvc", root_, path)); }

}  // namespace cairn::data
