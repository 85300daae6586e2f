// The checks in front of every request that keep other web sites' scripts out: MLflow's, with its settings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace cairn::api {

struct SecurityOptions {
  bool enabled = true;
  std::vector<std::string> allowed_hosts = {};         // patterns with *; empty: this machine and private addresses
  std::vector<std::string> cors_allowed_origins = {};  // patterns with *; empty: this machine only
  std::string x_frame_options = "SAMEORIGIN";          // NONE leaves the header out
  std::string static_prefix = {};
};

class Security {
 public:
  explicit Security(SecurityOptions options);

  // True: `response` is the answer, and the request goes no further.
  [[nodiscard]] bool intercepts(const http::Request& request, http::Response& response) const;
  // Adds the headers that every response carries.
  void finish(const http::Request& request, http::Response& response) const;

 private:
  [[nodiscard]] bool is_exempt(std::string_view path) const;
  [[nodiscard]] bool is_api(std::string_view path) const;
  [[nodiscard]] bool is_allowed_origin(std::string_view origin) const;
  [[nodiscard]] bool is_own_page(std::string_view origin, std::string_view host) const;
  [[nodiscard]] bool is_name_of_its_own(std::string_view host) const;

  SecurityOptions options_;
  std::vector<std::string> own_names_;  // of the allowed hosts those that tell this server from others
};

// Shell-style matching with * alone.
[[nodiscard]] bool matches_pattern(std::string_view pattern, std::string_view text);

}  // namespace cairn::api
