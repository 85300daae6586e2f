#include "data/repo/stage.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <span>

#include "data/errors.h"
#include "data/files/paths.h"
#include "data/format/yaml_json.h"

namespace cairn::data {
namespace {

enum class Expect : std::uint8_t { kText, kHash, kInt, kBool, kTextList, kMapping, kList, kAnything };

struct Key {
  std::string_view name;
  Expect expect;
};

constexpr Key kStageKeys[] = {
    {"md5", Expect::kHash},      {"wdir", Expect::kText},           {"deps", Expect::kList},
    {"outs", Expect::kList},     {"locked", Expect::kBool},         {"frozen", Expect::kBool},
    {"meta", Expect::kAnything}, {"always_changed", Expect::kBool}, {"desc", Expect::kText},
    {"cmd", Expect::kAnything},
};
constexpr Key kEntryKeys[] = {
    {"md5", Expect::kHash},          {"checksum", Expect::kHash}, {"etag", Expect::kHash},
    {"size", Expect::kInt},          {"nfiles", Expect::kInt},    {"isexec", Expect::kBool},
    {"version_id", Expect::kText},   {"path", Expect::kText},     {"persist", Expect::kBool},
    {"cloud", Expect::kMapping},     {"hash", Expect::kText},     {"files", Expect::kList},
    {"fs_config", Expect::kMapping},
};
constexpr Key kOutputKeys[] = {
    {"desc", Expect::kText},     {"type", Expect::kText},       {"labels", Expect::kTextList},
    {"meta", Expect::kAnything}, {"cache", Expect::kBool},      {"remote", Expect::kText},
    {"push", Expect::kBool},     {"metric", Expect::kAnything}, {"plot", Expect::kAnything},
};
constexpr Key kDependencyKeys[] = {{"repo", Expect::kMapping}, {"db", Expect::kMapping}, {"params", Expect::kAnything},
                                   {"desc", Expect::kText},    {"type", Expect::kText},  {"labels", Expect::kTextList},
                                   {"meta", Expect::kAnything}};

// In the order in which a new file has them.
constexpr std::string_view kMetaKeys[] = {"version_id", "etag", "checksum", "cloud"};
constexpr std::string_view kAnnotations[] = {"desc", "type", "labels", "meta"};

std::string_view expected(const YamlNode& node, Expect expect) {
  switch (expect) {
    case Expect::kText:
      return node.is(YamlType::kString) ? "" : "expected str";
    case Expect::kHash:
      // A hash of digits alone reads as a number where nobody quoted it.
      return node.is(YamlType::kString) || node.is(YamlType::kInt) || node.is(YamlType::kNull) ? "" : "expected str";
    case Expect::kInt:
      return node.is(YamlType::kInt) ? "" : "expected int";
    case Expect::kBool:
      return node.is(YamlType::kBool) ? "" : "expected bool";
    case Expect::kMapping:
      return node.is(YamlType::kMapping) ? "" : "expected a dictionary";
    case Expect::kList:
      return node.is(YamlType::kSequence) || node.is(YamlType::kNull) ? "" : "expected a list";
    case Expect::kTextList: {
      const bool texts = node.is(YamlType::kSequence) &&
                         std::ranges::all_of(node.items, [](const auto& item) { return item.is(YamlType::kString); });
      return texts ? "" : "expected a list";
    }
    case Expect::kAnything:
      return "";
  }
  return "";
}

std::string text_of(const YamlNode& mapping, std::string_view key) {
  const YamlNode* value = mapping.find(key);
  return value && !value->is(YamlType::kNull) ? value->text : std::string();
}

bool flag_of(const YamlNode& mapping, std::string_view key, bool otherwise) {
  const YamlNode* value = mapping.find(key);
  return value ? (value->text[0] | 32) == 't' : otherwise;
}

std::optional<std::int64_t> number_of(const YamlNode& mapping, std::string_view key) {
  const YamlNode* value = mapping.find(key);
  std::int64_t result = 0;
  if (!value) return std::nullopt;
  std::from_chars(value->text.data(), value->text.data() + value->text.size(), result);
  return result;
}

void read_hash(const YamlNode& item, Output& output) {
  for (const std::string_view name : {"md5", "etag", "checksum"}) {
    const YamlNode* value = item.find(name);
    if (!value || value->text.empty()) continue;
    output.hash_name = name;
    output.hash_value = name == "etag" ? value->text : lower_ascii(value->text);
    break;
  }
  if (output.hash_name != "md5")
    output.hash = HashKind::kOther;
  else if (!item.find("hash") && output.in_repository)
    output.hash = HashKind::kMd5Dos2Unix;
}

class StageReader {
 public:
  StageReader(Stage& stage, const std::string& root) : stage_(stage), root_(root) {}

  Status read(const YamlNode& root) {
    if (!root.is(YamlType::kMapping) && !root.is(YamlType::kNull)) return invalid("expected a dictionary");
    for (const YamlEntry& entry : root.entries) TRY(check(entry, "", {kStageKeys}));
    const YamlNode* directory = root.find("wdir");
    stage_.working_directory = normal_path(join_path(parent_path(stage_.file), directory ? directory->text : ""));
    stage_.md5 = lower_ascii(text_of(root, "md5"));
    stage_.frozen = flag_of(root, "frozen", false) || flag_of(root, "locked", false);
    stage_.always_changed = flag_of(root, "always_changed", false);
    if (const YamlNode* command = root.find("cmd")) stage_.command = *command;
    if (const YamlNode* description = root.find("desc")) stage_.description = *description;
    if (const YamlNode* meta = root.find("meta")) stage_.meta = *meta;
    TRY(read_entries(root, "deps", stage_.dependencies, true));
    return read_entries(root, "outs", stage_.outputs, false);
  }

 private:
  Status read_entries(const YamlNode& root, std::string_view key, std::vector<Output>& entries, bool dependencies) {
    const YamlNode* list = root.find(key);
    if (!list) return {};
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      const YamlNode& item = list->items[i];
      const std::string place = fmt::format("{} -> {}", key, i);
      if (!item.is(YamlType::kMapping)) return invalid("expected a dictionary, in " + place);
      for (const YamlEntry& entry : item.entries) {
        TRY(dependencies ? check(entry, place, {kEntryKeys, kDependencyKeys})
                         : check(entry, place, {kEntryKeys, kOutputKeys}));
      }
      if (!item.find("path") && !(dependencies && item.find("db")))
        return invalid(fmt::format("required key not provided, in {} -> path", place));
      entries.push_back(
          data::read_entry(item, dependencies ? EntryOf::kDependencies : EntryOf::kOutputs, stage_, root_));
    }
    return {};
  }

  Status check(const YamlEntry& entry, const std::string& place, std::initializer_list<std::span<const Key>> keys) {
    const std::string path = place.empty() ? entry.key.text : fmt::format("{} -> {}", place, entry.key.text);
    for (const std::span<const Key> some : keys) {
      const auto key = std::ranges::find(some, entry.key.text, &Key::name);
      if (key == some.end()) continue;
      const std::string_view wrong = expected(entry.value, key->expect);
      return wrong.empty() ? Status() : invalid(fmt::format("{}, in {}", wrong, path));
    }
    return invalid(fmt::format("extra keys not allowed, in {}", path));
  }

  [[nodiscard]] Error invalid(const std::string& why) const {
    return dvc_error(fmt::format("'{}' validation failed.\n\n{}", relative_path(stage_.file), why));
  }

  Stage& stage_;
  const std::string& root_;
};

void copy_if_there(const YamlNode& from, std::string_view key, YamlNode& to) {
  const YamlNode* value = from.find(key);
  if (value && !value->is(YamlType::kNull)) to.set(key, *value);
}

YamlNode output_node(const Stage& stage, const Output& output) {
  YamlNode node = YamlNode::mapping();
  const bool has_files = output.other.find("files") != nullptr;
  if (!has_files) {
    if (!output.hash_value.empty()) node.set(output.hash_name, YamlNode::string(output.hash_value));
    if (output.size) node.set("size", YamlNode::integer(*output.size));
    if (output.nfiles) node.set("nfiles", YamlNode::integer(*output.nfiles));
    if (output.is_executable) node.set("isexec", YamlNode::boolean(true));
    for (const std::string_view key : kMetaKeys) copy_if_there(output.other, key, node);
  }
  const bool from_repository = output.is_dependency && output.other.find("repo");
  if (output.hash != HashKind::kMd5Dos2Unix && !from_repository) node.set("hash", YamlNode::string("md5"));
  node.set("path", YamlNode::string(output.in_repository ? relative_path(output.path, stage.working_directory)
                                                         : output.definition));
  copy_if_there(output.other, "fs_config", node);
  if (output.is_dependency) {
    for (const std::string_view key : {"repo", "db"}) copy_if_there(output.other, key, node);
  } else {
    for (const std::string_view key : kAnnotations) copy_if_there(output.other, key, node);
    if (!output.use_cache) node.set("cache", YamlNode::boolean(false));
    for (const std::string_view key : {"metric", "plot"}) copy_if_there(output.other, key, node);
    if (output.persist) node.set("persist", YamlNode::boolean(true));
    if (!output.remote.empty()) node.set("remote", YamlNode::string(output.remote));
    if (!output.can_push) node.set("push", YamlNode::boolean(false));
  }
  copy_if_there(output.other, "files", node);
  return node;
}

YamlNode stage_node(const Stage& stage) {
  YamlNode node = YamlNode::mapping();
  const auto set_unless_empty = [&node](std::string_view key, YamlNode value) {
    const bool empty = value.is(YamlType::kNull) || (value.is(YamlType::kString) && value.text.empty()) ||
                       (value.is_collection() && value.items.empty() && value.entries.empty());
    if (!empty) node.set(key, std::move(value));
  };
  const auto list = [&stage](const std::vector<Output>& outputs) {
    YamlNode items = YamlNode::sequence();
    for (const Output& output : outputs) items.items.push_back(output_node(stage, output));
    return items;
  };
  set_unless_empty("desc", stage.description);
  set_unless_empty("md5", YamlNode::string(stage.md5));
  set_unless_empty("cmd", stage.command);
  const std::string directory = relative_path(stage.working_directory, parent_path(stage.file));
  if (directory != ".") node.set("wdir", YamlNode::string(directory));
  if (stage.frozen) node.set("frozen", YamlNode::boolean(true));
  set_unless_empty("deps", list(stage.dependencies));
  set_unless_empty("outs", list(stage.outputs));
  if (stage.always_changed) node.set("always_changed", YamlNode::boolean(true));
  set_unless_empty("meta", stage.meta);
  return node;
}

// What doesn't count for a stage's own hash, wherever it stands.
void remove_uncounted(YamlNode& node) {
  for (const std::string_view key :
       {"desc", "type", "labels", "meta", "locked", "frozen", "metric", "persist", "isexec", "size", "nfiles"})
    node.remove(key);
  for (YamlEntry& entry : node.entries) remove_uncounted(entry.value);
  for (YamlNode& item : node.items) remove_uncounted(item);
}

}  // namespace

std::optional<ObjectId> Output::object() const {
  if (hash == HashKind::kOther) return std::nullopt;
  return ObjectId::parse(hash_value);
}

bool Output::is_ignored_by_git(const Stage& stage) const {
  return in_repository && (use_cache || stage.is_repo_import());
}

void Output::clear_content() {
  hash_value.clear();
  size.reset();
  nfiles.reset();
  is_executable = false;
  for (const std::string_view key : {"version_id", "etag", "checksum", "cloud", "files"}) other.remove(key);
}

Output make_output(const Stage& stage, const std::string& definition, const std::string& root) {
  Output output;
  output.definition = definition;
  if (definition.find("://") != std::string::npos) return output;
  output.path = normal_path(join_path(stage.working_directory, definition));
  output.in_repository = !definition.starts_with('/') && is_inside(output.path, root);
  return output;
}

Output read_entry(const YamlNode& item, EntryOf list, const Stage& stage, const std::string& root) {
  const bool is_dependency = list == EntryOf::kDependencies;
  Output output = make_output(stage, text_of(item, "path"), root);
  output.is_dependency = is_dependency;
  if (is_dependency && (item.find("repo") || item.find("db"))) {  // the path is one over there
    output.path.clear();
    output.in_repository = false;
  }
  output.use_cache = !is_dependency && flag_of(item, "cache", true);
  output.persist = flag_of(item, "persist", false);
  output.can_push = flag_of(item, "push", true);
  output.is_executable = flag_of(item, "isexec", false);
  output.remote = text_of(item, "remote");
  output.size = number_of(item, "size");
  output.nfiles = number_of(item, "nfiles");
  read_hash(item, output);
  for (const YamlEntry& entry : item.entries) {
    constexpr std::string_view kRead[] = {"path",   "cache", "persist", "push", "isexec",
                                          "remote", "size",  "nfiles",  "hash", "md5"};
    if (std::ranges::find(kRead, entry.key.text) == std::end(kRead)) output.other.entries.push_back(entry);
  }
  if (output.hash == HashKind::kOther) output.other.remove(output.hash_name);
  return output;
}

Result<Stage> parse_stage(const std::string& file, std::string_view text, const std::string& root) {
  const Result<YamlDocument> document = parse_yaml(text);
  if (!document.ok()) {
    return dvc_error(fmt::format("'{}' is invalid.\n\n{}, in line {}", relative_path(file), document.error().message(),
                                 document.error().position()));
  }
  Stage stage;
  stage.file = file;
  stage.text = text;
  TRY(StageReader(stage, root).read(document->root));
  return stage;
}

Result<std::string> write_stage(const Stage& stage) {
  const YamlNode wanted = stage_node(stage);
  if (!stage.text) return write_yaml(wanted);
  YamlDocument document = TRY(parse_yaml(*stage.text));
  if (!document.root.is(YamlType::kMapping)) return write_yaml(wanted);
  apply_changes(wanted, document.root);
  return write_yaml(document);
}

std::string stage_md5(const Stage& stage) {
  if (!stage.is_import()) return {};
  YamlNode node = stage_node(stage);
  for (const std::string_view key : {"md5", "meta", "desc"}) node.remove(key);
  remove_uncounted(node);
  return md5_of(python_json(node)).hex();
}

}  // namespace cairn::data
