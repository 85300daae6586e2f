#include "api/artifacts/zip.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace cairn::api {
namespace {

constexpr std::uint32_t kHead = 0x04034b50;
constexpr std::uint32_t kTail = 0x08074b50;
constexpr std::uint32_t kDirectoryEntry = 0x02014b50;
constexpr std::uint32_t kEnd64 = 0x06064b50;
constexpr std::uint32_t kEnd64Locator = 0x07064b50;
constexpr std::uint32_t kEnd = 0x06054b50;

constexpr std::uint16_t kVersion = 20;
constexpr std::uint16_t kVersion64 = 45;
constexpr std::uint16_t kFlags = 0x0808;  // the sums follow the bytes; names are UTF-8
constexpr std::uint16_t kKeptAsIs = 0;
constexpr std::uint16_t kDate = 0x0021;  // 1 January 1980: it is not said when a file was made
constexpr std::uint16_t kExtra64 = 0x0001;
constexpr std::uint32_t kElsewhere32 = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint16_t kElsewhere16 = std::numeric_limits<std::uint16_t>::max();

template <class Number>
void put(std::string& out, Number value) {
  for (std::size_t byte = 0; byte < sizeof(Number); ++byte) {
    out += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * byte) & 0xff);
  }
}

bool is_large(std::uint64_t value) { return value >= kElsewhere32; }
std::uint32_t low(std::uint64_t value) { return is_large(value) ? kElsewhere32 : static_cast<std::uint32_t>(value); }

// From "version needed" to the date, as heads and directory have it.
void put_common(std::string& out, bool large) {
  put(out, large ? kVersion64 : kVersion);
  put(out, kFlags);
  put(out, kKeptAsIs);
  put(out, std::uint16_t{0});
  put(out, kDate);
}

}  // namespace

ZipFrame::ZipFrame(std::vector<ZipEntry> entries) : entries_(std::move(entries)), sums_(entries_.size()) {
  std::uint64_t offset = 0;
  offsets_.reserve(entries_.size() + 1);
  for (std::size_t index = 0; index < entries_.size(); ++index) {
    offsets_.push_back(offset);
    offset += head(index).size() + entries_[index].size + tail(index, 0).size();
  }
  offsets_.push_back(offset);
}

std::uint64_t ZipFrame::size() const { return offsets_.back() + directory().size(); }

std::string ZipFrame::head(std::size_t index) const {
  const ZipEntry& entry = entries_[index];
  const bool large = is_large(entry.size);
  std::string out;
  put(out, kHead);
  put_common(out, large);
  put(out, std::uint32_t{0});  // the sum and both sizes follow in the tail
  put(out, large ? kElsewhere32 : 0U);
  put(out, large ? kElsewhere32 : 0U);
  put(out, static_cast<std::uint16_t>(entry.name.size()));
  put(out, static_cast<std::uint16_t>(large ? 20 : 0));
  out += entry.name;
  if (large) {
    put(out, kExtra64);
    put(out, std::uint16_t{16});
    put(out, std::uint64_t{0});
    put(out, std::uint64_t{0});
  }
  return out;
}

std::string ZipFrame::tail(std::size_t index, std::uint32_t sum) {
  sums_[index] = sum;
  const std::uint64_t size = entries_[index].size;
  std::string out;
  put(out, kTail);
  put(out, sum);
  for (int once_packed_once_unpacked = 0; once_packed_once_unpacked < 2; ++once_packed_once_unpacked) {
    if (is_large(size)) {
      put(out, size);
    } else {
      put(out, static_cast<std::uint32_t>(size));
    }
  }
  return out;
}

std::string ZipFrame::directory_entry(std::size_t index) const {
  const ZipEntry& entry = entries_[index];
  const std::uint64_t offset = offsets_[index];
  std::string large;
  if (is_large(entry.size)) {
    put(large, entry.size);
    put(large, entry.size);
  }
  if (is_large(offset)) put(large, offset);
  std::string out;
  put(out, kDirectoryEntry);
  put(out, large.empty() ? kVersion : kVersion64);
  put_common(out, !large.empty());
  put(out, sums_[index]);
  put(out, low(entry.size));
  put(out, low(entry.size));
  put(out, static_cast<std::uint16_t>(entry.name.size()));
  put(out, static_cast<std::uint16_t>(large.empty() ? 0 : large.size() + 4));
  out.append(10, '\0');  // no comment, disk 0, no attributes
  put(out, low(offset));
  out += entry.name;
  if (!large.empty()) {
    put(out, kExtra64);
    put(out, static_cast<std::uint16_t>(large.size()));
    out += large;
  }
  return out;
}

std::string ZipFrame::directory() const {
  std::string out;
  for (std::size_t index = 0; index < entries_.size(); ++index) out += directory_entry(index);
  const std::uint64_t count = entries_.size();
  const std::uint64_t begin = offsets_.back();
  const std::uint64_t length = out.size();
  if (count >= kElsewhere16 || is_large(begin) || is_large(length)) {
    put(out, kEnd64);
    put(out, std::uint64_t{44});  // what is left of this record
    put(out, kVersion64);
    put(out, kVersion64);
    put(out, std::uint64_t{0});  // both disks
    put(out, count);
    put(out, count);
    put(out, length);
    put(out, begin);
    put(out, kEnd64Locator);
    put(out, std::uint32_t{0});
    put(out, begin + length);
    put(out, std::uint32_t{1});
  }
  const auto shown = static_cast<std::uint16_t>(std::min<std::uint64_t>(count, kElsewhere16));
  put(out, kEnd);
  put(out, std::uint32_t{0});  // both disks
  put(out, shown);
  put(out, shown);
  put(out, low(length));
  put(out, low(begin));
  put(out, std::uint16_t{0});
  return out;
}

}  // namespace cairn::api
