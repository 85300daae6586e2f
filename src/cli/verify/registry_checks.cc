#include "cli/verify/registry_checks.h"

#include <fmt/format.h>

#include "cli/verify/expect.h"
#include "client/operations.h"

namespace cairn::cli {

Result<std::string> check_registry(Probe& probe) {
  const registry::Tag tag{"verify.stage", "candidate"};
  const std::string alias = "verified";
  const std::string source = probe.run.artifact_uri + "/model";

  TRY(probe.server.call(client::kCreateRegisteredModel, {.name = probe.name, .tags = {}, .description = {}}));
  const auto made = TRY(probe.server.call(client::kCreateModelVersion, {.name = probe.name,
                                                                        .source = source,
                                                                        .run_id = probe.run.run_id,
                                                                        .tags = {tag},
                                                                        .run_link = {},
                                                                        .description = {},
                                                                        .model_id = {}}));
  const std::string version = made.model_version.version;
  TRY(expect_same<std::string>("the number of the first version", version, "1"));
  TRY(probe.server.call(client::kSetAlias, {.name = probe.name, .alias = alias, .version = version}));

  const auto read =
      TRY(probe.server.call(client::kGetVersionByAlias, {.name = probe.name, .alias = alias, .version = {}}));
  TRY(expect_same("the version with the alias", read.model_version.version, version));
  TRY(expect_same("the version's source", read.model_version.source.value_or(""), source));
  TRY(expect_same("the version's run", read.model_version.run_id.value_or(""), probe.run.run_id));
  TRY(expect_entry("tag", read.model_version.tags, tag));

  const auto found = TRY(probe.server.call(
      client::kSearchModelVersions,
      {.filter = fmt::format("name = '{}'", probe.name), .max_results = 10, .order_by = {}, .page_token = {}}));
  TRY(expect_same("the number of versions that are found by name", found.model_versions.size(), std::size_t{1}));
  return std::string("model, version, tag and alias created, found by alias and by search");
}

Status remove_model(Probe& probe) {
  // An answer may have been lost after the model was made, so it is asked for by name.
  const auto found = probe.server.call(client::kGetRegisteredModel, {.name = probe.name});
  if (!found.ok() && found.error().code() == ErrorCode::kResourceDoesNotExist) return {};
  TRY(found);
  TRY(probe.server.call(client::kDeleteRegisteredModel, {.name = probe.name}));
  const auto left = probe.server.call(client::kGetRegisteredModel, {.name = probe.name});
  if (!left.ok() && left.error().code() == ErrorCode::kResourceDoesNotExist) return {};
  TRY(left);
  return Error(ErrorCode::kDataLoss, fmt::format("model '{}' was deleted and is still there", probe.name));
}

}  // namespace cairn::cli
