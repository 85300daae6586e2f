// Tries again what failed because the other end was busy or the connection was lost. A file that was coming goes on
// where it broke off.
#pragma once

#include <memory>

#include "data/remote/storage.h"

namespace cairn::data {

std::unique_ptr<Storage> with_retries(std::unique_ptr<Storage> storage);

}  // namespace cairn::data
