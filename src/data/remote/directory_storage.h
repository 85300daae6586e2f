// A directory or a file of this machine, as a source of data. A remote that is a directory is a LocalRemote.
#pragma once

#include <memory>

#include "data/remote/storage.h"
#include "data/remote/storage_options.h"

namespace cairn::data {

Result<std::unique_ptr<Storage>> open_directory_storage(const std::string& path, const StorageOptions& options,
                                                        unsigned jobs);

}  // namespace cairn::data
