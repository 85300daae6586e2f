// The name of an object: the MD5 of its bytes, and whether they are a directory object.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "data/hash/md5.h"

namespace cairn::data {

struct ObjectId {
  Md5 md5;
  bool is_dir = false;

  auto operator<=>(const ObjectId&) const = default;
  // As in a .dvc file: 32 digits, and ".dir" for a directory.
  [[nodiscard]] std::string text() const { return md5.hex() + (is_dir ? ".dir" : ""); }
  static std::optional<ObjectId> parse(std::string_view text) {
    const bool is_dir = text.ends_with(".dir");
    const auto md5 = Md5::parse(is_dir ? text.substr(0, text.size() - 4) : text);
    if (!md5) return std::nullopt;
    return ObjectId{*md5, is_dir};
  }
};

}  // namespace cairn::data

template <>
struct std::hash<cairn::data::ObjectId> {
  std::size_t operator()(const cairn::data::ObjectId& id) const noexcept {
    return std::hash<cairn::data::Md5>()(id.md5) ^ (id.is_dir ? 0x9E3779B97F4A7C15U : 0U);
  }
};
