#include "transfer/artifact_copy.h"

#include <fmt/format.h>

namespace cairn::transfer {
namespace {

using artifacts::Entry;
using artifacts::Kind;
using artifacts::Location;
using artifacts::Path;

// Deeper than any run's files, and short of where a stack ends.
constexpr int kDeepest = 128;

Status copy_file(FileTree& from, const Path& file, const Location& to, std::uint64_t size) {
  auto sink = TRY(to.repository->create(to.root / file, size));
  TRY(from.read(file, *sink));
  return sink->commit();
}

Status copy_folder(FileTree& from, const Path& folder, const Location& to, int depth, CopiedFiles& total) {
  if (depth > kDeepest) return invalid_state(fmt::format("The folder '{}' is nested too deep.", folder.text()));
  for (const Entry& entry : TRY(from.list(folder))) {
    const Path path = folder / TRY(Path::parse(entry.name));
    if (entry.kind == Kind::kFolder) {
      TRY(copy_folder(from, path, to, depth + 1, total));
      continue;
    }
    TRY(copy_file(from, path, to, entry.size));
    ++total.files;
    total.bytes += static_cast<std::int64_t>(entry.size);
  }
  return {};
}

}  // namespace

Result<CopiedFiles> copy_artifacts(FileTree& from, const Location& to) {
  CopiedFiles total;
  TRY(copy_folder(from, {}, to, 0, total));
  return total;
}

}  // namespace cairn::transfer
