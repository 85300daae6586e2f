// A whole move: the copy, and the check of what arrived. What the commands call.
#pragma once

#include "transfer/verify.h"

namespace cairn::transfer {

struct MoveResult {
  std::string source;
  Counts copied;
  Counts present;
  std::vector<Skipped> skipped;
  std::vector<std::string> remarks;
  Counts found;
  std::int64_t compared = 0;
  std::vector<std::string> differences;
};

// `arrived` reads what `target` wrote; it is opened when the copy is done.
using OpenArrived = std::function<Result<std::unique_ptr<Source>>()>;
Result<MoveResult> move(Source& source, Target& target, const CopyOptions& options, const OpenArrived& open_arrived,
                        const OnProgress& on_progress);

std::string to_json(const MoveResult& result);
std::string to_text(const MoveResult& result);

}  // namespace cairn::transfer
