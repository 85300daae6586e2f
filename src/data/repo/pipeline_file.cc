#include "data/repo/pipeline_file.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "data/errors.h"
#include "data/files/paths.h"
#include "data/format/yaml_resolve.h"

namespace cairn::data {
namespace {

constexpr std::string_view kDefaultParameters = "params.yaml";
// With the key that marks what is more than an output.
constexpr std::pair<std::string_view, std::string_view> kOutputLists[] = {
    {"outs", ""}, {"metrics", "metric"}, {"plots", "plot"}};
constexpr std::string_view kReadKeys[] = {"wdir", "deps", "params", "outs", "metrics", "plots"};

// ${…} that is not escaped.
std::size_t find_expression(std::string_view text, std::size_t from = 0) {
  for (std::size_t at = text.find("${", from); at != std::string_view::npos; at = text.find("${", at + 1))
    if (at == 0 || text[at - 1] != '\\') return at;
  return std::string_view::npos;
}

bool has_expression(const YamlNode& node) {
  if (node.is(YamlType::kString) && find_expression(node.text) != std::string_view::npos) return true;
  return std::ranges::any_of(node.items, has_expression) ||
         std::ranges::any_of(node.entries, [](const YamlEntry& entry) {
           return has_expression(entry.key) || has_expression(entry.value);
         });
}

// \${ stands for ${.
void unescape_expressions(YamlNode& node) {
  for (std::size_t at = node.text.find("\\${"); at != std::string::npos; at = node.text.find("\\${", at))
    node.text.erase(at, 1);
  for (YamlNode& item : node.items) unescape_expressions(item);
}

// Whether a path with expressions in it can mean `path`: each may stand for anything.
bool can_mean(std::string_view pattern, std::string_view path) {
  const std::size_t start = find_expression(pattern);
  if (start == std::string_view::npos) return pattern == path;
  if (!path.starts_with(pattern.substr(0, start))) return false;
  const std::size_t end = pattern.find('}', start);
  if (end == std::string_view::npos) return false;
  for (std::size_t rest = start; rest <= path.size(); ++rest)
    if (can_mean(pattern.substr(end + 1), path.substr(rest))) return true;
  return false;
}

// An output as dvc.yaml says it: its path, and what is set for it.
struct Definition {
  std::string path;
  YamlNode settings = YamlNode::mapping();
};

std::vector<Definition> definitions_in(const YamlNode& stage, std::string_view list) {
  std::vector<Definition> definitions;
  const YamlNode* items = stage.find(list);
  if (!items) return definitions;
  for (const YamlNode& item : items->items) {
    if (!item.is(YamlType::kMapping)) definitions.push_back({item.text});
    for (const YamlEntry& entry : item.entries) {
      Definition& definition = definitions.emplace_back(Definition{entry.key.text});
      for (const YamlEntry& setting : entry.value.entries)
        if (list != "plots" || (setting.key.text != "x" && setting.key.text != "y"))
          definition.settings.entries.push_back(setting);
    }
  }
  return definitions;
}

std::vector<Definition> output_definitions(const YamlNode& stage) {
  std::vector<Definition> definitions;
  for (const auto& [list, kind] : kOutputLists) {
    for (Definition& definition : definitions_in(stage, list)) {
      if (!kind.empty()) definition.settings.set(kind, YamlNode::boolean(true));
      definitions.push_back(std::move(definition));
    }
  }
  return definitions;
}

void set_path(std::string_view path, YamlNode& entry) { entry.set("path", YamlNode::string(path)); }

// An entry of the lock by its path.
const YamlNode* find_locked(const YamlNode* stage, std::string_view list, std::string_view path) {
  const YamlNode* entries = stage ? stage->find(list) : nullptr;
  if (!entries) return nullptr;
  for (const YamlNode& entry : entries->items)
    if (const YamlNode* known = entry.find("path"); known && known->text == path) return &entry;
  return nullptr;
}

class PipelineReader {
 public:
  PipelineReader(const std::string& file, const std::string& root) : file_(file), root_(root) {}

  Result<Pipeline> read(const YamlNode& document, const YamlNode& lock) {
    const YamlNode* schema = lock.find("schema");
    const YamlNode* locked = schema ? lock.find("stages") : &lock;
    const YamlNode* stages = document.find("stages");
    if (!document.is(YamlType::kMapping) && !document.is(YamlType::kNull)) return invalid("expected a dictionary");
    if (!stages || stages->is(YamlType::kNull)) return std::move(pipeline_);
    if (!stages->is(YamlType::kMapping)) return invalid("expected a dictionary, in stages");
    for (const auto& [name, stage] : stages->entries) TRY(read_definition(name.text, stage, locked));
    return std::move(pipeline_);
  }

 private:
  Status read_definition(const std::string& name, const YamlNode& stage, const YamlNode* locked) {
    if (!stage.is(YamlType::kMapping)) return invalid(fmt::format("expected a dictionary, in stages -> {}", name));
    const bool is_group = stage.find("foreach") || stage.find("matrix");
    const bool is_readable = !is_group && std::ranges::none_of(stage.entries, [](const YamlEntry& entry) {
      return std::ranges::find(kReadKeys, entry.key.text) != std::end(kReadKeys) && has_expression(entry.value);
    });
    if (is_readable) return read_stage(name, stage, locked ? locked->find(name) : nullptr);
    pipeline_.templates.push_back(name);
    const YamlNode* body = stage.find("do");
    if (!is_group || !body) body = &stage;
    if (!locked) return {};
    const std::string group = name + '@';
    for (const auto& [known, entry] : locked->entries)
      if (is_group ? known.text.starts_with(group) : known.text == name) TRY(read_template(known.text, *body, entry));
    return {};
  }

  Result<Stage> start_stage(const std::string& name, const YamlNode& definition) {
    Stage stage;
    stage.file = file_;
    stage.name = name;
    const YamlNode* directory = definition.find("wdir");
    if (directory && has_expression(*directory)) {
      return Error(ErrorCode::kNotImplemented,
                   fmt::format("'{}': the wdir of stage '{}' is a template, which is not supported here yet",
                               relative_path(file_), name));
    }
    stage.working_directory = normal_path(join_path(parent_path(file_), directory ? directory->text : ""));
    if (const YamlNode* command = definition.find("cmd")) stage.command = *command;
    unescape_expressions(stage.command);
    for (const auto& [key, flag] : {std::pair{"frozen", &stage.frozen}, {"always_changed", &stage.always_changed}})
      if (const YamlNode* value = definition.find(key)) *flag = (value->text[0] | 32) == 't';
    return stage;
  }

  // All that there is to know.
  Status read_stage(const std::string& name, const YamlNode& definition, const YamlNode* locked) {
    Stage stage = TRY(start_stage(name, definition));
    if (!definition.find("cmd")) return invalid(fmt::format("required key not provided, in stages -> {} -> cmd", name));
    const YamlNode* last_command = locked ? locked->find("cmd") : nullptr;
    stage.is_template =
        std::ranges::any_of(definition.entries, [](const YamlEntry& entry) { return has_expression(entry.value); });
    if (has_expression(*definition.find("cmd"))) {
      pipeline_.templates.push_back(name);
      stage.command = last_command ? *last_command : YamlNode::string("");
    } else
      stage.changed_command = locked && (!last_command || !same_value(*last_command, stage.command));
    for (const Definition& dependency : definitions_in(definition, "deps"))
      stage.dependencies.push_back(entry_of(stage, dependency, "deps", locked));
    for (const Definition& output : output_definitions(definition))
      stage.outputs.push_back(entry_of(stage, output, "outs", locked));
    read_parameters(definition, locked, stage);
    pipeline_.stages.push_back(std::move(stage));
    return {};
  }

  // What the lock knows, with what the template sets for it.
  Status read_template(const std::string& name, const YamlNode& definition, const YamlNode& locked) {
    Stage stage = TRY(start_stage(name, definition));
    stage.is_template = true;
    if (const YamlNode* command = locked.find("cmd")) stage.command = *command;
    const auto add_all = [&](std::string_view list, const std::vector<Definition>& templates, std::vector<Output>& to) {
      const YamlNode* entries = locked.find(list);
      if (!entries) return;
      for (const YamlNode& entry : entries->items) {
        const YamlNode* path = entry.find("path");
        if (!path) continue;
        const auto meant =
            std::ranges::find_if(templates, [path](const Definition& one) { return can_mean(one.path, path->text); });
        to.push_back(entry_of(stage, {path->text, meant == templates.end() ? YamlNode::mapping() : meant->settings},
                              list, &locked));
      }
    };
    add_all("deps", {}, stage.dependencies);
    add_all("outs", output_definitions(definition), stage.outputs);
    if (const YamlNode* files = locked.find("params"))
      for (const auto& [file, values] : files->entries) {
        Parameters& parameters = parameters_in(file.text, stage);
        for (const YamlEntry& value : values.entries) parameters.keys.push_back(value.key.text);
        parameters.known = values;
      }
    pipeline_.stages.push_back(std::move(stage));
    return {};
  }

  Output entry_of(const Stage& stage, const Definition& definition, std::string_view list, const YamlNode* locked) {
    YamlNode entry = definition.settings;
    set_path(definition.path, entry);
    const YamlNode* known = find_locked(locked, list, definition.path);
    if (known) {
      for (const YamlEntry& value : known->entries)
        if (value.key.text != "path") entry.set(value.key.text, value.value);
    } else {
      entry.set("hash", YamlNode::string("md5"));
    }
    return read_entry(entry, list == "deps" ? EntryOf::kDependencies : EntryOf::kOutputs, stage, root_);
  }

  Parameters& parameters_in(const std::string& file, Stage& stage) {
    const std::string path = normal_path(join_path(stage.working_directory, file));
    const auto known = std::ranges::find(stage.parameters, path, &Parameters::path);
    return known != stage.parameters.end() ? *known : stage.parameters.emplace_back(Parameters{path, {}, {}});
  }

  // Items are keys of params.yaml, or {file: [keys]} where no keys mean all.
  void read_parameters(const YamlNode& definition, const YamlNode* locked, Stage& stage) {
    const YamlNode* list = definition.find("params");
    if (!list) return;
    for (const YamlNode& item : list->items) {
      if (!item.is(YamlType::kMapping)) parameters_in(std::string(kDefaultParameters), stage).keys.push_back(item.text);
      for (const auto& [file, keys] : item.entries) {
        Parameters& parameters = parameters_in(file.text, stage);
        for (const YamlNode& key : keys.items) parameters.keys.push_back(key.text);
      }
    }
    const YamlNode* known = locked ? locked->find("params") : nullptr;
    if (!known) return;
    for (const auto& [file, values] : known->entries) parameters_in(file.text, stage).known = values;
  }

  [[nodiscard]] Error invalid(const std::string& why) const {
    return dvc_error(fmt::format("'{}' validation failed.\n\n{}", relative_path(file_), why));
  }

  const std::string& file_;
  const std::string& root_;
  Pipeline pipeline_;
};

Result<YamlNode> parse_values(const std::string& file, std::string_view text) {
  auto document = parse_yaml(text);
  if (!document.ok()) {
    return dvc_error(fmt::format("'{}' is invalid.\n\n{}, in line {}", relative_path(file), document.error().message(),
                                 document.error().position()));
  }
  auto values = resolve_aliases(document->root);
  if (!values.ok())
    return dvc_error(fmt::format("'{}' is invalid.\n\n{}", relative_path(file), values.error().message()));
  return values;
}

}  // namespace

std::string lock_file_of(const std::string& pipeline_file) {
  return pipeline_file.substr(0, pipeline_file.size() - kPipelineFile.size()) + "dvc.lock";
}

Result<Pipeline> parse_pipeline(const std::string& file, std::string_view text, std::string_view lock_text,
                                const std::string& root) {
  const YamlNode document = TRY(parse_values(file, text));
  const YamlNode lock = TRY(parse_values(lock_file_of(file), lock_text));
  return PipelineReader(file, root).read(document, lock);
}

}  // namespace cairn::data
