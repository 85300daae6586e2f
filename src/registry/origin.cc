#include "registry/origin.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/uri.h"
#include "core/utf8.h"
#include "registry/logged_model_link.h"
#include "registry/model_uri.h"
#include "registry/prompts.h"
#include "registry/reader.h"
#include "registry/source_rules.h"
#include "registry/version_lookup.h"
#include "tracking/validation.h"

namespace cairn::registry {
namespace {

// What MLflow's clients write as a prompt's source, which the protocol demands and nobody reads.
constexpr std::string_view kPromptSources[] = {"dummy-source", "prompt-template"};

Status check_prompt_source(std::string_view source) {
  if (std::find(std::begin(kPromptSources), std::end(kPromptSources), source) != std::end(kPromptSources)) return {};
  return invalid_parameter(
      fmt::format("Invalid prompt source: '{}'. Prompt sources must use an MLflow placeholder.", source));
}

bool is_models_uri(std::string_view source) { return lower_case(split_uri(source).scheme) == "models"; }

Result<ModelUri> read_models_uri(std::string_view source) {
  if (!split_uri(source).authority.empty()) {
    return invalid_source(source, "Registered model sources must use the active model registry.");
  }
  if (auto uri = parse_model_uri(source)) return *std::move(uri);
  return invalid_source(source, "The model_id request parameter must identify the resource that contains the source.");
}

// The copy of a version has the version's run, and no other.
Status inherit_from_version(db::Connection& connection, const ModelUri& uri, const NewVersion& request,
                            Origin& origin) {
  const RegisteredModel model = TRY(read_model(connection, uri.name));
  if (marks_prompt(model.tags)) {
    return invalid_source(request.source, "Prompt versions cannot be used as model version sources.");
  }
  const ModelVersion copied = TRY(read_version_of_uri(connection, uri));
  const bool another_run = request.run_id && *request.run_id != copied.run_id.value_or("");
  const bool another_model = !request.model_id.value_or("").empty();
  if (another_run || another_model) {
    return invalid_source(request.source,
                          "The run_id and model_id request parameters must match the referenced model version.");
  }
  origin.source = fmt::format("models:/{}/{}", copied.name, copied.version);
  if (!request.run_id) origin.run_id = copied.run_id;
  return {};
}

Status check_against_container(db::Connection& connection, const Origin& origin) {
  if (!origin.model_id.empty()) return check_source(connection, origin.source, {kModelIdParameter, origin.model_id});
  const std::string_view run_id = origin.run_id ? std::string_view(*origin.run_id) : std::string_view();
  return check_source(connection, origin.source, {kRunIdParameter, run_id});
}

void inherit_run(Origin& origin, const LoggedModelOrigin& model) {
  if (origin.stored_run_id.value_or("").empty()) origin.stored_run_id = model.source_run_id;
}

Status locate_files(db::Connection& connection, const ModelUri& uri, Origin& origin) {
  if (uri.model_id.empty()) {
    origin.storage_location = TRY(read_download_uri(connection, uri.name, uri.version));
    return {};
  }
  const auto model = TRY(find_logged_model(connection, uri.model_id));
  if (!model) {
    return invalid_parameter(fmt::format("Unable to fetch model from model URI source artifact location '{}'.Error: {}",
                                         origin.source, no_logged_model(uri.model_id).message()));
  }
  origin.storage_location = model->artifact_location;
  inherit_run(origin, *model);
  return {};
}

}  // namespace

Result<Origin> resolve_origin(db::Connection& connection, const NewVersion& request) {
  const bool prompt = marks_prompt(request.tags);
  if (prompt) TRY(check_prompt_source(request.source));
  TRY(tracking::validate_artifact_host(request.source, "source"));

  Origin origin{request.source, request.run_id.value_or(""), {}, request.model_id.value_or(""), request.source};
  if (!prompt) {
    if (is_models_uri(request.source)) {
      const ModelUri uri = TRY(read_models_uri(request.source));
      if (uri.model_id.empty()) TRY(inherit_from_version(connection, uri, request, origin));
    }
    TRY(check_against_container(connection, origin));
  }
  origin.stored_run_id = origin.run_id;
  if (is_models_uri(origin.source)) TRY(locate_files(connection, TRY(read_models_uri(origin.source)), origin));
  if (!origin.model_id.empty() && origin.stored_run_id.value_or("").empty()) {
    const auto model = TRY(find_logged_model(connection, origin.model_id));
    if (!model) return no_logged_model(origin.model_id);
    inherit_run(origin, *model);
  }
  return origin;
}

}  // namespace cairn::registry
