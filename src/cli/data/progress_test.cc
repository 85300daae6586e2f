#include "cli/data/progress.h"

#include <gtest/gtest.h>

namespace cairn::cli {
namespace {

using State = data::Progress::State;

constexpr std::uint64_t kMiB = 1 << 20;

TEST(DataProgress, ALineSaysFilesBytesRateAndTimeLeft) {
  EXPECT_EQ(progress_line(State{"push", 8'400, 20'000, 20 * kMiB, 80 * kMiB}, 10),
            "push: 8,400 of 20,000 files, 20.0 of 80.0 MiB, 2.0 MiB/s, 30 s left");
}

TEST(DataProgress, WithoutBytesTimeIsReckonedByFiles) {
  EXPECT_EQ(progress_line(State{"checkout", 1, 4, 0, 0}, 5), "checkout: 1 of 4 files, 0.0 MiB, 0.0 MiB/s, 15 s left");
}

TEST(DataProgress, NothingIsSaidOfTheTimeLeftBeforeTheFirstByte) {
  EXPECT_EQ(progress_line(State{"add", 0, 2, 0, kMiB}, 3), "add: 0 of 2 files, 0.0 of 1.0 MiB, 0.0 MiB/s");
}

TEST(DataProgress, ABarFitsItsTerminal) {
  const State half{"push", 5, 10, kMiB, 2 * kMiB};
  EXPECT_TRUE(progress_bar(half, 1, 200).starts_with("push  50% [##########..........] 5 of 10 files"));
  EXPECT_EQ(progress_bar(half, 1, 20).size(), 19U);
}

TEST(DataProgress, AnEventIsOneJsonObject) {
  EXPECT_EQ(
      progress_event(State{"push", 1, 2, kMiB, 4 * kMiB}, 2),
      R"({"event": "progress", "work": "push", "files": 1, "of_files": 2, "bytes": 1048576, "of_bytes": 4194304, )"
      R"("bytes_per_second": 524288, "seconds_left": 6})");
}

}  // namespace
}  // namespace cairn::cli
