#include "tracking/metric_chunk.h"

#include <gtest/gtest.h>
#include <limits>

#include "tracking/metric_testing.h"

namespace cairn::tracking {
namespace {

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kGreatest = std::numeric_limits<std::int64_t>::max();

std::string encode(std::span<const Point> points) {
  ChunkBuilder builder;
  for (const Point& point : points) builder.add(point);
  return builder.finish();
}

std::span<const std::byte> bytes(const std::string& chunk) { return std::as_bytes(std::span(chunk)); }

Result<std::vector<Point>> decode(const std::string& chunk) {
  std::vector<Point> points;
  TRY(decode_chunk(bytes(chunk), points));
  return points;
}

TEST(MetricChunk, KeepsExactlyWhatItWasGiven) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    PointMaker make(seed);
    const auto points = make.some(make.below(700));
    const auto decoded = decode(encode(points));
    ASSERT_TRUE(decoded.ok()) << decoded.error().message();
    EXPECT_EQ(*decoded, points) << "seed " << seed;
  }
}

TEST(MetricChunk, KeepsExtremesThatWrapAround) {
  constexpr double kHuge = std::numeric_limits<double>::max();
  constexpr double kTiny = std::numeric_limits<double>::denorm_min();
  const std::vector<Point> points = {{kLeast, kGreatest, kHuge, false}, {kGreatest, kLeast, -kHuge, false},
                                     {kLeast, 0, kTiny, false},         {-1, kGreatest, 0, true},
                                     {1, kLeast, -kTiny, false},        {0, -1, 1e-40, false}};
  const auto decoded = decode(encode(points));
  ASSERT_TRUE(decoded.ok()) << decoded.error().message();
  EXPECT_EQ(*decoded, points);
}

TEST(MetricChunk, GrowsToTheSameBytesAsIfMadeAtOnce) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    PointMaker make(seed);
    const auto points = make.some(1 + make.below(400));
    std::string chunk = encode({});
    for (std::size_t done = 0; done < points.size();) {
      auto builder = ChunkBuilder::reopen(bytes(chunk));
      ASSERT_TRUE(builder.ok()) << builder.error().message();
      const std::size_t more = std::min(points.size() - done, 1 + make.below(60));
      for (const Point& point : std::span(points).subspan(done, more)) builder->add(point);
      done += more;
      ASSERT_EQ(builder->count(), done);
      chunk = builder->finish();
      ASSERT_EQ(chunk.size(), builder->byte_size());
    }
    EXPECT_EQ(chunk, encode(points)) << "seed " << seed;
  }
}

TEST(MetricChunk, TakesFourBytesForAValueThatIsAFloat) {
  std::vector<Point> points(100);
  for (std::size_t i = 0; i < points.size(); ++i) points[i].value = static_cast<double>(0.1f * static_cast<float>(i));
  const std::size_t floats = encode(points).size();
  points.back().value = 0.1;
  EXPECT_EQ(encode(points).size() - floats, 400U);
}

TEST(MetricChunk, RefusesEveryCutAndKeepsThePointsItWasGiven) {
  for (const std::size_t count : {0U, 1U, 2U, 50U}) {
    const std::string chunk = encode(PointMaker(count).some(count));
    for (std::size_t length = 0; length < chunk.size(); ++length) {
      const std::string cut = chunk.substr(0, length);
      std::vector<Point> points = {{1, 2, 3, false}};
      const auto status = decode_chunk(bytes(cut), points);
      ASSERT_FALSE(status.ok()) << "cut at " << length;
      EXPECT_EQ(status.error().code(), ErrorCode::kDataLoss);
      EXPECT_EQ(points.size(), 1U);
      ASSERT_FALSE(ChunkBuilder::reopen(bytes(cut)).ok()) << "cut at " << length;
    }
    EXPECT_FALSE(decode(chunk + '\0').ok());
    EXPECT_FALSE(decode(chunk + chunk).ok());
  }
}

TEST(MetricChunk, RefusesEveryChangeOfAByte) {
  for (const std::size_t count : {0U, 1U, 40U}) {
    const std::string chunk = encode(PointMaker(count).some(count));
    for (std::size_t at = 0; at < chunk.size(); ++at) {
      for (unsigned change = 1; change < 256; ++change) {
        std::string changed = chunk;
        changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ change);
        ASSERT_FALSE(decode(changed).ok()) << "byte " << at << " changed by " << change;
        ASSERT_FALSE(ChunkBuilder::reopen(bytes(changed)).ok()) << "byte " << at << " changed by " << change;
      }
    }
  }
}

TEST(MetricChunk, NamesAFormatThatItDoesNotKnow) {
  std::string chunk = encode(PointMaker(1).some(3));
  chunk[0] = 2;
  EXPECT_EQ(decode(chunk).error().message(), "its format 2 is not known");
}

}  // namespace
}  // namespace cairn::tracking
