// Which objects a storage has.
#pragma once

#include <vector>

#include "data/remote/object_names.h"
#include "data/remote/storage.h"

namespace cairn::data {

// Of these, the ones that are not there, in the same order.
//
// Asking about one object is a request, and so is listing: a thousand objects at once, or a directory. The way that
// takes fewer requests is taken. Objects are spread evenly over 256 prefixes, so one of them tells how many there are.
Result<std::vector<ObjectId>> missing_objects(Storage& storage, HashKind kind, const std::vector<ObjectId>& ids,
                                              unsigned jobs);

Result<std::vector<ObjectStore::Stored>> list_objects(Storage& storage, HashKind kind, unsigned jobs);

}  // namespace cairn::data
