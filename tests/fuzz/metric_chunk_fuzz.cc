// Any bytes must be refused as a chunk or decode to points that make a chunk again; nothing may crash or take more
// memory than the bytes justify. Half of the inputs get a right checksum, or nothing behind it would ever be reached.
#include <cstdlib>
#include <cstring>
#include <libdeflate.h>

#include "tracking/metric_chunk.h"

namespace {

void check(std::span<const std::byte> chunk) {
  using cairn::tracking::ChunkBuilder;
  std::vector<cairn::tracking::Point> points;
  if (!cairn::tracking::decode_chunk(chunk, points).ok()) return;

  ChunkBuilder builder;
  for (const auto& point : points) builder.add(point);
  const std::string again = builder.finish();
  std::vector<cairn::tracking::Point> same;
  if (!cairn::tracking::decode_chunk(std::as_bytes(std::span(again)), same).ok() || same != points) std::abort();

  auto reopened = ChunkBuilder::reopen(chunk);
  if (!reopened.ok() || reopened->count() != points.size()) std::abort();
  reopened->add({-1, 1, 0.1, false});
  const std::string longer = reopened->finish();
  points.push_back({-1, 1, 0.1, false});
  same.clear();
  if (!cairn::tracking::decode_chunk(std::as_bytes(std::span(longer)), same).ok() || same != points) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const bool mend_checksum = data[0] % 2 == 1;
  const auto rest = std::as_bytes(std::span(data, size)).subspan(1);
  std::vector<std::byte> chunk(rest.begin(), rest.end());
  if (mend_checksum && chunk.size() >= 4) {
    const std::uint32_t checksum = libdeflate_crc32(0, chunk.data(), chunk.size() - 4);
    std::memcpy(chunk.data() + chunk.size() - 4, &checksum, 4);
  }
  check(chunk);
  return 0;
}
