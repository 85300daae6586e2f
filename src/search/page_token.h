// Page tokens as MLflow writes and accepts them: base64 of {"offset": N}. Ours may say besides after which place in the
// order the page begins: {"offset": N, "after": ["0", "0.25", null]}. Pure; any thread may call.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace cairn::search {

// The values by which a result is ordered, as text; nothing for what is missing.
using Place = std::vector<std::optional<std::string>>;

struct PageStart {
  std::int64_t offset = 0;
  std::optional<Place> after;
};

[[nodiscard]] std::string make_page_token(std::int64_t offset);
[[nodiscard]] std::string make_page_token(const PageStart& start);

// 0 for an empty token, which asks for the first page, and for a negative offset. The errors are MLflow's texts.
[[nodiscard]] Result<std::int64_t> read_page_token(std::string_view token);
// The same with the place, where a token of ours names one.
[[nodiscard]] Result<PageStart> read_page_start(std::string_view token);

}  // namespace cairn::search
