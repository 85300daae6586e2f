// The configuration of a repository: four files, the later ones shadowing the earlier: the system's, the user's, the
// repository's (.dvc/config, tracked by Git) and the work tree's own (.dvc/config.local).
//
// Relative paths are relative to the file that holds them; read, they are absolute.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "data/repo/config_values.h"

namespace cairn::data {

enum class ConfigLevel : std::uint8_t { kSystem, kGlobal, kRepo, kLocal };
inline constexpr std::array kConfigLevels{ConfigLevel::kSystem, ConfigLevel::kGlobal, ConfigLevel::kRepo,
                                          ConfigLevel::kLocal};

// What a command adds to the configuration of a repository that it opens.
struct ConfigOverlay {
  ConfigValues values;           // over the repository's own
  std::string remote;            // the default one
  ConfigSection remote_options;  // over those of the default remote
};

class Config {
 public:
  // `dvc_dir` is empty outside of a repository: then there are only the system's and the user's files.
  explicit Config(std::string dvc_dir) : dvc_dir_(std::move(dvc_dir)) {}

  [[nodiscard]] bool in_repository() const { return !dvc_dir_.empty(); }
  [[nodiscard]] std::string file(ConfigLevel level) const;

  // What one file holds; nothing if there is no such file.
  [[nodiscard]] Result<ConfigValues> read(ConfigLevel level) const;
  // What all files hold, or only those below `before`. Not checked.
  [[nodiscard]] Result<ConfigValues> read_merged(std::optional<ConfigLevel> before = std::nullopt) const;
  // The same, checked.
  [[nodiscard]] Result<ConfigValues> load(const ConfigOverlay& overlay = {}) const;
  // Any other file; paths in it are relative to `directory`.
  [[nodiscard]] static Result<ConfigValues> read_file(const std::string& path, const std::string& directory);

  // Writes one file whole. Checked together with the levels below it first.
  Status write(ConfigLevel level, const ConfigValues& values) const;

 private:
  std::string dvc_dir_;
};

}  // namespace cairn::data
