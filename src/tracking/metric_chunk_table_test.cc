#include "tracking/metric_chunk_table.h"

#include "tracking/metric_chunk_writer.h"
#include "tracking/metric_testing.h"

namespace cairn::tracking {
namespace {

// The rows that say less than the greatest step or timestamp up to them.
constexpr const char* kTooShortReaches =
    "SELECT count(*) FROM (SELECT reach_step < max(max_step) OVER (ORDER BY seq) OR "
    "reach_timestamp < max(max_timestamp) OVER (ORDER BY seq) AS short FROM cairn_metric_chunks) AS c WHERE short";

class MetricChunkTableTest : public MetricDatabaseTest {
 protected:
  // In batches small and large.
  void append(std::span<const Point> points) {
    PointMaker make(7);
    write([&](db::Connection& c) -> Status {
      while (!points.empty()) {
        const auto batch =
            points.first(std::min<std::size_t>(points.size(), 1 + make.below(make.one_in(4) ? 900 : 60)));
        TRY(append_to_chunks(c, kLoss, batch));
        points = points.subspan(batch.size());
      }
      return {};
    });
  }
  std::vector<ChunkHeader> headers() {
    return read([](db::Connection& c) { return chunk_headers(c, kLoss); });
  }
  std::vector<ChunkHeader> headers_from(std::int64_t step, std::int64_t timestamp) {
    return read([&](db::Connection& c) { return chunk_headers_from(c, kLoss, step, timestamp); });
  }
  std::vector<Point> points() {
    return read([](db::Connection& c) -> Result<std::vector<Point>> {
      std::vector<Point> points;
      TRY(read_chunks(c, kLoss, 0, std::numeric_limits<std::int64_t>::max(), points));
      return points;
    });
  }
};

TEST_F(MetricChunkTableTest, KeepsPointsInTheOrderOfTheirArrival) {
  const auto logged = PointMaker(1).some(3000);
  append(logged);
  EXPECT_EQ(points(), logged);
}

TEST_F(MetricChunkTableTest, ReadsSeveralRangesOfChunksAsOneAfterTheOther) {
  append(PointMaker(1).some(8000));
  const auto all = headers();
  ASSERT_GT(all.size(), 12U);
  const std::vector<SeqRange> ranges = {{0, 0}, {2, 4}, {6, 6}, {10, 11}};
  std::vector<Point> one_by_one;
  for (const SeqRange& range : ranges) {
    read([&](db::Connection& c) { return read_chunks(c, kLoss, range.first, range.last, one_by_one); });
  }
  std::vector<Point> together;
  read([&](db::Connection& c) { return read_chunks(c, kLoss, ranges, together); });
  EXPECT_EQ(together, one_by_one);
  read([&](db::Connection& c) { return read_chunks(c, kLoss, {}, together); });
  EXPECT_EQ(together, one_by_one);
}

TEST_F(MetricChunkTableTest, LooksBackOnlyAsFarAsAPointCouldBe) {
  std::vector<Point> in_order;
  for (int i = 0; i < 5000; ++i) in_order.push_back(logged_point(i, 10 * i, 0.1 * i));
  append(in_order);
  EXPECT_GT(headers().size(), 10U);
  EXPECT_EQ(headers_from(4999, 49'990).size(), 1U);
  EXPECT_EQ(headers_from(5000, 50'000).size(), 0U);
  EXPECT_EQ(headers_from(0, 0).size(), headers().size());
}

TEST_F(MetricChunkTableTest, NeverLooksBackTooShort) {
  PointMaker make(3);
  std::vector<Point> logged;  // up and down, so that chunks reach less far than some before them
  std::int64_t step = 0;
  std::int64_t direction = 1;
  for (int i = 0; i < 20'000; ++i) {
    if (make.one_in(100)) direction = -direction;
    step += direction;
    logged.push_back(logged_point(step, 10 * step, 0.1 * i));
  }
  append(logged);
  const auto expect_all_found = [&] {
    EXPECT_EQ(number(kTooShortReaches), 0);
    for (std::size_t i = 0; i < logged.size(); i += 97) {
      std::vector<Point> found;
      for (const ChunkHeader& header : headers_from(logged[i].step, logged[i].timestamp)) {
        read([&](db::Connection& c) { return read_chunks(c, kLoss, header.seq, header.seq, found); });
      }
      EXPECT_NE(std::find(found.begin(), found.end(), logged[i]), found.end()) << "point " << i;
    }
  };
  expect_all_found();

  const auto all = headers();
  write([&](db::Connection& c) -> Status {
    std::vector<Point> middle;
    TRY(read_chunks(c, kLoss, all[3].seq, all[5].seq, middle));
    return merge_chunks(c, kLoss, std::span(all).subspan(3, 3), middle);
  });
  expect_all_found();
}

TEST_F(MetricChunkTableTest, RefusesToDropWhatIsNoLongerAsItWasRead) {
  const auto first = PointMaker(1).some(100);
  append(first);
  const auto before = headers();
  append(std::vector{logged_point(1, 2, 3)});

  const auto dropped = database_->write([&](db::Connection& c) { return drop_chunk(c, kLoss, before[0]); });
  ASSERT_FALSE(dropped.ok());
  EXPECT_EQ(dropped.error().code(), ErrorCode::kTemporarilyUnavailable);
  const auto merged = database_->write([&](db::Connection& c) { return merge_chunks(c, kLoss, before, first); });
  EXPECT_FALSE(merged.ok());
  EXPECT_EQ(points().size(), 101U);
}

}  // namespace
}  // namespace cairn::tracking
