// Tells a sink what has happened: whether it is about a prompt or a model, and what of it a listener is told.
//
// Each function is called after the change, in its transaction. A null sink is told nothing.
#pragma once

#include <optional>
#include <string_view>

#include "core/result.h"
#include "db/connection.h"
#include "registry/events.h"
#include "registry/model_versions.h"
#include "registry/registered_models.h"

namespace cairn::registry {

Status announce_model(EventSink* sink, db::Connection& connection, const NewModel& model);
// `source` and `run_id`: as they turned out to be.
Status announce_version(EventSink* sink, db::Connection& connection, const NewVersion& request, std::int64_t version,
                        std::string_view source, std::string_view run_id);

// Without a value: it was deleted. Of models, only the tags of prompts are told.
struct TagChange {
  std::string_view name;
  std::string_view key;
  std::optional<std::string_view> value;
};
Status announce_model_tag(EventSink* sink, db::Connection& connection, const TagChange& change);
Status announce_version_tag(EventSink* sink, db::Connection& connection, const TagChange& change,
                            std::string_view version);
// Without a version: it was deleted.
Status announce_alias(EventSink* sink, db::Connection& connection, std::string_view name, std::string_view alias,
                      std::optional<std::string_view> version);

}  // namespace cairn::registry
