// Data that go from where they are into a remote, without a stop in the cache or the work tree.
#pragma once

#include <string>

#include "core/result.h"
#include "data/remote/remote.h"
#include "data/repo/repo.h"

namespace cairn::data {

// Sends what a URL or a path of this machine holds to the remote (empty: the default one), and notes it in `output`.
// Files are hashed on their way through .dvc/tmp, a few at a time.
Status send_to_remote(Repo& repo, const UrlSpec& from, const std::string& remote, Output& output);

}  // namespace cairn::data
