#include "registry/logged_model_link.h"

#include <fmt/format.h>

#include "core/json_text.h"

namespace cairn::registry {
namespace {

// A JSON array, spaced as Python's json.dumps does it.
constexpr std::string_view kVersionsTag = "mlflow.modelVersions";

// Who wrote the tag by hand may have written anything; json_valid() is SQLite's and PostgreSQL 16's.
bool is_list(std::string_view json) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = json.find_first_not_of(kBlanks);
  const std::size_t end = json.find_last_not_of(kBlanks);
  return begin != std::string_view::npos && end > begin && json[begin] == '[' && json[end] == ']';
}

// The tag's entries without the brackets; what is no list of entries is given up.
Result<std::string> linked_versions(db::Connection& connection, std::string_view model_id) {
  auto rows =
      TRY(connection.query("SELECT t.tag_value FROM logged_models AS m JOIN logged_model_tags AS t "
                           "ON t.model_id = m.model_id AND t.tag_key = ?2 WHERE m.model_id = ?1 "
                           "/*pg FOR NO KEY UPDATE OF m */",
                           model_id, kVersionsTag));
  if (!TRY(rows.next()) || !is_list(rows.text(0))) return std::string();
  const std::string_view list = rows.text(0);
  const std::size_t begin = list.find('[') + 1;
  const std::string_view entries = list.substr(begin, list.rfind(']') - begin);
  return std::string(entries.find_first_not_of(' ') == std::string_view::npos ? "" : entries);
}

}  // namespace

Error no_logged_model(std::string_view model_id) {
  return does_not_exist(fmt::format("Logged model with ID '{}' not found.", model_id));
}

Result<std::optional<LoggedModelOrigin>> find_logged_model(db::Connection& connection, std::string_view model_id) {
  auto rows =
      TRY(connection.query("SELECT artifact_location, source_run_id FROM logged_models "
                           "WHERE model_id = ?1 AND lifecycle_stage != 'deleted'",
                           model_id));
  if (!TRY(rows.next())) return std::optional<LoggedModelOrigin>();
  return std::optional(LoggedModelOrigin{rows.string(0), rows.maybe_string(1)});
}

Status link_logged_model(db::Connection& connection, std::string_view model_id, std::string_view name,
                         std::int64_t version) {
  std::string entries = TRY(linked_versions(connection, model_id));
  const std::string entry = fmt::format(R"({{"name": {}, "version": {}}})", ascii_json_string(name), version);
  if (entries.find(entry) == std::string::npos) entries += (entries.empty() ? "" : ", ") + entry;
  const std::int64_t linked = TRY(connection.execute(
      "INSERT INTO logged_model_tags (model_id, experiment_id, tag_key, tag_value) "
      "SELECT model_id, experiment_id, ?2, ?3 FROM logged_models WHERE model_id = ?1 AND lifecycle_stage != 'deleted' "
      "ON CONFLICT (model_id, tag_key) DO UPDATE SET tag_value = excluded.tag_value",
      model_id, kVersionsTag, '[' + entries + ']'));
  return linked == 0 ? Status(no_logged_model(model_id)) : Status();
}

}  // namespace cairn::registry
