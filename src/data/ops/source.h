// Another repository that data come from: DVC's or plain Git's. A directory of this machine is read as it is; a
// revision of it, and anything else that Git can clone, is cloned to a temporary directory first.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/result.h"
#include "core/scratch_folder.h"
#include "data/ops/source_spec.h"
#include "data/repo/repo.h"

namespace cairn::data {

class Source {
 public:
  // What it fetches is counted in `progress`.
  static Result<std::unique_ptr<Source>> open(const SourceSpec& spec, Progress& progress);
  // The clone is removed.
  ~Source();
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  [[nodiscard]] const std::string& root() const { return root_; }
  // Null for a repository that is only Git's.
  [[nodiscard]] Repo* repo() { return repo_.get(); }
  // The commit that is checked out.
  [[nodiscard]] Result<std::string> commit() const;

  // Puts what a path of the repository holds to `target` (absolute): a file or directory of Git's, or a tracked output
  // or a part of one, from the repository's cache or its remote. All of it, or nothing: every file that fails is named.
  Status fetch_to(const std::string& path, const std::string& target, unsigned jobs = 0);
  // Where the remote has the object of what is tracked at a path; the cache, if it is there.
  Result<std::string> place_of(const std::string& path);

 private:
  explicit Source(Progress& progress) : progress_(progress) {}
  Status clone(const SourceSpec& spec, ConfigOverlay& overlay);
  Status fetch_output(const Output& output, const std::string& path, const std::string& target, unsigned jobs);
  // The tracked output that a path is, or lies in.
  Result<std::optional<Output>> output_at(const std::string& place);

  Progress& progress_;
  std::string root_;
  std::optional<ScratchFolder> temporary_;
  std::unique_ptr<Repo> repo_;
};

}  // namespace cairn::data
