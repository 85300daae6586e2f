// Comparing what a server answers with what it was told.
#pragma once

#include <algorithm>
#include <fmt/format.h>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "core/result.h"

namespace cairn::cli {

template <class T>
Status expect_same(std::string_view what, const T& answered, const T& written) {
  if (answered == written) return {};
  return Error(ErrorCode::kDataLoss,
               fmt::format("{} is '{}' in the answer, and was written as '{}'", what, answered, written));
}

// Params, tags and their like: the one with this key has this value.
template <class Entry>
Status expect_entry(std::string_view what, const std::vector<Entry>& answered, const Entry& written) {
  const auto found = std::ranges::find(answered, written.key, &Entry::key);
  if (found == answered.end()) {
    return Error(ErrorCode::kDataLoss, fmt::format("{} '{}' was written and is not in the answer", what, written.key));
  }
  return expect_same(fmt::format("{} '{}'", what, written.key), found->value, written.value);
}

}  // namespace cairn::cli
