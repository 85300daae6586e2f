#include "data/format/yaml_resolve.h"

#include <map>
#include <string>

namespace cairn::data {
namespace {

constexpr std::size_t kMostNodes = 1'000'000;  // a handful of aliases of aliases stands for more than any memory holds
constexpr std::string_view kMergeKey = "<<";

// "a" of "&a !!map"; empty without an anchor.
std::string anchor_of(const YamlNode& node) {
  const std::size_t start = node.properties.find('&');
  if (start == std::string::npos) return {};
  return node.properties.substr(start + 1, node.properties.find(' ', start) - start - 1);
}

class AliasResolver {
 public:
  Result<YamlNode> resolve(const YamlNode& node) {
    const std::size_t before = nodes_;
    TRY(count(1));
    if (node.is(YamlType::kAlias)) return stand_in(node);
    YamlNode resolved = node;
    resolved.properties.clear();
    for (YamlNode& item : resolved.items) item = TRY(resolve(item));
    if (node.is(YamlType::kMapping)) TRY(resolve_mapping(node, resolved));
    if (const std::string anchor = anchor_of(node); !anchor.empty()) anchors_[anchor] = {resolved, nodes_ - before};
    return resolved;
  }

 private:
  struct Anchored {
    YamlNode node;
    std::size_t nodes;  // in it
  };

  Status count(std::size_t nodes) {
    nodes_ += nodes;
    return nodes_ > kMostNodes ? Error(ErrorCode::kInvalidParameterValue, "too many aliases") : Status();
  }

  Result<YamlNode> stand_in(const YamlNode& alias) {
    const auto known = anchors_.find(alias.text);
    if (known == anchors_.end())
      return Error(ErrorCode::kInvalidParameterValue, "nothing is called '" + alias.text + "'");
    TRY(count(known->second.nodes));
    return known->second.node;
  }

  // Own keys win over merged ones.
  Status resolve_mapping(const YamlNode& node, YamlNode& resolved) {
    resolved.entries.clear();
    YamlNode merged = YamlNode::mapping();
    for (const YamlEntry& entry : node.entries) {
      YamlNode value = TRY(resolve(entry.value));
      if (entry.key.text != kMergeKey)
        resolved.entries.push_back({entry.key, std::move(value)});
      else
        merge(value, merged);
    }
    for (YamlEntry& entry : merged.entries)
      if (!resolved.find(entry.key.text)) resolved.entries.push_back(std::move(entry));
    return {};
  }

  static void merge(const YamlNode& from, YamlNode& into) {
    for (const YamlNode& item : from.items) merge(item, into);
    for (const YamlEntry& entry : from.entries)
      if (!into.find(entry.key.text)) into.entries.push_back(entry);
  }

  std::map<std::string, Anchored> anchors_;
  std::size_t nodes_ = 0;
};

}  // namespace

Result<YamlNode> resolve_aliases(const YamlNode& root) { return AliasResolver().resolve(root); }

}  // namespace cairn::data
