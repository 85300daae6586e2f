// AWS's own places for settings and credentials: environment variables and the files below ~/.aws.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/result.h"
#include "s3/credentials.h"
#include "s3/profile_file.h"
#include "s3/settings.h"

namespace cairn::s3 {

// The value of a variable; empty where it is not set.
using Environment = std::function<std::string(const char* name)>;
[[nodiscard]] std::string process_environment(const char* name);

// One profile of the two files, as they are now.
class Profile {
 public:
  // `name` empty: AWS_PROFILE, or "default". A profile that is named must exist.
  static Result<Profile> load(const Environment& environment, std::string name = {});

  [[nodiscard]] std::string config(const std::string& key) const;
  [[nodiscard]] std::string credential(const std::string& key) const;
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& config_path() const { return config_path_; }
  [[nodiscard]] const std::string& credentials_path() const { return credentials_path_; }

 private:
  Profile() = default;
  [[nodiscard]] std::string config_section() const;

  std::string name_;
  std::string config_path_;
  std::string credentials_path_;
  ProfileFile config_;
  ProfileFile credentials_;
};

// Region, endpoint, addressing and trust, with a chain of credentials (credential_chain.h) for the same profile.
Result<Settings> settings_from(const Environment& environment, const std::string& profile = {});

// "auto" (or nothing), "path" or "virtual".
Result<Addressing> parse_addressing(std::string_view name);

}  // namespace cairn::s3
