// A storage in memory, for tests: what it holds can be damaged, and what is asked of it fails on demand.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "data/remote/storage.h"

namespace cairn::data {

class MemoryStorage final : public Storage {
 public:
  explicit MemoryStorage(Listing listing = Listing::kPages) : listing_(listing) {}

  std::map<std::string, std::string> files;
  unsigned requests = 0;
  unsigned failures = 0;      // so many of the next requests fail as if the connection was lost
  std::size_t cut_after = 0;  // a file that comes breaks off after so many bytes, once; 0: it doesn't
  std::uint64_t last_offset = 0;

  Result<StoredFile> stat(const std::string& path) override {
    const std::scoped_lock lock(mutex_);
    TRY(count());
    const auto found = files.find(path);
    if (found == files.end()) return does_not_exist(path);
    return StoredFile{path, found->second.size(), ""};
  }
  Status get(const std::string& path, std::uint64_t offset, FileSink& into) override {
    const std::scoped_lock lock(mutex_);
    TRY(count());
    last_offset = offset;
    const auto found = files.find(path);
    if (found == files.end()) return does_not_exist(path);
    TRY(into.begin(offset, found->second.size()));
    const std::string_view bytes = std::string_view(found->second).substr(offset);
    const std::size_t cut = std::exchange(cut_after, 0);
    TRY(into.write(cut > 0 ? bytes.substr(0, cut) : bytes));
    return cut > 0 ? Status(lost()) : Status();
  }
  Status put(const std::string& path, FileSource& from) override {
    const std::scoped_lock lock(mutex_);
    TRY(count());
    TRY(from.seek(0));
    std::string bytes, piece(1000, '\0');
    while (const std::size_t read = TRY(from.read(piece))) bytes += std::string_view(piece).substr(0, read);
    files[path] = bytes;
    order.push_back(path);
    return {};
  }
  Status remove(const std::string& path) override {
    const std::scoped_lock lock(mutex_);
    files.erase(path);
    return count();
  }
  [[nodiscard]] Listing listing() const override { return listing_; }
  Result<bool> list(const std::string& directory, Extent extent, const Found& found) override {
    const std::scoped_lock lock(mutex_);
    std::size_t listed = 0;
    TRY(count());
    for (const auto& [path, bytes] : files) {
      if (!path.starts_with(directory + '/')) continue;
      if (listed > 0 && listed % 1000 == 0) {
        if (extent == Extent::kFirstPage) return false;
        TRY(count());
      }
      ++listed;
      found({path, bytes.size(), ""});
    }
    return true;
  }
  [[nodiscard]] std::string_view checksum_name() const override { return "etag"; }
  [[nodiscard]] std::string place(const std::string& path) const override { return "memory:" + path; }

  std::vector<std::string> order;  // in which files were put

 private:
  static Error lost() { return {ErrorCode::kTemporarilyUnavailable, "the connection was lost"}; }
  Status count() {
    ++requests;
    if (failures == 0) return {};
    --failures;
    return lost();
  }

  const Listing listing_;
  std::mutex mutex_;
};

}  // namespace cairn::data
