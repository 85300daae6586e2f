// Who signs requests, and where that is learned.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "core/result.h"

namespace cairn::s3 {

struct Credentials {
  std::string access_key{};
  std::string secret_key{};
  std::string session_token{};  // of temporary ones
  std::optional<std::chrono::system_clock::time_point> expires{};
  std::string origin{};  // for messages: "the environment", "profile 'x' in /home/.../credentials"

  // Requests go out unsigned.
  [[nodiscard]] bool anonymous() const { return access_key.empty(); }
};

// Any thread may ask.
class CredentialSource {
 public:
  virtual ~CredentialSource() = default;
  // Those that are valid now.
  virtual Result<Credentials> get() = 0;
};

class FixedCredentials final : public CredentialSource {
 public:
  explicit FixedCredentials(Credentials credentials) : credentials_(std::move(credentials)) {}
  Result<Credentials> get() override { return credentials_; }

 private:
  const Credentials credentials_;
};

}  // namespace cairn::s3
