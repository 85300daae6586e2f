// Small files of a storage that are held whole.
#pragma once

#include <algorithm>
#include <string>

#include "data/remote/storage.h"

namespace cairn::data {

class MemorySink final : public FileSink {
 public:
  Status begin(std::uint64_t offset, std::uint64_t /*size*/) override {
    bytes.resize(std::min<std::size_t>(bytes.size(), offset));
    return {};
  }
  Status write(std::string_view piece) override {
    bytes += piece;
    return {};
  }
  std::string bytes;
};

class MemorySource final : public FileSource {
 public:
  explicit MemorySource(std::string bytes) : bytes_(std::move(bytes)) {}
  [[nodiscard]] std::uint64_t size() const override { return bytes_.size(); }
  Status seek(std::uint64_t offset) override {
    position_ = std::min<std::size_t>(offset, bytes_.size());
    return {};
  }
  Result<std::size_t> read(std::span<char> buffer) override {
    const std::size_t count = bytes_.copy(buffer.data(), buffer.size(), position_);
    position_ += count;
    return count;
  }

 private:
  const std::string bytes_;
  std::size_t position_ = 0;
};

}  // namespace cairn::data
