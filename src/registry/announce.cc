#include "registry/announce.h"

#include <algorithm>
#include <initializer_list>

#include "registry/prompts.h"

namespace cairn::registry {
namespace {

std::optional<std::string> unless_empty(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string(text);
}

std::optional<std::string> owned(std::optional<std::string_view> text) {
  if (!text) return std::nullopt;
  return std::string(*text);
}

Result<bool> listens(EventSink* sink, db::Connection& connection) {
  if (sink == nullptr) return false;
  return sink->listens(connection);
}

Result<bool> is_prompt(db::Connection& connection, std::string_view name) {
  auto rows =
      TRY(connection.query("SELECT 1 FROM registered_model_tags WHERE workspace = 'default' AND key = ?1 "
                           "AND name = ?2 AND lower(value) = 'true'",
                           kIsPromptTag, name));
  return rows.next();
}

// Each key once, where it first stood, with its last value; without the keys in `hidden`.
std::vector<Tag> shown_tags(std::span<const Tag> tags, std::initializer_list<std::string_view> hidden) {
  std::vector<Tag> shown;
  for (const Tag& tag : tags) {
    if (std::find(hidden.begin(), hidden.end(), tag.key) != hidden.end()) continue;
    const auto earlier =
        std::find_if(shown.begin(), shown.end(), [&](const Tag& other) { return other.key == tag.key; });
    if (earlier == shown.end())
      shown.push_back(tag);
    else
      earlier->value = tag.value;
  }
  return shown;
}

EventAction change_of(std::optional<std::string_view> value, EventAction made) {
  return value ? made : EventAction::kDeleted;
}

}  // namespace

Status announce_model(EventSink* sink, db::Connection& connection, const NewModel& model) {
  if (!TRY(listens(sink, connection))) return {};
  if (marks_prompt(model.tags)) {
    return sink->announce(connection, {EventEntity::kPrompt, EventAction::kCreated,
                                       ModelCreated{model.name, shown_tags(model.tags, {kIsPromptTag, kPromptTypeTag}),
                                                    model.description}});
  }
  return sink->announce(connection, {EventEntity::kRegisteredModel, EventAction::kCreated,
                                     ModelCreated{model.name, shown_tags(model.tags, {}), model.description}});
}

Status announce_version(EventSink* sink, db::Connection& connection, const NewVersion& request, std::int64_t version,
                        std::string_view source, std::string_view run_id) {
  if (!TRY(listens(sink, connection))) return {};
  const auto description = unless_empty(request.description);
  if (!marks_prompt(request.tags)) {
    return sink->announce(connection, {EventEntity::kModelVersion, EventAction::kCreated,
                                       VersionCreated{request.name, version, std::string(source), unless_empty(run_id),
                                                      shown_tags(request.tags, {}), description}});
  }
  PromptVersionCreated created{request.name, version, std::nullopt,
                               shown_tags(request.tags, {kIsPromptTag, kPromptTypeTag, kPromptTextTag}), description};
  for (const Tag& tag : request.tags) {
    if (tag.key == kPromptTextTag) created.prompt_template = tag.value;
  }
  return sink->announce(connection, {EventEntity::kPromptVersion, EventAction::kCreated, std::move(created)});
}

Status announce_model_tag(EventSink* sink, db::Connection& connection, const TagChange& change) {
  if (!TRY(listens(sink, connection)) || !TRY(is_prompt(connection, change.name))) return {};
  return sink->announce(
      connection, {EventEntity::kPromptTag, change_of(change.value, EventAction::kSet),
                   TagChanged{std::string(change.name), std::nullopt, std::string(change.key), owned(change.value)}});
}

Status announce_version_tag(EventSink* sink, db::Connection& connection, const TagChange& change,
                            std::string_view version) {
  if (!TRY(listens(sink, connection))) return {};
  const bool prompt = TRY(is_prompt(connection, change.name));
  return sink->announce(connection, {prompt ? EventEntity::kPromptVersionTag : EventEntity::kModelVersionTag,
                                     change_of(change.value, EventAction::kSet),
                                     TagChanged{std::string(change.name), std::string(version), std::string(change.key),
                                                owned(change.value)}});
}

Status announce_alias(EventSink* sink, db::Connection& connection, std::string_view name, std::string_view alias,
                      std::optional<std::string_view> version) {
  if (!TRY(listens(sink, connection))) return {};
  const bool prompt = TRY(is_prompt(connection, name));
  return sink->announce(connection, {prompt ? EventEntity::kPromptAlias : EventEntity::kModelVersionAlias,
                                     change_of(version, EventAction::kCreated),
                                     AliasChanged{std::string(name), std::string(alias), owned(version)}});
}

}  // namespace cairn::registry
