// webdav://host/path and webdavs://host/path: a web server that takes files and tells what it holds.
#pragma once

#include <memory>

#include "data/remote/storage.h"
#include "data/remote/storage_options.h"

namespace cairn::data {

Result<std::unique_ptr<Storage>> open_webdav_storage(const std::string& url, const StorageOptions& options,
                                                     unsigned jobs);

}  // namespace cairn::data
