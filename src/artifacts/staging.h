// Where files are written before they are whole: a folder that lists do not show.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "http/fd.h"

namespace cairn::artifacts {

// MLflow's prefix for files that are being uploaded: neither program lists what begins with it.
inline constexpr std::string_view kHiddenPrefix = ".artifact.uploading.";

// Removes what was left in the staging folder of `folder` by writers that are no more.
void clean_staging(const http::Fd& folder);

// A file in the making. Locked as long as it is open, so that clean_staging() leaves it alone; removed with this object
// unless move_to() has given it its name.
class StagedFile {
 public:
  // In the staging folder of `folder`, which is made if need be.
  static Result<StagedFile> create(const http::Fd& folder);
  StagedFile(StagedFile&&) = default;
  StagedFile& operator=(StagedFile&&) = delete;
  ~StagedFile();

  [[nodiscard]] const http::Fd& file() const { return file_; }
  // As `name` in `folder`, in place of what was there: made durable, then renamed, then the name made durable.
  Status move_to(const http::Fd& folder, const std::string& name);

 private:
  StagedFile(http::Fd staging, http::Fd file, std::string name)
      : staging_(std::move(staging)), file_(std::move(file)), name_(std::move(name)) {}

  http::Fd staging_;
  http::Fd file_;
  std::string name_;  // empty once it has moved
};

}  // namespace cairn::artifacts
