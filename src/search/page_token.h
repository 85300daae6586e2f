// Page tokens as MLflow writes and accepts them: base64 of {"offset": N}. Pure; any thread may call.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/result.h"

namespace cairn::search {

[[nodiscard]] std::string make_page_token(std::int64_t offset);

// 0 for an empty token, which asks for the first page, and for a negative offset. The errors are MLflow's texts.
[[nodiscard]] Result<std::int64_t> read_page_token(std::string_view token);

}  // namespace cairn::search
