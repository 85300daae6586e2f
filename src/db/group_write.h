// A kind of write of which several, that wait at the same time, can be applied as one: for a database behind a network
// a statement for all of them costs as much as a statement for one.
#pragma once

#include <span>

#include "core/result.h"

namespace cairn::db {

class Connection;

class GroupWrite {
 public:
  // What one caller wants; kinds derive their own from it.
  struct Item {
    Status outcome;
  };

  virtual ~GroupWrite() = default;

  // Applies all, and sets the outcome of each. An item whose outcome is an error has changed nothing. Where that cannot
  // be, or something else fails, the whole fails, is undone and applied item by item.
  // May run again from its beginning when the transaction has come to nothing.
  virtual Status apply(Connection& connection, std::span<Item* const> items) const = 0;

  // One of them, as an ordinary job.
  Status apply_one(Connection& connection, Item& item) const {
    Item* const only = &item;
    const Status applied = apply(connection, {&only, 1});
    return applied.ok() ? item.outcome : applied;
  }
};

}  // namespace cairn::db
