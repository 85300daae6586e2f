// Parameters of a pipeline's stage: values in a file, against what they were when the stage last ran.
#pragma once

#include <optional>

#include "core/result.h"
#include "data/ops/status.h"
#include "data/repo/repo.h"

namespace cairn::data {

// Nothing if all are as they were. Files are YAML or JSON; for any other kind the user is told that nobody looked.
Result<std::optional<StageStatus::Entry>> changed_parameters(const Repo& repo, const Parameters& parameters);

// The values that the stage depends on, by their keys, as they are now.
Result<YamlNode> current_values(const Repo& repo, const Parameters& parameters);

}  // namespace cairn::data
