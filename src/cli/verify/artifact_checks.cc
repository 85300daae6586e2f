#include "cli/verify/artifact_checks.h"

#include <algorithm>
#include <fmt/format.h>
#include <span>

#include "cli/verify/expect.h"
#include "client/artifact_store.h"
#include "client/operations.h"
#include "core/ids.h"

namespace cairn::cli {
namespace {

constexpr std::string_view kFolder = "verify";
constexpr std::size_t kSize = std::size_t{1} << 20;

class FromText final : public http::BodyReader {
 public:
  explicit FromText(std::string_view text) : left_(text) {}
  Result<std::size_t> read(std::span<char> buffer) override {
    const std::size_t count = left_.copy(buffer.data(), buffer.size());
    left_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view left_;
};

class IntoText final : public http::BodyWriter {
 public:
  Status write(std::string_view bytes) override {
    text_ += bytes;
    return {};
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

// By the server, whoever wrote the files: it has to look where the client has written.
Status expect_listed(Probe& probe, const std::string& path) {
  const auto listed = TRY(probe.server.call(
      client::kListArtifacts,
      {.run_id = probe.run.run_id, .run_uuid = {}, .path = std::string(kFolder), .page_token = {}, .max_results = {}}));
  const auto found = std::ranges::find(listed.files, path, &api::FileEntry::path);
  if (found == listed.files.end()) {
    return Error(ErrorCode::kDataLoss,
                 fmt::format("{} was written to {}, and the server does not list it", path, probe.run.artifact_uri));
  }
  return expect_same("the size of the file", found->file_size.value_or(0), static_cast<std::int64_t>(kSize));
}

}  // namespace

Result<std::string> check_artifacts(Probe& probe) {
  const auto store = TRY(client::open_artifact_store(probe.server, probe.run.artifact_uri));
  const std::string bytes = random_bytes(kSize);
  const auto path = TRY(artifacts::Path::parse(fmt::format("{}/{}", kFolder, "random bytes.bin")));
  FromText from(bytes);
  TRY(store->upload(path, from, bytes.size()));
  TRY(expect_listed(probe, path.text()));
  IntoText read;
  TRY(store->download(path, read));
  if (read.text() != bytes) {
    return Error(ErrorCode::kDataLoss, fmt::format("{} has other bytes than were written to it", path.text()));
  }
  return fmt::format("1 MiB written to {}, listed, read back", probe.run.artifact_uri);
}

Status remove_artifacts(Probe& probe) {
  if (probe.run.artifact_uri.empty()) return {};
  const auto store = TRY(client::open_artifact_store(probe.server, probe.run.artifact_uri));
  return store->remove(TRY(artifacts::Path::parse(kFolder)));
}

}  // namespace cairn::cli
