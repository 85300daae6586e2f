#include "transfer/file_tree.h"

#include <fmt/format.h>
#include <utility>

namespace cairn::transfer {
namespace {

class LocationFiles final : public FileTree {
 public:
  explicit LocationFiles(artifacts::Location location) : location_(std::move(location)) {}

  Result<std::vector<artifacts::Entry>> list(const artifacts::Path& folder) override {
    return location_.repository->list(location_.root / folder);
  }

  Status read(const artifacts::Path& path, artifacts::Sink& to) override {
    const auto file = TRY(location_.repository->open(location_.root / path));
    const std::uint64_t size = file->info().size;
    const auto stream = TRY(file->read({0, size}));
    std::vector<char> piece(artifacts::kPiece);
    std::uint64_t copied = 0;
    while (const std::size_t count = TRY(stream->read(piece))) {
      TRY(to.write({piece.data(), count}));
      copied += count;
    }
    if (copied == size) return {};
    return Error(ErrorCode::kDataLoss,
                 fmt::format("The artifact '{}' ended after {} of {} bytes.", path.text(), copied, size));
  }

 private:
  artifacts::Location location_;
};

class SinkWriter final : public http::BodyWriter {
 public:
  explicit SinkWriter(artifacts::Sink& to) : to_(to) {}
  Status write(std::string_view bytes) override { return to_.write(bytes); }

 private:
  artifacts::Sink& to_;
};

class StoreFiles final : public FileTree {
 public:
  explicit StoreFiles(std::unique_ptr<client::ArtifactStore> store) : store_(std::move(store)) {}

  Result<std::vector<artifacts::Entry>> list(const artifacts::Path& folder) override { return store_->list(folder); }

  Status read(const artifacts::Path& file, artifacts::Sink& to) override {
    SinkWriter writer(to);
    return store_->download(file, writer);
  }

 private:
  std::unique_ptr<client::ArtifactStore> store_;
};

}  // namespace

std::unique_ptr<FileTree> files_in(artifacts::Location location) {
  return std::make_unique<LocationFiles>(std::move(location));
}

std::unique_ptr<FileTree> files_in(std::unique_ptr<client::ArtifactStore> store) {
  return std::make_unique<StoreFiles>(std::move(store));
}

}  // namespace cairn::transfer
