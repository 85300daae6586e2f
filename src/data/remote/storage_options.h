// What is set for a remote, as its storage reads it. The values were checked against the schema when the config was
// read.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "data/repo/config_values.h"
#include "http_client/client.h"

namespace cairn::data {

class StorageOptions {
 public:
  // `name` is the remote's, for messages; empty for a URL without one.
  StorageOptions(std::string name, ConfigSection section) : name_(std::move(name)), section_(std::move(section)) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] bool has(std::string_view option) const { return section_.find(option) != nullptr; }
  [[nodiscard]] std::string text(std::string_view option) const;
  [[nodiscard]] bool flag(std::string_view option, bool otherwise = false) const;
  [[nodiscard]] std::optional<std::int64_t> number(std::string_view option) const;
  [[nodiscard]] std::optional<std::chrono::milliseconds> seconds(std::string_view option) const;

  // The password, or what the user answers where ask_password is set.
  [[nodiscard]] Result<std::string> secret(std::string_view option, std::string_view ask_option,
                                           std::string_view question) const;

  // connect_timeout, read_timeout, ssl_verify.
  [[nodiscard]] http_client::ClientOptions http() const;

 private:
  std::string name_;
  ConfigSection section_;
};

}  // namespace cairn::data
