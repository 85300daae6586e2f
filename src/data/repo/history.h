// What was tracked in commits of the past.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/result.h"
#include "data/repo/repo.h"
#include "data/repo/stage.h"

namespace cairn::data {

// Which commits a command is about, besides the work tree.
struct History {
  bool all_branches = false;
  bool all_tags = false;
  bool all_commits = false;
  bool all_experiments = false;
  std::vector<std::string> revisions;
  std::int64_t last = 1;  // so many commits of each branch and revision, 1 for none; all where it is negative
  std::string since;      // commits of that date (yyyy-mm-dd) and later

  [[nodiscard]] bool is_empty() const {
    return !all_branches && !all_tags && !all_commits && !all_experiments && revisions.empty() && since.empty();
  }
};

// The commits, each once, as full hashes.
Result<std::vector<std::string>> commits_of(const Repo& repo, const History& history);
// The commit that a name means.
Result<std::string> resolve_revision(const Repo& repo, const std::string& name);
[[nodiscard]] bool has_commits(const Repo& repo);

// The stages of a commit, in the order of their files' names.
Result<std::vector<Stage>> stages_at(const Repo& repo, const std::string& commit);

}  // namespace cairn::data
