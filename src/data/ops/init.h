// dvc init: makes a repository.
#pragma once

#include <string>

#include "core/result.h"

namespace cairn::data {

struct InitOptions {
  bool no_scm = false;  // without Git
  bool force = false;   // in place of a repository that is there, cache and all
  bool subdir = false;  // below the root of Git's work tree
};

// `directory` is absolute.
Status init(const std::string& directory, const InitOptions& options);

}  // namespace cairn::data
