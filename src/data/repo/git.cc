#include "data/repo/git.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <ranges>

#include "core/text.h"
#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/files/process.h"
#include "data/format/ini.h"

namespace cairn::data {
namespace {

void add_patterns(const std::string& path, std::vector<IgnorePattern>& patterns) {
  const auto text = read_file(path);
  if (!text.ok()) return;
  for (const auto line : std::views::split(std::string_view(*text), '\n'))
    if (auto pattern = IgnorePattern::parse(std::string_view(line.begin(), line.end()), path))
      patterns.push_back(*std::move(pattern));
}

// core.excludesFile of the user's own configuration, or Git's default for it.
std::string user_excludes() {
  const char* config_home = std::getenv("XDG_CONFIG_HOME");
  const std::string base = config_home && *config_home ? config_home : expand_home("~/.config");
  for (const std::string& file : {expand_home("~/.gitconfig"), base + "/git/config"}) {
    const auto text = read_file(file);
    if (!text.ok()) continue;
    bool in_core = false;
    for (const auto part : std::views::split(std::string_view(*text), '\n')) {
      std::string line = lower_ascii(std::string_view(part.begin(), part.end()));
      std::erase_if(line, [](char c) { return c == ' ' || c == '\t'; });
      if (line.starts_with('[')) in_core = line.starts_with("[core]");
      if (!in_core || !line.starts_with("excludesfile=")) continue;
      const std::string_view original(part.begin(), part.end());
      std::string_view value = original.substr(original.find('=') + 1);
      value.remove_prefix(std::min(value.find_first_not_of(" \t\""), value.size()));
      value = value.substr(0, value.find_last_not_of(" \t\"\r") + 1);
      return expand_home(value);
    }
  }
  return base + "/git/ignore";
}

// Where Git keeps info/exclude: .git, or for a linked work tree the directory that its .git file leads to.
std::string common_directory(const std::string& root) {
  const std::string git = root + "/.git";
  if (is_directory(git)) return git;
  const auto text = read_file(git);
  constexpr std::string_view kPrefix = "gitdir: ";
  if (!text.ok() || !text->starts_with(kPrefix)) return git;
  const std::string_view target = std::string_view(*text).substr(kPrefix.size());
  const std::string directory = normal_path(join_path(root, target.substr(0, target.find('\n'))));
  const auto common = read_file(directory + "/commondir");
  return common.ok() ? normal_path(join_path(directory, common->substr(0, common->find('\n')))) : directory;
}

std::string escaped(std::string_view entry) {
  std::string result;
  for (const char c : entry) {
    if (std::string_view("[]!*#?\\").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
    lines.emplace_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

}  // namespace

Git::Git(std::string root) : root_(std::move(root)) {}

std::optional<Git> Git::find(const std::string& directory) {
  for (std::string at = directory;; at = parent_path(at)) {
    if (exists(at + "/.git")) return Git(at);
    if (at == "/" || at.empty()) return std::nullopt;
  }
}

IgnoreTree& Git::rules() {
  if (!rules_) {
    std::vector<IgnorePattern> base;
    add_patterns(user_excludes(), base);
    add_patterns(common_directory(root_) + "/info/exclude", base);
    rules_ = std::make_unique<IgnoreTree>(root_, ".gitignore", std::move(base), SubProjects::kTakePart);
  }
  return *rules_;
}

void Git::forget_rules() { rules_.reset(); }

bool Git::is_ignored(const std::string& path, EntryKind kind) {
  if (path == root_ || !is_inside(path, root_)) return false;
  return rules().check(std::string_view(path).substr(root_.size() + (root_ == "/" ? 0 : 1)), kind).ignored;
}

Result<bool> Git::is_tracked(const std::string& path) const {
  return !TRY(run({"--literal-pathspecs", "ls-files", "-z", "--", path})).empty();
}

Result<std::string> Git::ignore(const std::string& path) {
  const std::string file = join_path(parent_path(path), ".gitignore");
  if (!is_inside(file, root_)) return dvc_error(fmt::format("'{}' is outside of git repository '{}'", path, root_));
  if (is_ignored(path, EntryKind::kFile)) return std::string();
  std::string text = TRY(read_file_if_there(file));
  const std::string prefix = text.empty() || text.ends_with('\n') ? "" : "\n";
  const std::string line = fmt::format("{}/{}\n", prefix, escaped(file_name(path)));
  const std::vector<std::string> lines = lines_of(text);
  if (std::ranges::find(lines, line) == lines.end()) TRY(replace_file(file, text + line));
  forget_rules();
  return file;
}

Result<std::string> Git::stop_ignoring(const std::string& path) {
  const std::string file = join_path(parent_path(path), ".gitignore");
  const auto text = read_file(file);
  if (!text.ok() && is_missing(text.error())) return std::string();
  if (!text.ok()) return text.error();
  const std::string entry = fmt::format("/{}", file_name(path));
  std::string kept;
  for (const std::string& line : lines_of(*text)) {
    const std::string_view stripped = strip(line);
    if (stripped != strip(entry) && stripped != strip(escaped(entry))) kept += line;
  }
  forget_rules();
  if (kept.empty()) {
    TRY(remove_all(file));
    return std::string();
  }
  if (kept != *text) TRY(replace_file(file, kept));
  return file;
}

Status Git::add(const std::vector<std::string>& paths) const {
  std::vector<std::string> arguments{"--literal-pathspecs", "add", "--"};
  arguments.insert(arguments.end(), paths.begin(), paths.end());
  TRY(run(arguments));
  return {};
}

Result<std::string> Git::run(const std::vector<std::string>& arguments, std::string_view input) const {
  std::vector<std::string> command{"git"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  ProcessOutput output = TRY(run_process(command, root_, input));
  if (output.exit_status != 0) return dvc_error(fmt::format("git {}: {}", arguments.front(), strip(output.err)));
  return std::move(output.out);
}

}  // namespace cairn::data
