#include "data/repo/pipeline_edit.h"

#include <algorithm>
#include <fmt/format.h>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/format/yaml_json.h"
#include "data/repo/pipeline_file.h"
#include "data/repo/stage_files.h"

namespace cairn::data {
namespace {

constexpr std::string_view kFirstParameters = "params.yaml";

Result<YamlDocument> read_document(const std::string& file) {
  auto document = parse_yaml(TRY(read_file_if_there(file)));
  if (document.ok()) return document;
  return dvc_error(fmt::format("'{}' is invalid.\n\n{}, in line {}", relative_path(file), document.error().message(),
                               document.error().position()));
}

Error is_template(std::string_view action, const Stage& stage) {
  return dvc_error(fmt::format("cannot {} a parametrized {}", action, described(stage)));
}

// Takes a stage out of one of the two files. False if it isn't in there.
Result<bool> remove_from(const std::string& file, const std::string& name) {
  if (!exists(file)) return false;
  YamlDocument document = TRY(read_document(file));
  YamlNode* stages = document.root.find("stages");
  if (!stages || !stages->find(name)) return false;
  stages->remove(name);
  TRY(stages->entries.empty() ? remove_all(file) : replace_file(file, write_yaml(document)));
  return true;
}

// A value as another program's writer would put it: spelled anew, in block style, without comments.
Result<YamlNode> plain(const YamlNode& value) {
  struct Block {
    static void use(YamlNode& node) {
      node.form = YamlForm::kPlain;
      for (YamlNode& item : node.items) use(item);
      for (YamlEntry& entry : node.entries) use(entry.value);
    }
  };
  YamlNode node = TRY(parse_yaml(python_json(value, JsonKeys::kAsTheyAre))).root;
  Block::use(node);
  return node;
}

YamlNode locked_entry(const Output& output) {
  YamlNode entry = YamlNode::mapping();
  entry.set("path", YamlNode::string(output.definition));
  if (output.hash != HashKind::kMd5Dos2Unix) entry.set("hash", YamlNode::string("md5"));
  if (!output.hash_value.empty()) entry.set(output.hash_name, YamlNode::string(output.hash_value));
  if (output.size) entry.set("size", YamlNode::integer(*output.size));
  if (output.nfiles) entry.set("nfiles", YamlNode::integer(*output.nfiles));
  if (output.is_executable) entry.set("isexec", YamlNode::boolean(true));
  return entry;
}

YamlNode locked_entries(std::vector<Output> outputs) {
  std::ranges::sort(outputs, {}, &Output::definition);
  YamlNode entries = YamlNode::sequence();
  for (const Output& output : outputs) entries.items.push_back(locked_entry(output));
  return entries;
}

Result<YamlNode> locked_parameters(const Stage& stage) {
  std::vector<std::pair<std::string, const Parameters*>> files;
  for (const Parameters& parameters : stage.parameters)
    files.emplace_back(relative_path(parameters.path, stage.working_directory), &parameters);
  std::ranges::sort(files, {}, [](const auto& file) { return std::pair(file.first != kFirstParameters, file.first); });
  YamlNode all = YamlNode::mapping();
  for (const auto& [file, parameters] : files) {
    YamlNode values = TRY(plain(parameters->known));
    std::ranges::sort(values.entries, {}, [](const YamlEntry& entry) { return entry.key.text; });
    all.set(file, std::move(values));
  }
  return all;
}

}  // namespace

Result<YamlNode> locked_stage(const Stage& stage) {
  YamlNode node = YamlNode::mapping();
  node.set("cmd", TRY(plain(stage.command)));
  if (!stage.dependencies.empty()) node.set("deps", locked_entries(stage.dependencies));
  if (!stage.parameters.empty()) node.set("params", TRY(locked_parameters(stage)));
  if (!stage.outputs.empty()) node.set("outs", locked_entries(stage.outputs));
  return node;
}

Status write_frozen(Repo& repo, const Stage& stage) {
  if (stage.is_template) return is_template("dump", stage);
  YamlDocument document = TRY(read_document(stage.file));
  YamlNode* stages = document.root.find("stages");
  YamlNode* definition = stages ? stages->find(stage.name) : nullptr;
  if (!definition) return no_such_stage(address_of(stage));
  repo.say(fmt::format("Modifying stage '{}' in '{}'", stage.name, relative_path(stage.file)));
  if (stage.frozen)
    definition->set("frozen", YamlNode::boolean(true));
  else
    definition->remove("frozen");
  TRY(replace_file(stage.file, write_yaml(document)));
  repo.changed_for_git(stage.file);
  return {};
}

Status remove_from_pipeline(Repo& repo, const Stage& stage) {
  if (stage.is_template) return is_template("remove", stage);
  const std::string lock = lock_file_of(stage.file);
  for (const std::string& file : {lock, stage.file})
    if (TRY(remove_from(file, stage.name))) repo.changed_for_git(file);
  return {};
}

Status write_lock(Repo& repo, const Stage& stage) {
  const std::string file = lock_file_of(stage.file);
  YamlDocument document = TRY(read_document(file));
  if (!document.root.is(YamlType::kMapping) || document.root.entries.empty()) {
    document.root = YamlNode::mapping();
    document.root.set("schema", YamlNode::string("2.0"));
    repo.say(fmt::format("Generating lock file '{}'", relative_path(file)));
  }
  if (!document.root.find("stages")) document.root.set("stages", YamlNode::mapping());
  YamlNode& stages = *document.root.find("stages");
  YamlNode wanted = TRY(locked_stage(stage));
  const YamlNode* known = stages.find(stage.name);
  const bool changes = !known || !same_value(*known, wanted);
  if (changes) repo.say(fmt::format("Updating lock file '{}'", relative_path(file)));
  stages.set(stage.name, std::move(wanted));
  TRY(replace_file(file, write_yaml(document)));
  if (changes) repo.changed_for_git(file);
  return {};
}

}  // namespace cairn::data
