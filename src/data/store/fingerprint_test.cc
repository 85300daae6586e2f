#include "data/store/fingerprint.h"

#include <gtest/gtest.h>
#include <set>
#include <vector>

namespace cairn::data {
namespace {

struct Stamped {
  std::string name;
  FileStamp stamp;
};

std::vector<Stamped> some_files() {
  std::vector<Stamped> files;
  for (std::uint64_t i = 0; i < 20'000; ++i) {
    FileStamp stamp;
    stamp.inode = i;
    stamp.size = 4096;
    stamp.mtime = stamp.ctime = 1'700'000'000'000'000'000;
    files.push_back({"folder/" + std::to_string(i), stamp});
  }
  return files;
}

std::string fingerprint_of(const std::vector<Stamped>& files) {
  Fingerprint fingerprint;
  for (const Stamped& file : files) fingerprint.add(file.name, file.stamp);
  return fingerprint.finish().hex();
}

TEST(FingerprintTest, TellsAnyDifference) {
  std::set<std::string> fingerprints;
  EXPECT_EQ(fingerprint_of(some_files()), fingerprint_of(some_files()));
  fingerprints.insert(fingerprint_of(some_files()));
  fingerprints.insert(fingerprint_of({}));
  for (const std::size_t at : {0UL, 127UL, 9'999UL, 19'999UL}) {
    for (const auto field : {&FileStamp::inode, &FileStamp::size}) {
      auto files = some_files();
      files[at].stamp.*field += 1'000'000;
      fingerprints.insert(fingerprint_of(files));
    }
    for (const auto field : {&FileStamp::mtime, &FileStamp::ctime}) {
      auto files = some_files();
      files[at].stamp.*field += 1;
      fingerprints.insert(fingerprint_of(files));
    }
    auto files = some_files();
    files[at].name += '0';
    fingerprints.insert(fingerprint_of(files));
    files.erase(files.begin() + static_cast<std::ptrdiff_t>(at));
    fingerprints.insert(fingerprint_of(files));
  }
  EXPECT_EQ(fingerprints.size(), 2U + 4U * 6U);
}

}  // namespace
}  // namespace cairn::data
