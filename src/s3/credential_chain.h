// Credentials as AWS's own tools find them: the first of these that has any
//   1. the environment, unless a profile was named
//   2. a web identity token, which the security token service turns into temporary ones (pods of Kubernetes)
//   3. the profile's entry in the credentials file, then in the config file
//   4. the container's credential service, then the instance's
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>

#include "http_client/client.h"
#include "s3/credentials.h"
#include "s3/environment.h"

namespace cairn::s3 {

// Looked up again before they expire, and every few minutes, since files are rotated.
class CredentialChain final : public CredentialSource {
 public:
  // `profile` empty: whatever the environment names.
  CredentialChain(Environment environment, std::string profile);

  Result<Credentials> get() override;

 private:
  using Clock = std::chrono::steady_clock;

  Result<Credentials> look_up();

  const Environment environment_;
  const std::string profile_;
  http_client::Client http_;

  std::mutex mutex_;
  std::optional<Result<Credentials>> held_;  // guarded by mutex_
  Clock::time_point held_until_;             // guarded by mutex_
};

}  // namespace cairn::s3
