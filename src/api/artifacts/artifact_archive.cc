#include "api/artifacts/artifact_archive.h"

#include <fmt/format.h>
#include <libdeflate.h>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "api/artifacts/artifact_owner.h"
#include "api/artifacts/artifact_path.h"
#include "api/artifacts/content_disposition.h"
#include "api/artifacts/zip.h"
#include "api/wire/endpoint.h"

namespace cairn::api {
namespace {

using artifacts::Path;

constexpr std::size_t kMostFiles = 200'000;
constexpr std::size_t kLongestName = 65'535;

struct Archive {
  artifacts::Location folder;
  ZipFrame frame;
};

Status collect(artifacts::Repository& repository, const Path& root, const std::string& below,
               std::vector<ZipEntry>& found) {
  for (const artifacts::Entry& entry : TRY(repository.list(root / TRY(Path::parse(below))))) {
    std::string name = below.empty() ? entry.name : fmt::format("{}/{}", below, entry.name);
    if (entry.kind == artifacts::Kind::kFolder) {
      TRY(collect(repository, root, name, found));
      continue;
    }
    if (found.size() >= kMostFiles || name.size() > kLongestName) {
      return invalid_parameter(
          "The folder has more files, or longer names, than an archive takes. Fetch it with "
          "`mlflow artifacts download`.");
    }
    found.push_back({std::move(name), entry.size});
  }
  return {};
}

// A file that has grown or shrunk since it was listed breaks the archive off: its length was told.
Result<std::uint32_t> send_file(artifacts::Repository& repository, const Path& path, std::uint64_t size,
                                std::vector<char>& piece, http::BodyWriter& writer) {
  const auto file = TRY(repository.open(path));
  if (file->info().size != size) return Error(ErrorCode::kDataLoss, "an artifact has changed while it was sent");
  const auto stream = TRY(file->read({0, size}));
  std::uint32_t sum = 0;
  for (std::uint64_t left = size; left > 0;) {
    const std::size_t count = TRY(stream->read(piece));
    if (count == 0) return Error(ErrorCode::kDataLoss, "an artifact has ended before its end");
    sum = libdeflate_crc32(sum, piece.data(), count);
    TRY(writer.write({piece.data(), count}));
    left -= count;
  }
  return sum;
}

Status send(Archive& archive, http::BodyWriter& writer) {
  std::vector<char> piece(artifacts::kPiece);
  const auto& [repository, root] = archive.folder;
  const auto& entries = archive.frame.entries();
  for (std::size_t index = 0; index < entries.size(); ++index) {
    TRY(writer.write(archive.frame.head(index)));
    const Path path = root / TRY(Path::parse(entries[index].name));
    const std::uint32_t sum = TRY(send_file(*repository, path, entries[index].size, piece, writer));
    TRY(writer.write(archive.frame.tail(index, sum)));
  }
  return writer.write(archive.frame.directory());
}

std::string archive_name(const ArtifactOwner& owner, const Path& folder) {
  if (!folder.is_root()) return fmt::format("{}.zip", folder.name());
  if (!owner.name.empty()) return fmt::format("{}-{}.zip", owner.name, owner.version);
  return fmt::format("{}.zip", owner.run_id.empty() ? owner.model_id : owner.run_id);
}

Result<http::Response> make_archive(Services& services, const http::Request& request) {
  const OwnedPath asked = read_owned_path(request);
  const Path below = TRY(artifact_path(asked.path));
  artifacts::Location folder = TRY(services.artifacts->locate(TRY(artifact_root(services, asked.owner))));
  folder.root = folder.root / below;
  std::vector<ZipEntry> entries;
  TRY(collect(*folder.repository, folder.root, "", entries));
  if (entries.empty()) {
    return Error(ErrorCode::kResourceDoesNotExist, fmt::format("There are no files in '{}'.", below.text()));
  }
  http::Response response;
  response.headers.add("Content-Type", "application/zip");
  response.headers.add("Content-Disposition", attachment(archive_name(asked.owner, below)));
  response.headers.add("X-Content-Type-Options", "nosniff");
  response.headers.add("Cache-Control", "no-store");
  const auto archive = std::make_shared<Archive>(Archive{std::move(folder), ZipFrame(std::move(entries))});
  response.body = http::SizedProducer{archive->frame.size(),
                                      [archive](http::BodyWriter& writer) { return send(*archive, writer); }};
  return response;
}

}  // namespace

http::Response archive_artifacts(Services& services, http::Request& request) {
  auto made = make_archive(services, request);
  return made.ok() ? std::move(*made) : error_response(made.error());
}

}  // namespace cairn::api
