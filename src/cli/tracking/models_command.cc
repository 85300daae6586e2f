#include "cli/tracking/models_command.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <memory>

#include "cli/output/times.h"
#include "cli/tracking/artifact_uri.h"
#include "cli/tracking/changes.h"
#include "cli/tracking/lookup.h"
#include "cli/tracking/session.h"
#include "cli/tracking/transfer.h"
#include "client/operations.h"

namespace cairn::cli {
namespace {

using registry::ModelVersion;
using registry::RegisteredModel;

struct Flags : CommonFlags {
  std::string name, version, source, run_id, description, filter, alias, stage, key, value, dst_path;
  std::vector<std::string> tags, order_by;
  std::optional<std::int64_t> max_results;
  bool remove = false, archive_existing = false;
};

std::string joined_aliases(const ModelVersion& version) { return fmt::format("{}", fmt::join(version.aliases, ", ")); }

std::string time_text(std::int64_t time, const Flags& flags) { return flags.csv ? csv_time(time) : local_time(time); }

Table listing(const std::vector<RegisteredModel>& models, const Flags& flags) {
  Table table{{{"name", "NAME"},
               {"latest_version", "LATEST", Align::kRight, Room::kFixed},
               {"aliases", "ALIASES", Align::kLeft, Room::kGivesWay},
               {"last_updated", "UPDATED", Align::kLeft, Room::kDrops},
               {"description", "DESCRIPTION", Align::kLeft, Room::kGivesWay}},
              {}};
  for (const RegisteredModel& model : models) {
    std::int64_t latest = 0;
    for (const ModelVersion& version : model.latest_versions) {
      latest = std::max(latest, static_cast<std::int64_t>(std::strtoll(version.version.c_str(), nullptr, 10)));
    }
    std::string aliases;
    for (const registry::Alias& alias : model.aliases) {
      aliases += fmt::format("{}{}={}", aliases.empty() ? "" : ", ", alias.alias, alias.version);
    }
    table.rows.push_back({model.name, latest > 0 ? fmt::to_string(latest) : "", aliases,
                          time_text(model.last_updated_timestamp.value_or(model.creation_timestamp), flags),
                          model.description.value_or("")});
  }
  return table;
}

Table listing(const std::vector<ModelVersion>& versions, const Flags& flags) {
  Table table{{{"name", "NAME"},
               {"version", "VERSION", Align::kRight, Room::kFixed},
               {"stage", "STAGE", Align::kLeft, Room::kDrops},
               {"aliases", "ALIASES"},
               {"created", "CREATED", Align::kLeft, Room::kDrops},
               {"run_id", "RUN ID", Align::kLeft, Room::kGivesWay},
               {"source", "SOURCE", Align::kLeft, Room::kGivesWay}},
              {}};
  for (const ModelVersion& version : versions) {
    table.rows.push_back({version.name, version.version, version.current_stage.value_or(""), joined_aliases(version),
                          time_text(version.creation_timestamp, flags), version.run_id.value_or(""),
                          version.source.value_or("")});
  }
  return table;
}

Status list(const Flags& flags) {
  if (flags.max_results.value_or(1) < 1) return wrong_usage("Invalid value for '--max-results': it is at least 1.");
  constexpr std::int64_t kPage = 1000;
  const std::int64_t limit = flags.max_results.value_or(0);
  const auto connection = TRY(open_connection(flags));
  const auto models = TRY(client::collect(
      connection, client::kSearchRegisteredModels,
      {.filter = flags.filter, .max_results = limit > 0 ? std::min(limit, kPage) : kPage, .order_by = flags.order_by},
      &api::SearchRegisteredModelsResponse::registered_models, static_cast<std::size_t>(limit)));
  return show(flags, listing(models, flags), [&] { return json_array(models); });
}

void print_lines(std::span<const std::pair<std::string_view, std::string>> lines) {
  for (const auto& [name, value] : lines) {
    if (!value.empty()) fmt::print("{:<15}: {}\n", name, value);
  }
}

template <class Tags>
std::string tags_text(const Tags& tags) {
  std::string text;
  for (const auto& tag : tags) text += fmt::format("{}{}={}", text.empty() ? "" : ", ", tag.key, tag.value);
  return text;
}

Status get_version(const client::Connection& connection, const Flags& flags) {
  const auto version =
      TRY(connection.call(client::kGetModelVersion, {.name = flags.name, .version = flags.version})).model_version;
  if (flags.json) {
    say_json(api::to_json(version));
    return {};
  }
  const std::pair<std::string_view, std::string> lines[] = {
      {"Name", version.name},
      {"Version", version.version},
      {"Stage", version.current_stage.value_or("")},
      {"Aliases", joined_aliases(version)},
      {"Created", utc_time(version.creation_timestamp)},
      {"Run ID", version.run_id.value_or("")},
      {"Source", version.source.value_or("")},
      {"Description", version.description.value_or("")},
      {"Tags", tags_text(version.tags)},
  };
  print_lines(lines);
  return {};
}

Status get(const Flags& flags) {
  const auto connection = TRY(open_connection(flags));
  if (!flags.version.empty()) return get_version(connection, flags);
  const auto model = TRY(connection.call(client::kGetRegisteredModel, {.name = flags.name})).registered_model;
  if (flags.json) {
    say_json(api::to_json(model));
    return {};
  }
  std::string aliases;
  for (const registry::Alias& alias : model.aliases) {
    aliases += fmt::format("{}{} (version {})", aliases.empty() ? "" : ", ", alias.alias, alias.version);
  }
  std::string latest;
  for (const ModelVersion& version : model.latest_versions) {
    latest +=
        fmt::format("{}{} ({})", latest.empty() ? "" : ", ", version.version, version.current_stage.value_or("None"));
  }
  const std::pair<std::string_view, std::string> lines[] = {
      {"Name", model.name},
      {"Description", model.description.value_or("")},
      {"Created", utc_time(model.creation_timestamp)},
      {"Updated", utc_time(model.last_updated_timestamp.value_or(model.creation_timestamp))},
      {"Latest versions", latest},
      {"Aliases", aliases},
      {"Tags", tags_text(model.tags)},
  };
  print_lines(lines);
  return {};
}

std::string in_quotes(std::string_view text) {
  // The language of filters has two kinds of quotes and no escapes.
  const char mark = text.find('\'') == std::string_view::npos ? '\'' : '"';
  return fmt::format("{}{}{}", mark, text, mark);
}

Status versions(const Flags& flags) {
  constexpr std::int64_t kPage = 10'000;
  const auto connection = TRY(open_connection(flags));
  const auto model = TRY(connection.call(client::kGetRegisteredModel, {.name = flags.name})).registered_model;
  auto found = TRY(client::collect(connection, client::kSearchModelVersions,
                                   {.filter = "name=" + in_quotes(flags.name), .max_results = kPage},
                                   &api::ModelVersionsResponse::model_versions));
  // A search does not tell the aliases.
  for (ModelVersion& version : found) {
    version.aliases.clear();
    for (const registry::Alias& alias : model.aliases) {
      if (alias.version == version.version) version.aliases.push_back(alias.alias);
    }
  }
  return show(flags, listing(found, flags), [&] { return json_array(found); });
}

Status register_version(const Flags& flags) {
  if (flags.source.empty()) return wrong_usage("Missing option '--source'.");
  const auto connection = TRY(open_connection(flags));
  const auto model = connection.call(client::kCreateRegisteredModel, {.name = flags.name});
  if (!model.ok() && model.error().code() != ErrorCode::kResourceAlreadyExists) return model.error();
  api::CreateModelVersionRequest request{.name = flags.name,
                                         .source = TRY(resolve_artifact_uri(connection, flags.source)),
                                         .tags = TRY(tags_from(flags.tags)),
                                         .description = flags.description};
  constexpr std::string_view kRuns = "runs:/";
  if (!flags.run_id.empty()) {
    request.run_id = flags.run_id;
  } else if (flags.source.starts_with(kRuns)) {
    const std::string_view named = std::string_view(flags.source).substr(kRuns.size());
    request.run_id = std::string(named.substr(0, named.find('/')));
  }
  const auto version = TRY(connection.call(client::kCreateModelVersion, request)).model_version;
  return say_done(flags,
                  fmt::format("{} version {} of model '{}'.", model.ok() ? "Created the model, and" : "Created",
                              version.version, flags.name),
                  [&] { return api::to_json(version); });
}

// For --json: the part of the model that the flags name.
std::optional<std::string> given(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

api::ModelPart part_of(const Flags& flags) {
  return {.name = flags.name, .version = given(flags.version), .alias = given(flags.alias), .key = given(flags.key)};
}

Status say_deleted(const Flags& flags, std::string_view sentence) {
  return say_done(flags, sentence, [&] { return api::to_json(api::Deletion{part_of(flags)}); });
}

Status alias(const Flags& flags) {
  const auto connection = TRY(open_connection(flags));
  if (flags.remove) {
    TRY(connection.call(client::kDeleteAlias, {.name = flags.name, .alias = flags.alias}));
    return say_deleted(flags, fmt::format("Alias '{}' of model '{}' has been deleted.", flags.alias, flags.name));
  }
  if (flags.version.empty()) return wrong_usage("Missing option '--version'.");
  TRY(connection.call(client::kSetAlias, {.name = flags.name, .alias = flags.alias, .version = flags.version}));
  return say_done(flags,
                  fmt::format("Alias '{}' of model '{}' is version {} now.", flags.alias, flags.name, flags.version),
                  [&] { return api::to_json(part_of(flags)); });
}

Status stage(const Flags& flags) {
  const auto connection = TRY(open_connection(flags));
  const auto version =
      TRY(connection.call(client::kTransitionStage, {.name = flags.name,
                                                     .version = flags.version,
                                                     .stage = flags.stage,
                                                     .archive_existing_versions = flags.archive_existing}))
          .model_version;
  return say_done(flags,
                  fmt::format("Version {} of model '{}' is in stage {} now.", version.version, version.name,
                              version.current_stage.value_or("None")),
                  [&] { return api::to_json(version); });
}

// Sets or deletes a tag of a model, or of a version: which of both, the request says.
template <class Request, class Set, class Delete>
Status change_tag(const Flags& flags, const Request& request, const Set& set, const Delete& remove) {
  const auto connection = TRY(open_connection(flags));
  if (flags.remove) {
    TRY(connection.call(remove, request));
    return say_deleted(flags, fmt::format("Deleted tag {}.", flags.key));
  }
  TRY(connection.call(set, request));
  api::ModelPart part = part_of(flags);
  part.value = flags.value;
  return say_done(flags, fmt::format("Set tag {}={}.", flags.key, flags.value), [&] { return api::to_json(part); });
}

Status tag(const Flags& flags) {
  if (flags.version.empty()) {
    return change_tag(flags, api::RegisteredModelTagRequest{.name = flags.name, .key = flags.key, .value = flags.value},
                      client::kSetRegisteredModelTag, client::kDeleteRegisteredModelTag);
  }
  return change_tag(
      flags,
      api::ModelVersionTagRequest{.name = flags.name, .version = flags.version, .key = flags.key, .value = flags.value},
      client::kSetModelVersionTag, client::kDeleteModelVersionTag);
}

Status download_model(const Flags& flags) {
  const std::string named = flags.name.starts_with("models:/") ? flags.name
                            : !flags.alias.empty()             ? fmt::format("models:/{}@{}", flags.name, flags.alias)
                                                               : fmt::format("models:/{}/{}", flags.name,
                                                                 flags.version.empty() ? "latest" : flags.version);
  const Interruptible interrupt;
  const auto connection = TRY(open_connection(flags, interrupt));
  const auto [root, name] = split_artifact_uri(TRY(resolve_artifact_uri(connection, named)));
  const auto store = TRY(client::open_artifact_store(connection, root));
  const std::string made = TRY(
      download(*store, TRY(artifacts::Path::parse(name)), flags.dst_path.empty() ? "." : flags.dst_path, interrupt));
  const std::string place = std::filesystem::absolute(made).lexically_normal().string();
  return say_done(flags, place, [&] { return api::to_json(api::Place{place}); });
}

Status remove(const Flags& flags) {
  const auto connection = TRY(open_connection(flags));
  if (flags.version.empty()) {
    TRY(connection.call(client::kDeleteRegisteredModel, {.name = flags.name}));
    return say_deleted(flags, fmt::format("Model '{}' and its versions have been deleted.", flags.name));
  }
  TRY(connection.call(client::kDeleteModelVersion, {.name = flags.name, .version = flags.version}));
  return say_deleted(flags, fmt::format("Version {} of model '{}' has been deleted.", flags.version, flags.name));
}

}  // namespace

Command models_command() {
  const auto f = std::make_shared<Flags>();
  const Flag name{.names = "name", .target = &f->name, .help = "The model's name.", .required = true};
  const Flag version{.names = "--version,-v", .target = &f->version, .help = "A version of it.", .value = "VERSION"};
  Flag needed_version = version;
  needed_version.required = true;
  const Flag removing{.names = "--delete", .target = &f->remove, .help = "Delete it instead."};
  Command command;
  command.name = "models";
  command.help = "Manage registered models and their versions.";
  command.example = "cairn models list";
  command.shape = Shape::kCairn;
  command.commands = {
      {.name = "list",
       .help = "List registered models.",
       .example = "cairn models list --filter \"name LIKE 'iris%'\"",
       .flags = with_common_flags(
           *f, Shows::kList,
           {{.names = "--filter", .target = &f->filter, .help = "MLflow's filter.", .value = "FILTER"},
            {.names = "--order-by",
             .target = &f->order_by,
             .help = "\"name ASC\", \"timestamp DESC\".",
             .value = "ORDER"},
            {.names = "--max-results", .target = &f->max_results, .help = "At most so many; without it, all."}}),
       .run = reporting(f, list)},
      {.name = "get",
       .help = "Show a model, or a version of it.",
       .example = "cairn models get iris --version 2",
       .flags = with_common_flags(*f, Shows::kOne, {name, version}),
       .run = reporting(f, get)},
      {.name = "versions",
       .help = "List the versions of a model.",
       .example = "cairn models versions iris",
       .flags = with_common_flags(*f, Shows::kList, {name}),
       .run = reporting(f, versions)},
      {.name = "register",
       .help = "Make a new version of a model; the model too, where there is none.",
       .example = "cairn models register iris --source runs:/ID/model",
       .flags =
           with_common_flags(*f, Shows::kOne,
                             {name,
                              {.names = "--source,-s",
                               .target = &f->source,
                               .help = "Where it is: runs:/ID/path, models:/m-..., s3://...",
                               .value = "URI"},
                              {.names = "--run-id,-r",
                               .target = &f->run_id,
                               .help = "The run that made it; known where the source is runs:/...",
                               .value = "ID"},
                              {.names = "--description", .target = &f->description, .help = "What it is."},
                              {.names = "--tag,-t", .target = &f->tags, .help = "A tag of it.", .value = "KEY=VALUE"}}),
       .run = reporting(f, register_version)},
      {.name = "alias",
       .help = "Let an alias mean a version.",
       .example = "cairn models alias iris champion --version 2",
       .flags = with_common_flags(
           *f, Shows::kOne,
           {name, {.names = "alias", .target = &f->alias, .help = "The alias.", .required = true}, version, removing}),
       .run = reporting(f, alias)},
      {.name = "stage",
       .help = "Move a version to a stage.",
       .example = "cairn models stage iris Production --version 2",
       .flags = with_common_flags(
           *f, Shows::kOne,
           {name,
            {.names = "stage", .target = &f->stage, .help = "None, Staging, Production or Archived.", .required = true},
            needed_version,
            {.names = "--archive-existing-versions",
             .target = &f->archive_existing,
             .help = "Archive those that are in the stage."}}),
       .run = reporting(f, stage)},
      {.name = "tag",
       .help = "Set a tag of a model or of a version.",
       .example = "cairn models tag iris --key task --value classification",
       .flags = with_common_flags(
           *f, Shows::kOne,
           {name,
            version,
            {.names = "--key,-k", .target = &f->key, .help = "Its name.", .required = true, .value = "KEY"},
            {.names = "--value", .target = &f->value, .help = "Its value."},
            removing}),
       .run = reporting(f, tag)},
      {.name = "download",
       .help = "Download the files of a version; the latest, if none is named.",
       .example = "cairn models download iris --alias champion --dst-path models",
       .flags = with_common_flags(
           *f, Shows::kOne,
           {name,
            version,
            {.names = "--alias", .target = &f->alias, .help = "The version of this alias.", .value = "ALIAS"},
            {.names = "--dst-path,-d",
             .target = &f->dst_path,
             .help = "The folder for it; otherwise this one.",
             .value = "FOLDER"}}),
       .run = reporting(f, download_model)},
      {.name = "delete",
       .help = "Delete a model with its versions, or one version.",
       .example = "cairn models delete iris --version 1",
       .flags = with_common_flags(*f, Shows::kOne, {name, version}),
       .run = reporting(f, remove)},
  };
  return command;
}

}  // namespace cairn::cli
