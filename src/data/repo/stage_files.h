// Finds stages: all of them, the one in a file, the ones that a user's word means.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "data/repo/stage.h"

namespace cairn::data {

class Repo;

[[nodiscard]] bool is_stage_file(std::string_view path);  // *.dvc, dvc.yaml

// Walks the work tree. Left out is what .dvcignore or Git ignores, and what is inside of outputs.
Result<std::vector<Stage>> collect_stages(Repo& repo);
Result<std::vector<Stage>> load_stages(Repo& repo, const std::string& file);
// The stages in the text of a file, which may be one of the past; `lock_text` is that of the dvc.lock beside it.
Result<std::vector<Stage>> read_stages(const Repo& repo, const std::string& file, std::string_view text,
                                       std::string_view lock_text);

// Checks that no two outputs are the same path or one inside the other, and that no stage's file is inside an output.
Status check_graph(const Repo& repo, const std::vector<Stage>& stages);
// Checks that a stage's new file is one that Git keeps, and its output no stage's file itself.
Status check_new_stage_file(Repo& repo, const std::string& file, std::string_view output);
// What check_graph complains about, for callers that word it themselves: the outputs that are in each other's way.
struct OutputConflict {
  const Stage* stage = nullptr;
  const Output* output = nullptr;  // null: no conflict
  const Stage* other_stage = nullptr;
  const Output* other = nullptr;  // the same path, or inside of `output`
  bool same = false;
};
[[nodiscard]] OutputConflict find_conflict(const std::vector<Stage>& stages);

// A stage, and what of its outputs is meant.
struct StageTarget {
  Stage stage;
  std::string only;  // absolute path of an output or of something inside one; empty: all outputs
};

enum class Recursion : std::uint8_t {
  kNone,
  kInto,              // a directory means the stages below it (-R)
  kWithDependencies,  // and the stages whose outputs the meant ones depend on (-d)
};

// What the words mean: a stage's file or its name, an output or something in one. No words: everything. The error of a
// word that means nothing has the word's number as its position.
Result<std::vector<StageTarget>> find_targets(Repo& repo, const std::vector<std::string>& words, Recursion recursion);

// The stages that a word names; none if it names none and may be a path.
Result<std::vector<Stage>> find_named(Repo& repo, const std::string& word);

// How a user names a stage: "data.dvc", "train", "sub/dvc.yaml:train".
[[nodiscard]] std::string address_of(const Stage& stage);
// How messages name it.
[[nodiscard]] std::string described(const Stage& stage);
// For a command that would have to write a dvc.yaml or dvc.lock.
[[nodiscard]] Error no_pipeline_changes(const std::string& file);
// For a word that should have named a stage.
[[nodiscard]] Error no_such_stage(const std::string& word);

// The stage with the output at, or around, a path (absolute). Checks the graph. None: an error that names the path.
Result<StageTarget> find_output(Repo& repo, const std::string& path);

}  // namespace cairn::data
