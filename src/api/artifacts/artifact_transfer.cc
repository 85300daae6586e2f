#include "api/artifacts/artifact_transfer.h"

#include <charconv>
#include <fmt/format.h>

#include "api/artifacts/file_response.h"
#include "api/wire/endpoint.h"
#include "core/python_text.h"
#include "core/uri.h"

namespace cairn::api {
namespace {

using artifacts::Path;

// MLflow's verify_artifact_path: a folder's name must be what it resolves to.
Status check_folder_name(std::string_view folder) {
  const std::string resolved = normalise_posix_path(folder);
  if (folder.empty() || (resolved == folder && folder != ".")) return {};
  return invalid_parameter(fmt::format(
      "Invalid artifact path: '{}'. Names may be treated as files in certain cases, and must not resolve to "
      "other names when treated as such. This name would resolve to {}",
      folder, python_repr(std::string_view(resolved))));
}

}  // namespace

http::Response send_artifact(const http::Request& request, const artifacts::Location& location,
                             std::string_view safe_path) {
  const auto below = Path::parse(safe_path);
  if (!below.ok()) return error_response(below.error());
  const Path path = location.root / *below;
  auto file = location.repository->open(path);
  if (!file.ok()) return error_response(file.error());
  return file_response(request, location.repository, std::move(*file), path.name());
}

Result<Path> upload_target(const artifacts::Location& location, std::string_view safe_path) {
  const std::size_t slash = safe_path.rfind('/');
  const std::string_view name = safe_path.substr(slash + 1);
  std::string_view folder = safe_path.substr(0, slash == std::string_view::npos ? 0 : slash);
  while (folder.ends_with('/')) folder.remove_suffix(1);
  if (name.empty()) return invalid_parameter("Artifact path must include a filename (cannot end with '/').");
  if (name == ".") return invalid_parameter("Invalid path");
  const std::string& root = location.root.text();
  TRY(check_folder_name(root.empty() || folder.empty() ? root + std::string(folder)
                                                       : fmt::format("{}/{}", root, folder)));
  return location.root / TRY(Path::parse(safe_path));
}

Status receive_artifact(http::BodyReader& body, artifacts::Repository& repository, const Path& target,
                        std::optional<std::uint64_t> size) {
  const auto sink = TRY(repository.create(target, size));
  std::vector<char> piece(artifacts::kPiece);
  for (;;) {
    const std::size_t count = TRY(body.read(piece));
    if (count == 0) return sink->commit();
    TRY(sink->write({piece.data(), count}));
  }
}

std::optional<std::uint64_t> told_length(const http::Request& request) {
  const std::string_view field = request.headers.get("Content-Length");
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), length);
  if (field.empty() || error != std::errc{} || end != field.data() + field.size()) return std::nullopt;
  return length;
}

Result<std::vector<FileEntry>> list_artifacts(const artifacts::Location& location, std::string_view safe_path,
                                              std::string_view shown) {
  const std::vector<artifacts::Entry> entries =
      TRY(location.repository->list(location.root / TRY(Path::parse(safe_path))));
  std::vector<FileEntry> files;
  files.reserve(entries.size());
  const std::string_view between = shown.empty() || shown.ends_with('/') ? "" : "/";
  for (const artifacts::Entry& entry : entries) {
    FileEntry& file = files.emplace_back();
    file.path = fmt::format("{}{}{}", shown, between, entry.name);
    file.is_dir = entry.kind == artifacts::Kind::kFolder;
    // MLflow leaves out the size of an empty file too.
    if (!file.is_dir && entry.size > 0) file.file_size = static_cast<std::int64_t>(entry.size);
  }
  return files;
}

}  // namespace cairn::api
