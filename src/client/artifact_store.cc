#include "client/artifact_store.h"

#include <fmt/format.h>
#include <utility>

#include "artifacts/repositories.h"
#include "client/operations.h"
#include "core/uri.h"
#include "http/query.h"

namespace cairn::client {
namespace {

constexpr std::string_view kProxiedScheme = "mlflow-artifacts";
constexpr std::string_view kProxy = "/api/2.0/mlflow-artifacts/artifacts";
constexpr Operation<api::ListServedArtifactsRequest, api::ListArtifactsResponse> kListServed{kGet, kProxy};

std::string proxy_target(const artifacts::Path& path) {
  return fmt::format("{}/{}", kProxy, http::percent_encode(path.text(), http::Slashes::kKeep));
}

class ForwardingSink final : public BodySink {
 public:
  explicit ForwardingSink(http::BodyWriter& to) : to_(to) {}
  Status begin(const Answer&) override { return {}; }
  Status write(std::string_view bytes) override { return to_.write(bytes); }

 private:
  http::BodyWriter& to_;
};

class ProxiedStore final : public ArtifactStore {
 public:
  ProxiedStore(Connection connection, artifacts::Path root)
      : connection_(std::move(connection)), root_(std::move(root)) {}

  Result<std::vector<artifacts::Entry>> list(const artifacts::Path& folder) override {
    const auto found = TRY(connection_.call(kListServed, {.path = (root_ / folder).text()}));
    std::vector<artifacts::Entry> entries;
    for (const api::FileEntry& file : found.files) {
      entries.push_back({file.path.substr(file.path.rfind('/') + 1),
                         file.is_dir ? artifacts::Kind::kFolder : artifacts::Kind::kFile,
                         static_cast<std::uint64_t>(file.file_size.value_or(0))});
    }
    return entries;
  }

  Status download(const artifacts::Path& file, http::BodyWriter& to) override {
    ForwardingSink sink(to);
    TRY(connection_.send({.method = kGet, .target = proxy_target(root_ / file)}, &sink));
    return {};
  }

  Status upload(const artifacts::Path& file, http::BodyReader& from, std::uint64_t size) override {
    Call call{.method = kPut, .target = proxy_target(root_ / file), .content_type = "application/octet-stream"};
    call.stream = &from;
    call.stream_length = size;
    TRY(connection_.send(call));
    return {};
  }

  Status remove(const artifacts::Path& path) override {
    TRY(connection_.send({.method = kDelete, .target = proxy_target(root_ / path)}));
    return {};
  }

 private:
  const Connection connection_;
  const artifacts::Path root_;
};

class DirectStore final : public ArtifactStore {
 public:
  explicit DirectStore(std::shared_ptr<artifacts::Repository> repository) : repository_(std::move(repository)) {}

  Result<std::vector<artifacts::Entry>> list(const artifacts::Path& folder) override {
    return repository_->list(folder);
  }

  Status download(const artifacts::Path& path, http::BodyWriter& to) override {
    const auto file = TRY(repository_->open(path));
    const auto stream = TRY(file->read({0, file->info().size}));
    std::vector<char> piece(artifacts::kPiece);
    while (const std::size_t count = TRY(stream->read(piece))) TRY(to.write({piece.data(), count}));
    return {};
  }

  Status upload(const artifacts::Path& path, http::BodyReader& from, std::uint64_t size) override {
    const auto sink = TRY(repository_->create(path, size));
    std::vector<char> piece(artifacts::kPiece);
    while (const std::size_t count = TRY(from.read(piece))) TRY(sink->write({piece.data(), count}));
    return sink->commit();
  }

  Status remove(const artifacts::Path& path) override { return repository_->remove(path); }

 private:
  const std::shared_ptr<artifacts::Repository> repository_;
};

}  // namespace

Result<std::unique_ptr<ArtifactStore>> open_artifact_store(const Connection& connection, const std::string& root_uri) {
  const UriParts parts = split_uri(root_uri);
  if (parts.scheme != kProxiedScheme) {
    return std::unique_ptr<ArtifactStore>(std::make_unique<DirectStore>(TRY(artifacts::open_repository(root_uri))));
  }
  std::string_view path = parts.path;
  while (path.starts_with('/')) path.remove_prefix(1);
  return std::unique_ptr<ArtifactStore>(std::make_unique<ProxiedStore>(connection, TRY(artifacts::Path::parse(path))));
}

}  // namespace cairn::client
