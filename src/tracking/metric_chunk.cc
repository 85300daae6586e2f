#include "tracking/metric_chunk.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <fmt/format.h>
#include <libdeflate.h>
#include <limits>
#include <string_view>

namespace cairn::tracking {
namespace {

static_assert(std::endian::native == std::endian::little, "chunks are little-endian and are copied as they lie");

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kHeadBytes = 26;
constexpr std::size_t kChecksumBytes = 4;

struct Head {
  std::uint8_t value_bytes;
  std::uint32_t count;
  std::uint32_t steps_bytes;
  std::int64_t last_step;
  std::int64_t last_timestamp;
};

struct Chunk {
  Head head;
  std::string_view steps;
  std::string_view timestamps;
  std::string_view values;
};

template <class T>
void put(std::string& out, T value) {
  char raw[sizeof(T)];
  std::memcpy(raw, &value, sizeof(T));
  out.append(raw, sizeof(T));
}

template <class T>
T get(const char* at) {
  T value;
  std::memcpy(&value, at, sizeof(T));
  return value;
}

std::uint32_t checksum(std::string_view bytes) { return libdeflate_crc32(0, bytes.data(), bytes.size()); }

// From `from` to `to`, small numbers for small differences of either sign.
std::uint64_t zigzag_difference(std::int64_t from, std::int64_t to) {
  const std::uint64_t difference = static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from);
  const std::uint64_t sign = difference >> 63 ? ~std::uint64_t{0} : 0;
  return (difference << 1) ^ sign;
}

std::int64_t add_zigzag(std::int64_t from, std::uint64_t zigzag) {
  const std::uint64_t difference = (zigzag >> 1) ^ (~(zigzag & 1) + 1);
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(from) + difference);
}

void put_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

// Null when the varint is cut off or longer than 64 bits.
const char* get_varint(const char* at, const char* end, std::uint64_t& value) {
  value = 0;
  for (unsigned shift = 0; shift < 64 && at != end; shift += 7) {
    const std::uint64_t byte = static_cast<std::uint8_t>(*at++);
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return shift == 63 && byte > 1 ? nullptr : at;
  }
  return nullptr;
}

// A float's range must be tested first: to convert a double outside it is undefined.
bool is_float(double value) {
  if (std::isnan(value)) return true;
  if (std::fabs(value) > static_cast<double>(std::numeric_limits<float>::max())) return false;
  return static_cast<double>(static_cast<float>(value)) == value;
}

Error damaged(std::string what) { return {ErrorCode::kDataLoss, std::move(what)}; }

// Everything about a chunk that can be known without decoding its columns.
Result<Chunk> open(std::span<const std::byte> bytes) {
  const std::string_view all(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  if (all.size() < kHeadBytes + kChecksumBytes) return damaged(fmt::format("only {} bytes long", all.size()));
  const char* at = all.data();
  const auto version = get<std::uint8_t>(at);
  if (version != kVersion) return damaged(fmt::format("its format {} is not known", version));
  const std::string_view checked = all.substr(0, all.size() - kChecksumBytes);
  if (get<std::uint32_t>(at + checked.size()) != checksum(checked)) return damaged("its checksum is wrong");

  const Head head = {get<std::uint8_t>(at + 1), get<std::uint32_t>(at + 2), get<std::uint32_t>(at + 6),
                     get<std::int64_t>(at + 10), get<std::int64_t>(at + 18)};
  if (head.value_bytes != sizeof(float) && head.value_bytes != sizeof(double)) {
    return damaged(fmt::format("values of {} bytes are not known", head.value_bytes));
  }
  const std::string_view columns = checked.substr(kHeadBytes);
  const std::uint64_t values_bytes = std::uint64_t{head.count} * head.value_bytes;
  if (head.steps_bytes + values_bytes > columns.size()) return damaged("its columns are longer than it is");
  const std::size_t values_at = columns.size() - static_cast<std::size_t>(values_bytes);
  return Chunk{head, columns.substr(0, head.steps_bytes),
               columns.substr(head.steps_bytes, values_at - head.steps_bytes), columns.substr(values_at)};
}

// Decodes a column of differences into one member of each point.
Status decode_differences(std::string_view column, std::int64_t Point::* member, std::int64_t last,
                          std::span<Point> points) {
  const char* at = column.data();
  const char* const end = at + column.size();
  std::int64_t current = 0;
  for (Point& point : points) {
    std::uint64_t zigzag = 0;
    at = get_varint(at, end, zigzag);
    if (at == nullptr) return damaged("a column ends before its last point");
    current = add_zigzag(current, zigzag);
    point.*member = current;
  }
  if (at != end) return damaged("a column goes on after its last point");
  if (current != last) return damaged("its last point is not where its head says");
  return {};
}

template <class Stored>
void decode_values(std::string_view column, std::span<Point> points) {
  const char* at = column.data();
  for (Point& point : points) {
    const auto value = static_cast<double>(get<Stored>(at));
    at += sizeof(Stored);
    point.is_nan = std::isnan(value);
    point.value = point.is_nan ? 0 : value;
  }
}

Status decode_columns(const Chunk& chunk, std::span<Point> points) {
  TRY(decode_differences(chunk.steps, &Point::step, chunk.head.last_step, points));
  TRY(decode_differences(chunk.timestamps, &Point::timestamp, chunk.head.last_timestamp, points));
  if (chunk.head.value_bytes == sizeof(float))
    decode_values<float>(chunk.values, points);
  else
    decode_values<double>(chunk.values, points);
  return {};
}

}  // namespace

Result<ChunkBuilder> ChunkBuilder::reopen(std::span<const std::byte> bytes) {
  const Chunk chunk = TRY(open(bytes));
  ChunkBuilder builder;
  builder.count_ = chunk.head.count;
  builder.value_bytes_ = chunk.head.value_bytes;
  builder.last_step_ = chunk.head.last_step;
  builder.last_timestamp_ = chunk.head.last_timestamp;
  builder.steps_ = chunk.steps;
  builder.timestamps_ = chunk.timestamps;
  builder.values_ = chunk.values;
  return builder;
}

void ChunkBuilder::add(const Point& point) {
  put_varint(steps_, zigzag_difference(last_step_, point.step));
  put_varint(timestamps_, zigzag_difference(last_timestamp_, point.timestamp));
  add_value(point.is_nan ? std::numeric_limits<double>::quiet_NaN() : point.value);
  last_step_ = point.step;
  last_timestamp_ = point.timestamp;
  ++count_;
}

void ChunkBuilder::add_value(double value) {
  if (value_bytes_ == sizeof(float)) {
    if (is_float(value)) return put(values_, static_cast<float>(value));
    const std::string floats = std::exchange(values_, {});
    for (std::size_t i = 0; i < floats.size(); i += sizeof(float)) {
      put(values_, static_cast<double>(get<float>(floats.data() + i)));
    }
    value_bytes_ = sizeof(double);
  }
  put(values_, value);
}

std::size_t ChunkBuilder::byte_size() const {
  return kHeadBytes + steps_.size() + timestamps_.size() + values_.size() + kChecksumBytes;
}

std::string ChunkBuilder::finish() const {
  std::string out;
  out.reserve(byte_size());
  put(out, kVersion);
  put(out, static_cast<std::uint8_t>(value_bytes_));
  put(out, static_cast<std::uint32_t>(count_));
  put(out, static_cast<std::uint32_t>(steps_.size()));
  put(out, last_step_);
  put(out, last_timestamp_);
  out += steps_;
  out += timestamps_;
  out += values_;
  put(out, checksum(out));
  return out;
}

Status decode_chunk(std::span<const std::byte> bytes, std::vector<Point>& points) {
  const Chunk chunk = TRY(open(bytes));
  // Each point takes two varints at least, so a wrong count cannot ask for more memory than the chunk's own size.
  if (chunk.head.count > chunk.steps.size() || chunk.head.count > chunk.timestamps.size()) {
    return damaged("it has fewer points than its head says");
  }
  const std::size_t before = points.size();
  points.resize(before + chunk.head.count);
  Status decoded = decode_columns(chunk, std::span(points).subspan(before));
  if (!decoded.ok()) points.resize(before);
  return decoded;
}

}  // namespace cairn::tracking
