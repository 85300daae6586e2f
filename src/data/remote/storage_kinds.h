// The kinds of places that data can be in, by the schemes of their URLs.
#pragma once

#include <memory>

#include "data/remote/storage.h"
#include "data/remote/storage_options.h"

namespace cairn::data {

// How many files are on their way at once unless the user says: they mostly wait for the other end.
[[nodiscard]] unsigned default_jobs();

// The part of a URL before "://", in lower case; empty for a path of this machine.
[[nodiscard]] std::string scheme_of(std::string_view url);

// kNotImplemented, naming the kind, for what DVC knows and we don't yet.
Result<std::unique_ptr<Storage>> open_storage(const std::string& url, const StorageOptions& options, unsigned jobs);

}  // namespace cairn::data
