// A parameter or column of a statement, whatever the engine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace cairn::db {

struct Null {};

using Blob = std::span<const std::byte>;

// What a statement is given. Text and blobs are borrowed: they must outlive the call that takes them.
using Param = std::variant<Null, std::int64_t, double, bool, std::string_view, Blob>;

// The same, owned: for statements that are put together piece by piece.
using Value = std::variant<Null, std::int64_t, double, bool, std::string>;

inline Param borrow(const Value& value) {
  return std::visit(
      [](const auto& held) -> Param {
        if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::string>)
          return std::string_view(held);
        else
          return held;
      },
      value);
}

}  // namespace cairn::db
