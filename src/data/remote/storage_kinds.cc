#include "data/remote/storage_kinds.h"

#include <algorithm>
#include <fmt/format.h>
#include <thread>

#include "data/errors.h"
#include "data/files/paths.h"
#include "data/remote/directory_storage.h"
#include "data/remote/http_storage.h"
#include "data/remote/s3_storage.h"
#include "data/remote/sftp_storage.h"
#include "data/remote/webdav_storage.h"

namespace cairn::data {
namespace {

using Open = Result<std::unique_ptr<Storage>> (*)(const std::string& url, const StorageOptions& options, unsigned jobs);

struct StorageKind {
  std::string_view scheme;
  Open open;
};
constexpr StorageKind kStorageKinds[] = {
    {"", open_directory_storage},     {"http", open_http_storage}, {"https", open_http_storage},
    {"s3", open_s3_storage},          {"ssh", open_sftp_storage},  {"webdav", open_webdav_storage},
    {"webdavs", open_webdav_storage},
};

}  // namespace

unsigned default_jobs() { return std::max(16U, 4 * std::thread::hardware_concurrency()); }

std::string scheme_of(std::string_view url) {
  const std::size_t end = url.find("://");
  return end == std::string_view::npos ? std::string() : lower_ascii(url.substr(0, end));
}

Result<std::unique_ptr<Storage>> open_storage(const std::string& url, const StorageOptions& options, unsigned jobs) {
  const std::string scheme = scheme_of(url);
  const auto* kind = std::ranges::find(kStorageKinds, scheme, &StorageKind::scheme);
  if (kind != std::end(kStorageKinds)) return kind->open(url, options, jobs);
  if (options.name().empty())
    return dvc_error(fmt::format("The source '{}' is of the kind '{}', which is not supported yet.", url, scheme));
  return dvc_error(
      fmt::format("The remote '{}' is of the kind '{}', which is not supported yet.", options.name(), scheme));
}

}  // namespace cairn::data
