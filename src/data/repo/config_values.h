// The options of one config file, or of several merged, in the order in which they were written.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/format/ini.h"

namespace cairn::data {

struct ConfigOption {
  std::string name;
  IniValue value;
  // Set for a path that was read from a file: how it is written there. Its value is absolute.
  enum class Path : std::uint8_t { kNone, kRelative, kHome } path = Path::kNone;
  std::string written;
};

// Keeps the order of insertion, as everything in a config does.
template <class T>
class OrderedMap {
 public:
  [[nodiscard]] T* find(std::string_view name) {
    for (auto& [known, value] : entries_)
      if (known == name) return &value;
    return nullptr;
  }
  [[nodiscard]] const T* find(std::string_view name) const { return const_cast<OrderedMap*>(this)->find(name); }
  T& operator[](std::string_view name) {
    if (T* known = find(name)) return *known;
    return entries_.emplace_back(std::string(name), T{}).second;
  }
  void erase(std::string_view name) {
    std::erase_if(entries_, [name](const auto& entry) { return entry.first == name; });
  }
  [[nodiscard]] auto begin() const { return entries_.begin(); }
  [[nodiscard]] auto end() const { return entries_.end(); }
  [[nodiscard]] auto begin() { return entries_.begin(); }
  [[nodiscard]] auto end() { return entries_.end(); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }

 private:
  std::vector<std::pair<std::string, T>> entries_;
};

using ConfigSection = OrderedMap<ConfigOption>;

struct ConfigValues {
  // Sections that have a name of their own: ['remote "r1"'] is named["remote"]["r1"].
  OrderedMap<OrderedMap<ConfigSection>> named;
  OrderedMap<ConfigSection> sections;

  [[nodiscard]] OrderedMap<ConfigSection>& remotes() { return named["remote"]; }
  [[nodiscard]] const ConfigSection* remote(std::string_view name) const {
    const auto* remotes = named.find("remote");
    return remotes ? remotes->find(name) : nullptr;
  }
  [[nodiscard]] const IniValue* find(std::string_view section, std::string_view option) const {
    const ConfigSection* found = sections.find(section);
    const ConfigOption* value = found ? found->find(option) : nullptr;
    return value ? &value->value : nullptr;
  }
  [[nodiscard]] std::string text(std::string_view section, std::string_view option) const {
    const IniValue* value = find(section, option);
    return value ? value->text : std::string();
  }
  // An option that was checked: "True" and "true" are true.
  [[nodiscard]] bool flag(std::string_view section, std::string_view option, bool otherwise = false) const {
    const IniValue* value = find(section, option);
    return value ? value->text == "true" || value->text == "True" || value->text == "TRUE" : otherwise;
  }
};

// What `update` holds replaces what `into` holds.
void merge_config(ConfigValues& into, const ConfigValues& update);

}  // namespace cairn::data
