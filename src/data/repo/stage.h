// A stage: outputs (tracked files and directories) and what they come from. A .dvc file holds one; a dvc.yaml holds
// several with names (see pipeline_file.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "data/format/yaml.h"
#include "data/store/object_id.h"

namespace cairn::data {

// How a file's content is named. DVC 2 hashed text files with their line ends made Unix's; its objects lie beside those
// of today's cache, and an output moves over as soon as it changes.
enum class HashKind : std::uint8_t { kMd5, kMd5Dos2Unix, kOther };

struct Stage;

struct Output {
  std::string definition;  // as in the file: relative to the stage's working directory, or an URL
  std::string path;        // absolute; empty for what is not on this machine
  bool in_repository = false;
  bool is_dependency = false;

  HashKind hash = HashKind::kMd5;
  std::string hash_name = "md5";  // the key in the file
  std::string hash_value;         // its value; empty if nothing is known
  std::optional<std::int64_t> size;
  std::optional<std::int64_t> nfiles;
  bool is_executable = false;

  bool use_cache = true;
  bool persist = false;
  bool can_push = true;
  std::string remote;
  // What is kept as it is: version_id, etag, checksum, cloud, fs_config, desc, type, labels, meta, metric, plot, files,
  // repo, db. Null where the file has no such key.
  YamlNode other = YamlNode::mapping();

  // The object, if the hash is one of ours.
  [[nodiscard]] std::optional<ObjectId> object() const;
  [[nodiscard]] bool is_directory() const { return hash_value.ends_with(".dir"); }
  // Whether .gitignore is to name it.
  [[nodiscard]] bool is_ignored_by_git(const Stage& stage) const;
  // Forgets the hash and what came with it.
  void clear_content();
};

// Values in a file of parameters that a pipeline's stage depends on.
struct Parameters {
  std::string path;               // absolute
  std::vector<std::string> keys;  // "train.epochs"; none: everything in the file
  YamlNode known;                 // the values when the stage last ran, by those keys; null if it never did
};

struct Stage {
  std::string file;               // absolute
  std::string name;               // in a dvc.yaml; empty in a .dvc file
  std::string working_directory;  // absolute: what outputs are relative to
  std::string md5;                // of the stage itself; imports only
  YamlNode command;               // null for data
  bool changed_command = false;   // since the stage last ran
  bool frozen = false;
  bool always_changed = false;
  bool is_template = false;  // with ${…} in it, or made by foreach or matrix
  YamlNode description;
  YamlNode meta;
  std::vector<Output> dependencies;
  std::vector<Parameters> parameters;
  std::vector<Output> outputs;
  std::optional<std::string> text;  // of the file, if there is one: what its owner wrote is kept

  [[nodiscard]] bool is_data_source() const { return command.is(YamlType::kNull); }
  [[nodiscard]] bool is_import() const { return is_data_source() && dependencies.size() == 1 && outputs.size() == 1; }
  [[nodiscard]] bool is_repo_import() const { return is_import() && dependencies.front().other.find("repo"); }
  [[nodiscard]] bool is_partial_import() const { return is_import() && outputs.front().hash_value.empty(); }
  [[nodiscard]] bool is_callback() const {
    return !is_data_source() && dependencies.empty() && parameters.empty() && outputs.empty();
  }
};

// `file` is absolute. Errors name it relative to the working directory.
Result<Stage> parse_stage(const std::string& file, std::string_view text, const std::string& root);
// An output of a stage, new to it.
[[nodiscard]] Output make_output(const Stage& stage, const std::string& definition, const std::string& root);

enum class EntryOf : std::uint8_t { kOutputs, kDependencies };
// An output or a dependency by what a file says of it.
[[nodiscard]] Output read_entry(const YamlNode& entry, EntryOf list, const Stage& stage, const std::string& root);

// The text of the .dvc file that holds the stage; what is unchanged keeps its form.
Result<std::string> write_stage(const Stage& stage);
// The MD5 of a stage, which only imports have; empty otherwise.
[[nodiscard]] std::string stage_md5(const Stage& stage);

}  // namespace cairn::data
