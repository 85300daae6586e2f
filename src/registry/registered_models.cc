#include "registry/registered_models.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/clock.h"
#include "core/python_text.h"
#include "registry/announce.h"
#include "registry/prompts.h"
#include "registry/reader.h"
#include "registry/validation.h"

namespace cairn::registry {
namespace {

bool has_prompt_tag(std::span<const Tag> tags) {
  return std::any_of(tags.begin(), tags.end(), [](const Tag& tag) { return tag.key == kIsPromptTag; });
}

Error name_is_taken(const RegisteredModel& existing, const NewModel& request) {
  const bool prompt_exists = has_prompt_tag(existing.tags);
  const bool prompt_wanted = has_prompt_tag(request.tags);
  if (prompt_exists == prompt_wanted) {
    return already_exists(
        fmt::format("{} (name={}) already exists.", prompt_wanted ? "Prompt" : "Registered Model", request.name));
  }
  return already_exists(
      fmt::format("Tried to create a {} with name {}, but the name is already taken by a {}. MLflow does not allow "
                  "creating a model and a prompt with the same name.",
                  prompt_wanted ? "prompt" : "registered model", python_repr(std::string_view(request.name)),
                  prompt_exists ? "prompt" : "registered model"));
}

Status write_tag(db::Connection& connection, std::string_view name, const Tag& tag) {
  TRY(
      connection.execute("INSERT INTO registered_model_tags (workspace, name, key, value) "
                         "VALUES ('default', ?1, ?2, ?3) "
                         "ON CONFLICT (workspace, key, name) DO UPDATE SET value = excluded.value",
                         name, tag.key, tag.value));
  return {};
}

}  // namespace

Result<RegisteredModel> RegisteredModels::create(const NewModel& request) {
  TRY(validate_model_name(request.name));
  for (const Tag& tag : request.tags) TRY(validate_model_tag(tag));
  return database_.write([&](db::Connection& connection) -> Result<RegisteredModel> {
    const std::int64_t inserted = TRY(connection.execute(
        "INSERT INTO registered_models (workspace, name, creation_time, last_updated_time, description) "
        "VALUES ('default', ?1, ?2, ?2, ?3) ON CONFLICT DO NOTHING",
        request.name, now_ms(), request.description));
    if (inserted == 0) return name_is_taken(TRY(read_model(connection, request.name)), request);
    for (const Tag& tag : request.tags) TRY(write_tag(connection, request.name, tag));
    TRY(announce_model(events_, connection, request));
    return read_model(connection, request.name);
  });
}

Result<RegisteredModel> RegisteredModels::get(std::string_view name) const {
  return database_.read([&](db::Connection& connection) { return read_model(connection, name); });
}

Result<RegisteredModel> RegisteredModels::describe(std::string_view name, std::string_view description) {
  return database_.write([&](db::Connection& connection) -> Result<RegisteredModel> {
    TRY(check_model_exists(connection, name));
    TRY(
        connection.execute("UPDATE registered_models SET description = ?1, last_updated_time = ?2 "
                           "WHERE workspace = 'default' AND name = ?3",
                           description, now_ms(), name));
    return read_model(connection, name);
  });
}

Result<RegisteredModel> RegisteredModels::rename(std::string_view name, std::string_view new_name) {
  TRY(validate_model_name(new_name, "new_name"));
  return database_.write([&](db::Connection& connection) -> Result<RegisteredModel> {
    TRY(check_model_exists(connection, name));
    if (name != new_name && TRY(model_exists(connection, new_name))) {
      return already_exists(fmt::format(
          "Registered Model (name={}) already exists. Error: the name is taken by another model", new_name));
    }
    // The schema's foreign keys carry versions, tags and aliases along.
    const std::int64_t now = now_ms();
    TRY(
        connection.execute("UPDATE registered_models SET name = ?1, last_updated_time = ?2 "
                           "WHERE workspace = 'default' AND name = ?3",
                           new_name, now, name));
    TRY(connection.execute("UPDATE model_versions SET last_updated_time = ?1 WHERE workspace = 'default' AND name = ?2",
                           now, new_name));
    return read_model(connection, new_name);
  });
}

Status RegisteredModels::remove(std::string_view name) {
  return database_.write([&](db::Connection& connection) -> Status {
    TRY(check_model_exists(connection, name));
    for (const std::string_view sql : {
             "DELETE FROM model_version_tags WHERE workspace = 'default' AND name = ?1",
             "DELETE FROM model_versions WHERE workspace = 'default' AND name = ?1",
             "DELETE FROM registered_model_tags WHERE workspace = 'default' AND name = ?1",
             "DELETE FROM registered_model_aliases WHERE workspace = 'default' AND name = ?1",
             "DELETE FROM registered_models WHERE workspace = 'default' AND name = ?1",
         }) {
      TRY(connection.execute(sql, name));
    }
    return {};
  });
}

Status RegisteredModels::set_tag(std::string_view name, const Tag& tag) {
  TRY(validate_model_name(name));
  TRY(validate_model_tag(tag));
  return database_.write([&](db::Connection& connection) -> Status {
    TRY(check_model_exists(connection, name));
    TRY(write_tag(connection, name, tag));
    return announce_model_tag(events_, connection, {name, tag.key, tag.value});
  });
}

Status RegisteredModels::delete_tag(std::string_view name, std::string_view key) {
  TRY(validate_model_name(name));
  TRY(validate_tag_key(key));
  return database_.write([&](db::Connection& connection) -> Status {
    TRY(check_model_exists(connection, name));
    TRY(connection.execute("DELETE FROM registered_model_tags WHERE workspace = 'default' AND key = ?1 AND name = ?2",
                           key, name));
    return announce_model_tag(events_, connection, {name, key, std::nullopt});
  });
}

Status RegisteredModels::set_alias(std::string_view name, std::string_view alias, std::string_view version) {
  TRY(validate_model_name(name));
  TRY(validate_alias(alias));
  TRY(validate_alias_not_reserved(alias));
  const std::int64_t number = TRY(parse_version(version));
  return database_.write([&](db::Connection& connection) -> Status {
    TRY(check_version_exists(connection, name, number));
    TRY(
        connection.execute("INSERT INTO registered_model_aliases (workspace, name, alias, version) "
                           "VALUES ('default', ?1, ?2, ?3) "
                           "ON CONFLICT (workspace, name, alias) DO UPDATE SET version = excluded.version",
                           name, alias, number));
    return announce_alias(events_, connection, name, alias, version);
  });
}

Status RegisteredModels::delete_alias(std::string_view name, std::string_view alias) {
  TRY(validate_model_name(name));
  TRY(validate_alias(alias));
  return database_.write([&](db::Connection& connection) -> Status {
    TRY(check_model_exists(connection, name));
    TRY(connection.execute(
        "DELETE FROM registered_model_aliases WHERE workspace = 'default' AND name = ?1 AND alias = ?2", name, alias));
    return announce_alias(events_, connection, name, alias, std::nullopt);
  });
}

}  // namespace cairn::registry
