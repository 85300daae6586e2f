// Lets a test run our readers and writers of DVC's formats: requests on standard input, answers on standard output.
// A request is "NAME SIZE...\n" and then so many bytes for each size; an answer is "ok SIZE\n" or "error SIZE\n" and
// the bytes. The names are in kProbes.
#include <algorithm>
#include <array>
#include <iostream>
#include <simdjson.h>
#include <sstream>
#include <string>
#include <vector>

#include "data/format/dir_object.h"
#include "data/format/yaml.h"
#include "data/format/yaml_json.h"

namespace cairn::data {
namespace {

using Inputs = std::vector<std::string>;

YamlNode from_json(simdjson::dom::element element) {
  using simdjson::dom::element_type;
  switch (element.type()) {
    case element_type::NULL_VALUE:
      return YamlNode::null();
    case element_type::BOOL:
      return YamlNode::boolean(bool(element));
    case element_type::INT64:
      return YamlNode::integer(std::int64_t(element));
    case element_type::STRING:
      return YamlNode::string(std::string_view(element));
    case element_type::ARRAY: {
      YamlNode node = YamlNode::sequence();
      for (const auto item : simdjson::dom::array(element)) node.items.push_back(from_json(item));
      return node;
    }
    case element_type::OBJECT: {
      YamlNode node = YamlNode::mapping();
      for (const auto field : simdjson::dom::object(element))
        node.entries.push_back({YamlNode::string(field.key), from_json(field.value)});
      return node;
    }
    default:
      return YamlNode::null();
  }
}

YamlNode parse_json(const std::string& text) {
  simdjson::dom::parser parser;
  return from_json(parser.parse(text));
}

// JSON → the YAML that holds it.
Result<std::string> yaml_write(const Inputs& inputs) { return write_yaml(parse_json(inputs.at(0))); }

// YAML → the same, read and written.
Result<std::string> yaml_round_trip(const Inputs& inputs) { return write_yaml(TRY(parse_yaml(inputs.at(0)))); }

// YAML, JSON → the YAML, changed to hold what the JSON holds.
Result<std::string> yaml_update(const Inputs& inputs) {
  YamlDocument document = TRY(parse_yaml(inputs.at(0)));
  apply_changes(parse_json(inputs.at(1)), document.root);
  return write_yaml(document);
}

// YAML → the JSON that hashes of stages are made of.
Result<std::string> yaml_json(const Inputs& inputs) { return python_json(TRY(parse_yaml(inputs.at(0))).root); }

// JSON, {path: MD5} → the directory's object.
Result<std::string> dir_object(const Inputs& inputs) {
  DirEntries entries;
  for (const YamlEntry& entry : parse_json(inputs.at(0)).entries)
    entries.push_back({entry.key.text, *Md5::parse(entry.value.text)});
  std::ranges::sort(entries, {}, &DirEntry::path);
  return write_dir_object(entries);
}

struct Probe {
  std::string_view name;
  Result<std::string> (*run)(const Inputs&);
};
constexpr Probe kProbes[] = {
    {"yaml-write", yaml_write}, {"yaml-round-trip", yaml_round_trip}, {"yaml-update", yaml_update},
    {"yaml-json", yaml_json},   {"dir-object", dir_object},
};

Result<std::string> answer(std::string_view name, const Inputs& inputs) {
  for (const Probe& probe : kProbes)
    if (probe.name == name) return probe.run(inputs);
  return does_not_exist("no such probe");
}

void serve() {
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream header(line);
    std::string name;
    header >> name;
    Inputs inputs;
    for (std::size_t size = 0; header >> size;) inputs.emplace_back(size, '\0');
    for (std::string& input : inputs) std::cin.read(input.data(), static_cast<std::streamsize>(input.size()));
    const Result<std::string> result = answer(name, inputs);
    const std::string& text = result.ok() ? *result : result.error().message();
    std::cout << (result.ok() ? "ok " : "error ") << text.size() << '\n' << text << std::flush;
  }
}

}  // namespace
}  // namespace cairn::data

int main() { cairn::data::serve(); }
