// Another repository that data come from: DVC's or plain Git's. A directory of this machine is read as it is; a
// revision of it, and anything else that Git can clone, is cloned to a temporary directory first.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/result.h"
#include "core/scratch_folder.h"
#include "data/repo/repo.h"

namespace cairn::data {

class Source {
 public:
  // `revision` is empty for what is there now.
  static Result<std::unique_ptr<Source>> open(const std::string& url, const std::string& revision);
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
  // or a part of one, from the repository's cache or its remote.
  Status fetch_to(const std::string& path, const std::string& target);

 private:
  Source() = default;
  Status clone(const std::string& url, const std::string& revision);
  Status fetch_output(const Stage& stage, const std::string& path, const std::string& target);

  std::string root_;
  std::optional<ScratchFolder> temporary_;
  std::unique_ptr<Repo> repo_;
};

// Copies a file or a directory; what is there gives way.
Status copy_tree(const std::string& from, const std::string& to);

}  // namespace cairn::data
