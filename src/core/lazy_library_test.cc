#include "core/lazy_library.h"

#include <gtest/gtest.h>
#include <libdeflate.h>

namespace cairn {
namespace {

const LazyLibrary libdeflate("libdeflate.so.0", "libdeflate0");
const LazyLibrary absent("libcairn-has-no-such.so.1", "no-such-package");
CAIRN_LAZY(libdeflate, libdeflate_crc32);

TEST(LazyLibrary, FunctionIsTheLibrarys) {
  ASSERT_TRUE(libdeflate.load().ok());
  EXPECT_EQ(libdeflate_crc32(0, "123456789", 9), 0xCBF43926U);
}

TEST(LazyLibrary, WhatIsAbsentIsNamedWithItsPackage) {
  const Status loaded = absent.load();
  ASSERT_FALSE(loaded.ok());
  EXPECT_NE(loaded.error().message().find("apt-get install no-such-package"), std::string::npos);
  EXPECT_NE(loaded.error().message().find("libcairn-has-no-such.so.1"), std::string::npos);
}

TEST(LazyLibraryDeathTest, UnknownFunctionEndsTheProgram) {
  EXPECT_DEATH((void)libdeflate.function("no_such_function"), "libdeflate.so.0 has no no_such_function");
}

}  // namespace
}  // namespace cairn
