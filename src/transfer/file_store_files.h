// The files of MLflow's file store: what is in one of them. docs/moving.md says which layout that is.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "data/format/yaml.h"
#include "transfer/record.h"

namespace cairn::transfer {

// A meta.yaml.
class MetaFile {
 public:
  static Result<MetaFile> read(const std::filesystem::path& file);

  // None where the key is missing or null.
  [[nodiscard]] std::optional<std::string> text(std::string_view key) const;
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key) const;
  [[nodiscard]] const data::YamlNode* find(std::string_view key) const { return document_.root.find(key); }

 private:
  explicit MetaFile(data::YamlDocument document) : document_(std::move(document)) {}
  data::YamlDocument document_;
};

Result<std::string> read_text(const std::filesystem::path& file);
// By name; nothing where the folder is missing.
std::vector<std::string> folders_in(const std::filesystem::path& folder);
// The files of a folder and of those below it, whose relative paths are keys. Nothing where the folder is missing.
std::vector<std::string> keys_in(const std::filesystem::path& folder);
Result<std::vector<Tag>> read_pairs(const std::filesystem::path& folder);

// "timestamp value [step]" a line, as the store keeps the history of a metric. Of equal points the first is kept.
Result<std::vector<Point>> parse_history(std::string_view text);
// "timestamp value step run [dataset digest]" a line, as it keeps a logged model's.
Result<std::vector<LoggedModelMetricRow>> parse_model_metrics(std::string_view name, std::string_view text);

}  // namespace cairn::transfer
