// The frame of a ZIP archive that is written while it is sent: files are kept as they are, and their sums follow them,
// because they are known only then. All lengths are known before, so that a client sees how much is to come.
//
// Archives and files beyond 4 GB, and more than 65,535 files, are written as ZIP64.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::api {

struct ZipEntry {
  std::string name;  // with slashes
  std::uint64_t size = 0;
};

class ZipFrame {
 public:
  explicit ZipFrame(std::vector<ZipEntry> entries);

  [[nodiscard]] const std::vector<ZipEntry>& entries() const { return entries_; }
  // Of the whole archive, files included.
  [[nodiscard]] std::uint64_t size() const;

  // For each entry in order: its head, its bytes, its tail with the CRC-32 of the bytes.
  [[nodiscard]] std::string head(std::size_t index) const;
  [[nodiscard]] std::string tail(std::size_t index, std::uint32_t sum);
  // What stands behind the last one.
  [[nodiscard]] std::string directory() const;

 private:
  [[nodiscard]] std::string directory_entry(std::size_t index) const;

  const std::vector<ZipEntry> entries_;
  std::vector<std::uint64_t> offsets_;  // of each head, and then of the directory
  std::vector<std::uint32_t> sums_;
};

}  // namespace cairn::api
