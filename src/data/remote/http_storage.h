// http://host/path, https://host/path: files that GET and HEAD know, and that POST or PUT puts there.
#pragma once

#include <memory>

#include "data/remote/storage.h"
#include "data/remote/storage_options.h"

namespace cairn::data {

Result<std::unique_ptr<Storage>> open_http_storage(const std::string& url, const StorageOptions& options,
                                                   unsigned jobs);

}  // namespace cairn::data
