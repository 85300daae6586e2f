#include "data/repo/history.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <optional>
#include <ranges>
#include <set>

#include "data/errors.h"
#include "data/files/paths.h"
#include "data/repo/pipeline_file.h"
#include "data/repo/stage_files.h"

namespace cairn::data {
namespace {

Error no_git() { return dvc_error("This command needs a Git repository, and core.no_scm is set."); }

Result<const Git*> git_of(const Repo& repo) {
  if (!repo.git()) return no_git();
  return repo.git();
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (const auto part : std::views::split(text, separator))
    if (!part.empty()) parts.emplace_back(part.begin(), part.end());
  return parts;
}

struct Blob {
  std::string hash;
  std::string path;  // absolute, as if it lay in the work tree
};

// The files of a commit that hold stages, and what is known about them.
Result<std::vector<Blob>> stage_blobs(const Repo& repo, const Git& git, const std::string& commit) {
  std::vector<Blob> blobs;
  const std::string listing = TRY(git.run({"ls-tree", "-r", "-z", "--full-tree", commit}));
  for (const std::string& line : split(listing, '\0')) {  // "<mode> blob <hash>\t<path>"
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const std::string path = join_path(git.root(), line.substr(tab + 1));
    const std::vector<std::string> words = split(line.substr(0, tab), ' ');
    const bool is_read = is_stage_file(path) || file_name(path) == file_name(lock_file_of(std::string(kPipelineFile)));
    const bool is_stage = is_read && is_inside(path, repo.root()) && !is_inside(path, repo.dvc_dir());
    if (is_stage && words.size() == 3 && words[1] == "blob") blobs.push_back({words[2], path});
  }
  return blobs;
}

// Takes the next object off the output of git cat-file --batch: "<hash> blob <size>\n<content>\n".
std::optional<std::string> take_object(std::string_view& output) {
  const std::size_t end = output.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view header = output.substr(0, end);
  std::size_t size = 0;
  const std::string_view digits = header.substr(header.rfind(' ') + 1);
  if (std::from_chars(digits.data(), digits.data() + digits.size(), size).ec != std::errc()) return std::nullopt;
  if (output.size() < end + 1 + size + 1) return std::nullopt;
  std::string content(output.substr(end + 1, size));
  output.remove_prefix(end + 1 + size + 1);
  return content;
}

}  // namespace

bool has_commits(const Repo& repo) {
  return repo.git() && repo.git()->run({"rev-parse", "-q", "--verify", "HEAD"}).ok();
}

Result<std::string> resolve_revision(const Repo& repo, const std::string& name) {
  const Git& git = *TRY(git_of(repo));
  const auto commit = git.run({"rev-parse", "-q", "--verify", "--end-of-options", name + "^{commit}"});
  if (!commit.ok()) return dvc_error(fmt::format("unknown Git revision '{}'", name));
  return commit->substr(0, commit->find('\n'));
}

Result<std::vector<std::string>> commits_of(const Repo& repo, const History& history) {
  std::vector<std::string> commits;
  const bool names_revisions = !history.revisions.empty() || !history.since.empty();
  if (history.is_empty() || (!repo.git() && !names_revisions)) return commits;
  const Git& git = *TRY(git_of(repo));
  std::set<std::string> seen;
  const auto add = [&](const std::string& lines) {
    for (std::string& commit : split(lines, '\n'))
      if (seen.insert(commit).second) commits.push_back(std::move(commit));
  };
  const std::string limit = fmt::format(
      "--max-count={}", history.last == 0 ? 1 : std::min<std::int64_t>(history.last, std::numeric_limits<int>::max()));
  const auto add_last_of = [&](const std::string& name) -> Status {
    add(TRY(git.run({"rev-list", "--first-parent", limit, name})));
    return {};
  };
  for (const std::string& revision : history.revisions) TRY(add_last_of(TRY(resolve_revision(repo, revision))));
  const std::vector<std::string> everything{"rev-list", "--branches", "--tags", "--remotes", "HEAD"};
  if (history.all_commits) add(TRY(git.run(everything)));
  if (history.all_branches)
    for (const std::string& branch : split(TRY(git.run({"for-each-ref", "--format=%(refname)", "refs/heads"})), '\n'))
      TRY(add_last_of(branch));
  if (history.all_tags) add(TRY(git.run({"rev-list", "--no-walk", "--tags"})));
  if (!history.since.empty()) {
    std::vector<std::string> arguments = everything;
    arguments.insert(arguments.begin() + 1, "--since=" + history.since + "T00:00:00");
    add(TRY(git.run(arguments)));
  }
  if (history.all_experiments) add(TRY(git.run({"rev-list", "--no-walk", "--glob=refs/exps"})));
  return commits;
}

Result<std::vector<Stage>> stages_at(const Repo& repo, const std::string& commit) {
  const Git& git = *TRY(git_of(repo));
  const std::vector<Blob> blobs = TRY(stage_blobs(repo, git, commit));
  std::string wanted;
  for (const Blob& blob : blobs) wanted += blob.hash + '\n';
  if (blobs.empty()) return std::vector<Stage>();
  const std::string output = TRY(git.run({"cat-file", "--batch"}, wanted));
  std::string_view rest = output;
  std::map<std::string, std::string> texts;
  for (const Blob& blob : blobs) {
    auto text = take_object(rest);
    if (!text) return internal_error(fmt::format("git cat-file: no content for '{}'", relative_path(blob.path)));
    texts[blob.path] = *std::move(text);
  }
  std::vector<Stage> stages;
  for (const auto& [path, text] : texts) {
    if (!is_stage_file(path)) continue;
    const auto lock = file_name(path) == kPipelineFile ? texts.find(lock_file_of(path)) : texts.end();
    std::ranges::move(TRY(read_stages(repo, path, text, lock == texts.end() ? "" : lock->second)),
                      std::back_inserter(stages));
  }
  return stages;
}

}  // namespace cairn::data
