// The bytes of a chunk: many points of one (run, key), in the order in which they arrived.
//
// Pure functions of bytes: no database, no locks, nothing shared. A chunk that is not whole is an Error of the code
// kDataLoss that says what is wrong with it; the caller knows which run and key it is of, and adds that.
//
//   offset  bytes
//        0      1  version of the format: 1
//        1      1  bytes of a value, V: 4 (float) or 8 (double)
//        2      4  count of points, N
//        6      4  bytes of the steps, S
//       10      8  step of the last point
//       18      8  timestamp of the last point
//       26      S  steps: N varints, each the zig-zag difference to the step before (the first: to 0)
//                  timestamps: N varints likewise, to where the values begin
//             N*V  values, little-endian; NaN for a point whose is_nan is set
//      end-4      4  CRC-32 of all before it
//
// Whole numbers of a fixed width are little-endian; differences wrap around at 64 bits. The last step and timestamp
// stand in the head so that a chunk grows without being decoded: three columns are copied, the new points go to their
// ends. The CRC is checked before that and made anew after, so growing a damaged chunk does not hide the damage.
//
// Values are floats as long as every one of them is exactly a float, as what float32 training logs is; the first that
// is not makes the chunk's values doubles. Bytes per value, chunks of 350 points, of five designs for this column:
//
//                            double  this  XOR with the one before  no trailing zero bytes  zlib -1
//   loss, float64             8.0     8.0            7.8                    8.5                7.6
//   loss, float32             8.0     4.0            4.7                    5.4                4.3
//   loss, rounded to 0.0001   8.0     8.0            7.8                    8.5                5.6
//   accuracy, n of 10,000     8.0     8.0            7.1                    8.5                4.5
//   whole numbers             8.0     4.0            2.0                    3.5                1.6
//
// XOR wins little where histories are large and makes a value's place depend on all before it; zlib costs a decode for
// each append. Also rejected: a bitmap of NaNs (a NaN is a value no other point has, so the values column says it), and
// one checksummed frame per append, concatenated (nothing to copy, but 30 bytes for each single point that is logged).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/result.h"
#include "tracking/metric_point.h"

namespace cairn::tracking {

// Makes a chunk, or makes one longer.
class ChunkBuilder {
 public:
  ChunkBuilder() = default;
  static Result<ChunkBuilder> reopen(std::span<const std::byte> chunk);

  void add(const Point& point);

  [[nodiscard]] std::size_t count() const { return count_; }
  // How long the chunk would be now.
  [[nodiscard]] std::size_t byte_size() const;
  [[nodiscard]] std::string finish() const;

 private:
  void add_value(double value);

  std::size_t count_ = 0;
  std::size_t value_bytes_ = sizeof(float);
  std::int64_t last_step_ = 0;
  std::int64_t last_timestamp_ = 0;
  std::string steps_;
  std::string timestamps_;
  std::string values_;
};

// The points of a chunk are added to `points`; on an error `points` is as it was.
Status decode_chunk(std::span<const std::byte> chunk, std::vector<Point>& points);

}  // namespace cairn::tracking
