#include "transfer/artifact_copy.h"

#include <fmt/format.h>
#include <vector>

namespace cairn::transfer {
namespace {

using artifacts::Entry;
using artifacts::Kind;
using artifacts::Location;
using artifacts::Path;

// Deeper than any run's files, and short of where a stack ends.
constexpr int kDeepest = 128;

Result<std::uint64_t> copy_file(const Location& from, const Location& to) {
  const auto file = TRY(from.repository->open(from.root));
  const std::uint64_t size = file->info().size;
  auto sink = TRY(to.repository->create(to.root, size));
  auto stream = TRY(file->read({0, size}));
  std::vector<char> piece(artifacts::kPiece);
  std::uint64_t copied = 0;
  for (;;) {
    const std::size_t count = TRY(stream->read(piece));
    if (count == 0) break;
    TRY(sink->write({piece.data(), count}));
    copied += count;
  }
  if (copied != size) {
    return Error(ErrorCode::kDataLoss,
                 fmt::format("The artifact '{}' ended after {} of {} bytes.", from.root.text(), copied, size));
  }
  TRY(sink->commit());
  return copied;
}

Status copy_folder(const Location& from, const Location& to, int depth, CopiedFiles& total) {
  if (depth > kDeepest) return invalid_state(fmt::format("'{}' is nested too deep.", from.root.text()));
  for (const Entry& entry : TRY(from.repository->list(from.root))) {
    const Path name = TRY(Path::parse(entry.name));
    const Location inner_from = {from.repository, from.root / name};
    const Location inner_to = {to.repository, to.root / name};
    if (entry.kind == Kind::kFolder) {
      TRY(copy_folder(inner_from, inner_to, depth + 1, total));
    } else {
      total.bytes += static_cast<std::int64_t>(TRY(copy_file(inner_from, inner_to)));
      ++total.files;
    }
  }
  return {};
}

}  // namespace

Result<CopiedFiles> copy_artifacts(const Location& from, const Location& to) {
  CopiedFiles total;
  TRY(copy_folder(from, to, 0, total));
  return total;
}

}  // namespace cairn::transfer
