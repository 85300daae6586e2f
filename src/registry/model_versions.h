// Versions of registered models: create, look up, describe, move through the stages, delete; their tags.
//
// Any thread may call; each call is one read or one write of the database (creating one is a read and a write).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "db/database.h"
#include "registry/events.h"
#include "registry/origin.h"
#include "registry/source_pattern.h"
#include "registry/types.h"

namespace cairn::registry {

// What becomes of the versions that are in a stage when another one moves there.
enum class OthersInStage { kStay, kAreArchived };

class ModelVersions {
 public:
  // `events` may be null: then nobody is told.
  ModelVersions(db::Database& database, EventSink* events, SourcePattern sources = {})
      : database_(database), events_(events), sources_(std::move(sources)) {}

  // Its number is one above the highest that the model ever had, deleted ones included.
  Result<ModelVersion> create(const NewVersion& request);
  Result<ModelVersion> get(std::string_view name, std::string_view version) const;
  Result<ModelVersion> get_by_alias(std::string_view name, std::string_view alias) const;
  // The highest version of each stage that is asked for, or of each stage.
  Result<std::vector<ModelVersion>> latest(std::string_view name, const std::vector<std::string>& stages) const;
  Result<std::string> download_uri(std::string_view name, std::string_view version) const;

  Result<ModelVersion> describe(std::string_view name, std::string_view version,
                                const std::optional<std::string>& description);
  Result<ModelVersion> move_to_stage(std::string_view name, std::string_view version, std::string_view stage,
                                     OthersInStage others);
  // Its number stays taken; its tags stay, and what says where it came from goes.
  Status remove(std::string_view name, std::string_view version);

  Status set_tag(std::string_view name, std::string_view version, const Tag& tag);
  // It need not be there.
  Status delete_tag(std::string_view name, std::string_view version, std::string_view key);

 private:
  db::Database& database_;
  EventSink* events_;
  SourcePattern sources_;
};

}  // namespace cairn::registry
