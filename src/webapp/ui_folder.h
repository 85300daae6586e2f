// Another web app in place of ours: MLflow's own, as its Python package has it built.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "core/result.h"
#include "http/message.h"

namespace cairn::webapp {

// Any thread may ask. The folder may change while it is served.
class UiFolder {
 public:
  // `folder` holds index.html; everything else is found under static-files/, where that page looks for it.
  static Result<UiFolder> open(std::filesystem::path folder);

  // The answer to a request for one of its files, or nothing. `path` is below the static prefix.
  [[nodiscard]] std::optional<http::Response> serve(std::string_view path) const;

 private:
  explicit UiFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}
  [[nodiscard]] std::optional<http::Response> serve_file(std::string_view relative) const;

  std::filesystem::path folder_;
};

}  // namespace cairn::webapp
