// Small archives are read by Python's zipfile in tests/ui; here is what no test would want to send: large ones.
#include "api/artifacts/zip.h"

#include <gtest/gtest.h>

namespace cairn::api {
namespace {

constexpr std::uint64_t kLarge = 5'000'000'000;

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint64_t value = 0;
  for (std::size_t byte = 0; byte < width; ++byte) {
    value |= std::uint64_t{static_cast<unsigned char>(bytes[at + byte])} << (8 * byte);
  }
  return value;
}

TEST(Zip, IsAsLongAsItSays) {
  ZipFrame frame({{"a.txt", 3}, {"folder/b", 0}, {"large", kLarge}, {"behind", 1}});
  std::uint64_t length = 0;
  for (std::size_t index = 0; index < frame.entries().size(); ++index) {
    length += frame.head(index).size() + frame.entries()[index].size + frame.tail(index, 7).size();
  }
  EXPECT_EQ(frame.size(), length + frame.directory().size());
}

TEST(Zip, NeedsNoZip64ForWhatIsSmall) {
  ZipFrame frame({{"a", 3}});
  EXPECT_EQ(frame.head(0).size(), 30u + 1);
  EXPECT_EQ(frame.tail(0, 0x01020304), std::string("PK\x07\x08\x04\x03\x02\x01\x03\0\0\0\x03\0\0\0", 16));
  const std::string directory = frame.directory();
  EXPECT_EQ(directory.size(), 46u + 1 + 22);
  EXPECT_EQ(number_at(directory, 16, 4), 0x01020304u);
}

TEST(Zip, SaysLargeSizesAndOffsetsInZip64) {
  ZipFrame frame({{"L", kLarge}, {"b", 1}});
  EXPECT_EQ(frame.tail(0, 0).size(), 24u);
  const std::string directory = frame.directory();
  const std::size_t second = 46 + 1 + 4 + 16;
  EXPECT_EQ(number_at(directory, 20, 4), 0xffffffffu);
  EXPECT_EQ(number_at(directory, 46 + 1 + 4, 8), kLarge);
  EXPECT_EQ(number_at(directory, second + 42, 4), 0xffffffffu);
  EXPECT_EQ(number_at(directory, second + 46 + 1 + 4, 8), frame.head(0).size() + kLarge + 24);
  EXPECT_NE(directory.find("PK\x06\x06"), std::string::npos);
  EXPECT_NE(directory.find("PK\x06\x07"), std::string::npos);
}

TEST(Zip, CountsManyFilesInZip64) {
  ZipFrame frame(std::vector<ZipEntry>(70'000, ZipEntry{"f", 0}));
  const std::string directory = frame.directory();
  const std::size_t end = directory.size() - 22;
  EXPECT_EQ(number_at(directory, end + 10, 2), 0xffffu);
  EXPECT_EQ(number_at(directory, end - 20 - 56 + 32, 8), 70'000u);
}

}  // namespace
}  // namespace cairn::api
