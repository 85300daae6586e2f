// dvc list and du: what a repository holds, by its work tree (or a commit) and by what is tracked in it. A tracked file
// is listed whether it is there or not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "data/ops/source.h"

namespace cairn::data {

struct ListedItem {
  std::string name;
  bool is_output = false;  // tracked, or a part of what is
  bool is_directory = false;
  bool is_executable = false;
  std::optional<std::int64_t> size;  // of the file that is there, or else as its .dvc file has it
  std::string hash;                  // as its stage has it
  std::vector<ListedItem> contents;  // of a directory, sorted; none beyond the depth that was asked for
};

enum class ListScope : std::uint8_t { kEverything, kTracked, kAllButStageFiles };

// What is at `path` ("" for the repository's root) and `depth` levels below. kResourceDoesNotExist if there is nothing.
Result<ListedItem> list(Source& source, const std::string& path, ListScope scope, std::size_t depth);

// All files below an item, and the directories at which `depth` ended, with their paths relative to it; sorted.
[[nodiscard]] std::vector<ListedItem> flattened(const ListedItem& root, std::size_t depth);

// The bytes of everything below.
[[nodiscard]] std::int64_t disk_usage(const ListedItem& item);

}  // namespace cairn::data
