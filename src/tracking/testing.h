// For tests: a database of its own, with the schema, on the engine that the tests run on.
#pragma once

#include "db/testing.h"

namespace cairn::tracking {

using ScratchDatabase = db::TestStore;

}  // namespace cairn::tracking
