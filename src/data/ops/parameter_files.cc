#include "data/ops/parameter_files.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "core/python_text.h"
#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/files/process.h"
#include "data/format/yaml_resolve.h"

namespace cairn::data {
namespace {

Result<YamlNode> parse_yaml_values(std::string_view text) {
  const auto document = parse_yaml(text);
  if (!document.ok()) return dvc_error(document.error().message());
  return resolve_aliases(document->root);
}

Result<YamlNode> read_yaml(const std::string& path) { return parse_yaml_values(TRY(read_file(path))); }

Result<YamlNode> from_toml(const toml::node& node);

// Tables in the order of the file, which the library sorts by name.
Result<YamlNode> from_toml_table(const toml::table& table) {
  std::vector<std::pair<const toml::key*, const toml::node*>> entries;
  for (const auto& [key, value] : table) entries.emplace_back(&key, &value);
  std::ranges::stable_sort(entries, {}, [](const auto& entry) {
    const toml::source_position place = entry.first->source().begin;
    return std::pair(place.line, place.column);
  });
  YamlNode mapping = YamlNode::mapping();
  for (const auto& [key, value] : entries) mapping.set(key->str(), TRY(from_toml(*value)));
  return mapping;
}

Result<YamlNode> from_toml(const toml::node& node) {
  if (const auto* table = node.as_table()) return from_toml_table(*table);
  if (const auto* array = node.as_array()) {
    YamlNode sequence = YamlNode::sequence();
    for (const toml::node& item : *array) sequence.items.push_back(TRY(from_toml(item)));
    return sequence;
  }
  if (const auto* text = node.as_string()) return YamlNode::string(text->get());
  if (const auto* integer = node.as_integer()) return YamlNode::integer(integer->get());
  if (const auto* flag = node.as_boolean()) return YamlNode::boolean(flag->get());
  if (const auto* number = node.as_floating_point()) {
    YamlNode value = YamlNode::null();
    value.type = YamlType::kFloat;
    value.text = python_repr(number->get());
    if (value.text.ends_with("inf") || value.text.ends_with("nan")) value.text.insert(value.text.size() - 3, 1, '.');
    return value;
  }
  return dvc_error(fmt::format("line {}: a date or a time is no parameter", node.source().begin.line));
}

Result<YamlNode> read_toml(const std::string& path) {
  const toml::parse_result parsed = toml::parse(TRY(read_file(path)));
  if (!parsed)
    return dvc_error(fmt::format("line {}: {}", parsed.error().source().begin.line, parsed.error().description()));
  return from_toml_table(parsed.table());
}

// Prints what a file assigns to names: at its top, in classes, and to self in __init__. What is no literal is passed
// over, with all that its statement assigns.
constexpr std::string_view kPythonScript = R"py(
import ast, json, sys

def target_name(statement, of_self):
    targets = [statement.target] if isinstance(statement, ast.AnnAssign) else statement.targets
    if len(targets) != 1:
        return None
    target = targets[0]
    if isinstance(target, ast.Name):
        return None if of_self else target.id
    is_own = isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name) and target.value.id == "self"
    return target.attr if is_own else None

def values(body, of_self=False):
    found = {}
    for statement in body:
        if isinstance(statement, ast.ClassDef):
            found[statement.name] = values(statement.body)
        elif isinstance(statement, ast.FunctionDef) and statement.name == "__init__":
            found.update(values(statement.body, True))
        elif isinstance(statement, (ast.Assign, ast.AnnAssign)):
            name = target_name(statement, of_self)
            if name is None:
                continue
            try:
                found[name] = ast.literal_eval(statement.value)
            except (ValueError, AttributeError, TypeError):
                continue
    return found

try:
    with open(sys.argv[1], encoding="utf-8") as file:
        print(json.dumps(values(ast.parse(file.read()).body), allow_nan=False))
except SyntaxError as error:
    sys.exit(f"line {error.lineno}: {error.msg}")
except (TypeError, ValueError) as error:
    sys.exit(str(error))
)py";

Result<YamlNode> read_python(const std::string& path) {
  auto done = run_process({"python3", "-I", "-S", "-c", std::string(kPythonScript), path}, parent_path(path));
  constexpr int kNotFound = 127;
  if (!done.ok() || done->exit_status == kNotFound)
    return dvc_error("parameters in Python files are read by python3, which is not there");
  std::string& problem = done->err;
  while (problem.ends_with('\n')) problem.pop_back();
  if (done->exit_status != 0) return dvc_error(problem.substr(problem.rfind('\n') + 1));
  return parse_yaml_values(done->out);
}

struct Format {
  std::string_view suffix;
  Result<YamlNode> (*read)(const std::string& path);
};
constexpr Format kFormats[] = {{".toml", read_toml}, {".py", read_python}};

}  // namespace

Result<YamlNode> read_parameter_file(const std::string& path) {
  // As DVC takes it: what follows the first dot of the name.
  const std::string_view name = file_name(path);
  const std::string suffix = lower_ascii(name.substr(std::min(name.find('.'), name.size())));
  const auto* format = std::ranges::find(kFormats, suffix, &Format::suffix);
  return format == std::end(kFormats) ? read_yaml(path) : format->read(path);
}

}  // namespace cairn::data
