// s3://bucket/prefix
#pragma once

#include <memory>

#include "data/remote/storage.h"
#include "data/remote/storage_options.h"

namespace cairn::data {

// `jobs`: how many requests may be on their way at once.
Result<std::unique_ptr<Storage>> open_s3_storage(const std::string& url, const StorageOptions& options, unsigned jobs);

}  // namespace cairn::data
