// How the names of things change on the way: ids that are given anew, and places of artifacts that were copied.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "transfer/record.h"

namespace cairn::transfer {

class Remap {
 public:
  void rename_run(const std::string& from, std::string to) { ids_[from] = std::move(to); }
  void rename_model(const std::string& from, std::string to) { ids_[from] = std::move(to); }
  // What lies below the URI `from` is below `to` from now on.
  void move_artifacts(std::string from, std::string to);

  [[nodiscard]] std::string id(const std::string& from) const;
  [[nodiscard]] std::string uri(const std::string& from) const;

  void apply(RunRecord& record) const;
  void apply(LoggedModelRecord& record) const;
  void apply(RegisteredModelRecord& record) const;

 private:
  void apply(std::optional<std::string>& uri_member) const;

  std::unordered_map<std::string, std::string> ids_;
  std::unordered_map<std::string, std::string> places_;
};

// The id that a run or logged model gets in an experiment into which it is copied: the same each time, so that a copy
// that was interrupted goes on where it was.
[[nodiscard]] std::string renewed_id(const std::string& id, std::int64_t experiment_id);

}  // namespace cairn::transfer
