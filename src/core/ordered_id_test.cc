#include "core/ordered_id.h"

#include <gtest/gtest.h>

namespace cairn {
namespace {

TEST(OrderedIdTest, LaterOnesAreGreater) {
  std::string before = new_ordered_hex_id();
  for (int i = 0; i < 10'000; ++i) {
    std::string next = new_ordered_hex_id();
    ASSERT_EQ(next.size(), 32U);
    ASSERT_LT(before, next);
    before = std::move(next);
  }
}

}  // namespace
}  // namespace cairn
