// What the user gave to a command for versioned data.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cairn::cli {

// As Python's int() takes it; the nearest one that fits where it is too large.
std::optional<std::int64_t> whole_number(std::string_view text);

// By the long names without dashes.
class DataArguments {
 public:
  [[nodiscard]] bool has(const std::string& name) const { return values_.contains(name); }
  [[nodiscard]] std::string text(const std::string& name, const std::string& otherwise = "") const {
    const auto found = values_.find(name);
    return found == values_.end() || found->second.empty() ? otherwise : found->second.back();
  }
  [[nodiscard]] std::vector<std::string> texts(const std::string& name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::vector<std::string>() : found->second;
  }
  // Of a flag that takes a number; `otherwise` where it isn't given.
  [[nodiscard]] std::int64_t number(const std::string& name, std::int64_t otherwise) const {
    return has(name) ? whole_number(text(name)).value_or(otherwise) : otherwise;
  }
  void set(const std::string& name, std::vector<std::string> values) { values_[name] = std::move(values); }

 private:
  std::map<std::string, std::vector<std::string>> values_;
};

}  // namespace cairn::cli
