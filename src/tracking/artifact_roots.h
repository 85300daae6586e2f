// Where runs and logged models keep their artifacts. Nothing else of them is read.
//
// Any thread may call.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "db/database.h"

namespace cairn::tracking {

class ArtifactRoots {
 public:
  explicit ArtifactRoots(db::Database& database) : database_(database) {}

  // Deleted runs keep theirs; deleted models cannot be found.
  Result<std::string> of_run(std::string_view run_id) const;
  Result<std::string> of_logged_model(std::string_view model_id) const;

 private:
  db::Database& database_;
};

}  // namespace cairn::tracking
