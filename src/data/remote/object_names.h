// Where an object lies in a storage: as in a cache.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "data/repo/stage.h"
#include "data/store/object_store.h"

namespace cairn::data {

// "files/md5/", or nothing for the objects of DVC 2.
[[nodiscard]] inline std::string object_root(HashKind kind) {
  return kind == HashKind::kMd5Dos2Unix ? "" : "files/md5/";
}

[[nodiscard]] inline std::string object_path(HashKind kind, const ObjectId& id) {
  return object_root(kind) + ObjectStore::relative_path(id);
}

// The reverse; nothing for what is no object's name.
[[nodiscard]] inline std::optional<ObjectId> object_at(HashKind kind, std::string_view path) {
  const std::string root = object_root(kind);
  if (!path.starts_with(root)) return std::nullopt;
  path.remove_prefix(root.size());
  if (path.size() < 4 || path[2] != '/') return std::nullopt;
  return ObjectId::parse(std::string(path.substr(0, 2)) + std::string(path.substr(3)));
}

}  // namespace cairn::data
