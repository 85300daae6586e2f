// ssh://user@host:port/path: files of another machine, through SFTP.
#pragma once

#include <memory>

#include "data/remote/storage.h"
#include "data/remote/storage_options.h"

namespace cairn::data {

Result<std::unique_ptr<Storage>> open_sftp_storage(const std::string& url, const StorageOptions& options,
                                                   unsigned jobs);

}  // namespace cairn::data
