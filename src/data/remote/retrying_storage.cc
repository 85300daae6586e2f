#include "data/remote/retrying_storage.h"

#include "http_client/retry.h"

namespace cairn::data {
namespace {

// Knows how far a file has come.
class CountingSink final : public FileSink {
 public:
  CountingSink(FileSink& into, std::uint64_t offset) : position(offset), into_(into) {}
  Status begin(std::uint64_t offset, std::uint64_t size) override {
    position = offset;
    return into_.begin(offset, size);
  }
  Status write(std::string_view bytes) override {
    position += bytes.size();
    return into_.write(bytes);
  }

  std::uint64_t position;

 private:
  FileSink& into_;
};

class RetryingStorage final : public Storage {
 public:
  explicit RetryingStorage(std::unique_ptr<Storage> storage) : storage_(std::move(storage)) {}

  Result<StoredFile> stat(const std::string& path) override {
    return retry([&] { return storage_->stat(path); });
  }

  Status get(const std::string& path, std::uint64_t offset, FileSink& into) override {
    CountingSink sink(into, offset);
    for (unsigned attempt = 1;; ++attempt) {
      const std::uint64_t before = sink.position;
      Status got = storage_->get(path, before, sink);
      if (got.ok() || !http_client::is_transient(got.error())) return got;
      if (sink.position > before) attempt = 1;  // as long as something comes, it goes on
      if (attempt >= policy_.attempts) return got;
      http_client::wait_for(http_client::backoff(policy_, attempt), {});
    }
  }

  Status put(const std::string& path, FileSource& from) override {
    return retry([&] { return storage_->put(path, from); });
  }
  Status remove(const std::string& path) override {
    return retry([&] { return storage_->remove(path); });
  }
  [[nodiscard]] Listing listing() const override { return storage_->listing(); }

  // What was found is told once it is all found, so that nothing is told twice.
  Result<bool> list(const std::string& directory, Extent extent, const Found& found) override {
    std::vector<StoredFile> files;
    const bool is_all = TRY(retry([&] {
      files.clear();
      return storage_->list(directory, extent, [&](StoredFile file) { files.push_back(std::move(file)); });
    }));
    for (StoredFile& file : files) found(std::move(file));
    return is_all;
  }

  [[nodiscard]] std::string_view checksum_name() const override { return storage_->checksum_name(); }
  [[nodiscard]] std::string place(const std::string& path) const override { return storage_->place(path); }

 private:
  template <class Try>
  auto retry(Try once) -> decltype(once()) {
    for (unsigned attempt = 1;; ++attempt) {
      auto done = once();
      if (done.ok() || !http_client::is_transient(done.error()) || attempt >= policy_.attempts) return done;
      http_client::wait_for(http_client::backoff(policy_, attempt), {});
    }
  }

  const std::unique_ptr<Storage> storage_;
  const http_client::RetryPolicy policy_{};
};

}  // namespace

std::unique_ptr<Storage> with_retries(std::unique_ptr<Storage> storage) {
  return std::make_unique<RetryingStorage>(std::move(storage));
}

}  // namespace cairn::data
