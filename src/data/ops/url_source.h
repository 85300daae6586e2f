// Data at a URL, or at "remote://name/path": a file, or a directory with all that is below it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/result.h"
#include "data/remote/remote.h"
#include "data/remote/storage.h"
#include "data/repo/repo.h"
#include "data/repo/stage.h"

namespace cairn::data {

[[nodiscard]] bool is_url(std::string_view text);

class UrlSource {
 public:
  // `repo` is null outside of one. kResourceDoesNotExist if there is nothing at the URL.
  static Result<UrlSource> open(const Repo* repo, const UrlSpec& spec);

  // A single file has an empty path. Sorted.
  [[nodiscard]] const std::vector<StoredFile>& files() const { return files_; }
  [[nodiscard]] bool is_directory() const { return is_directory_; }
  [[nodiscard]] Storage& storage() const { return *storage_; }
  [[nodiscard]] unsigned jobs() const { return jobs_; }

  // Notes what is there now in a dependency: its checksum, size and number of files. Where the place has no checksums,
  // everything is read.
  Status describe(Output& dependency);
  // Puts it to `target` (absolute); what is there gives way. A file that fails doesn't stop the others, and is named in
  // the error: then nothing is at `target` but what was there before, unless `partly` has those that came put there,
  // too, where nothing was.
  enum class Partly : std::uint8_t { kNo, kWhereNothingIs };
  Status fetch_to(const std::string& target, Partly partly, Progress& progress);

 private:
  UrlSource(std::unique_ptr<Storage> storage, unsigned jobs) : storage_(std::move(storage)), jobs_(jobs) {}
  Result<std::vector<std::string>> checksums();
  // Into a new place; an error names every file that failed.
  Status fetch_all(const std::string& staging, Progress& progress);

  std::unique_ptr<Storage> storage_;
  unsigned jobs_;
  std::vector<StoredFile> files_;
  bool is_directory_ = false;
};

// What `list-url` shows: right in the place, or everything below it. A directory ends in '/'.
Result<std::vector<StoredFile>> list_url(const Repo* repo, const UrlSpec& spec, Storage::Extent extent);

}  // namespace cairn::data
