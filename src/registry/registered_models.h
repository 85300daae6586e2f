// Registered models: create, look up, describe, rename, delete; their tags and aliases.
//
// Any thread may call; each call is one read or one write of the database.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "db/database.h"
#include "registry/events.h"
#include "registry/types.h"

namespace cairn::registry {

struct NewModel {
  std::string name;
  std::vector<Tag> tags;
  std::string description;
};

class RegisteredModels {
 public:
  // `events` may be null: then nobody is told.
  RegisteredModels(db::Database& database, EventSink* events) : database_(database), events_(events) {}

  Result<RegisteredModel> create(const NewModel& request);
  Result<RegisteredModel> get(std::string_view name) const;
  Result<RegisteredModel> describe(std::string_view name, std::string_view description);
  // With its versions, tags and aliases.
  Result<RegisteredModel> rename(std::string_view name, std::string_view new_name);
  // For good, with all that belongs to it.
  Status remove(std::string_view name);

  Status set_tag(std::string_view name, const Tag& tag);
  // It need not be there.
  Status delete_tag(std::string_view name, std::string_view key);

  // Points the alias at a version, wherever it pointed before.
  Status set_alias(std::string_view name, std::string_view alias, std::string_view version);
  // It need not be there.
  Status delete_alias(std::string_view name, std::string_view alias);

 private:
  db::Database& database_;
  EventSink* events_;
};

}  // namespace cairn::registry
