// The stages of a pipeline, as far as commands for data need them: dvc.yaml says what a stage has for outputs and
// dependencies, dvc.lock what they held when it last ran.
//
// Templates (${…}, foreach, matrix) are not worked out here. Of a stage that is one, dvc.lock knows the outputs by
// their real names, and what dvc.yaml says about an output holds for those in the lock that its path can mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "data/repo/stage.h"

namespace cairn::data {

inline constexpr std::string_view kPipelineFile = "dvc.yaml";

// The dvc.lock beside a dvc.yaml.
[[nodiscard]] std::string lock_file_of(const std::string& pipeline_file);

struct Pipeline {
  std::vector<Stage> stages;           // in the order of the file
  std::vector<std::string> templates;  // stages of which only the lock is known
};

// `file` is the dvc.yaml's absolute path, `lock_text` empty if there is no lock. Errors name files relative to the
// working directory.
Result<Pipeline> parse_pipeline(const std::string& file, std::string_view text, std::string_view lock_text,
                                const std::string& root);

}  // namespace cairn::data
