#include "s3/credential_chain.h"

#include <fmt/format.h>
#include <utility>

#include "s3/credential_services.h"

namespace cairn::s3 {
namespace {

using namespace std::chrono_literals;
using std::chrono::system_clock;

constexpr auto kLookAgainAfter = 5min;
constexpr auto kLookAgainAfterFailure = 5s;
constexpr auto kSafetyBeforeExpiry = 2min;

http_client::ClientOptions options_of_services() {
  // Where there is no such service, nobody should wait long to learn it.
  return {.connect_timeout = 1s, .total_timeout = 10s, .proxy = http_client::Proxy::kNone};
}

Error incomplete(std::string_view where) {
  return Error(ErrorCode::kUnauthenticated,
               fmt::format("The credentials for S3 in {} are incomplete: both an access key id and a secret access key "
                           "are needed.",
                           where));
}

Found complete(Credentials credentials) {
  if (credentials.access_key.empty() && credentials.secret_key.empty()) return std::optional<Credentials>();
  if (credentials.access_key.empty() || credentials.secret_key.empty()) return incomplete(credentials.origin);
  return std::optional(std::move(credentials));
}

Found of_environment(const Environment& environment) {
  std::string token = environment("AWS_SESSION_TOKEN");
  if (token.empty()) token = environment("AWS_SECURITY_TOKEN");
  return complete({.access_key = environment("AWS_ACCESS_KEY_ID"),
                   .secret_key = environment("AWS_SECRET_ACCESS_KEY"),
                   .session_token = std::move(token),
                   .origin = "the environment (AWS_ACCESS_KEY_ID)"});
}

template <class Lookup>
Found of_file(const Profile& profile, const std::string& path, Lookup lookup) {
  return complete({.access_key = lookup("aws_access_key_id"),
                   .secret_key = lookup("aws_secret_access_key"),
                   .session_token = lookup("aws_session_token"),
                   .origin = fmt::format("profile '{}' in {}", profile.name(), path)});
}

Status check_supported(const Profile& profile) {
  for (const char* key : {"role_arn", "sso_session", "sso_start_url", "credential_process"}) {
    if (profile.config(key).empty() && profile.credential(key).empty()) continue;
    return Error(ErrorCode::kNotImplemented,
                 fmt::format("Profile '{}' obtains its credentials through '{}', which is not supported. Put temporary "
                             "credentials into AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.",
                             profile.name(), key));
  }
  return {};
}

}  // namespace

CredentialChain::CredentialChain(Environment environment, std::string profile)
    : environment_(std::move(environment)), profile_(std::move(profile)), http_(options_of_services()) {}

Result<Credentials> CredentialChain::get() {
  const std::lock_guard lock(mutex_);
  const bool expiring =
      held_ && held_->ok() && (*held_)->expires && *(*held_)->expires - kSafetyBeforeExpiry < system_clock::now();
  if (!held_ || expiring || Clock::now() >= held_until_) {
    held_ = look_up();
    held_until_ = Clock::now() + (held_->ok() ? Clock::duration(kLookAgainAfter) : kLookAgainAfterFailure);
  }
  return *held_;
}

Result<Credentials> CredentialChain::look_up() {
  if (profile_.empty()) {
    if (auto found = TRY(of_environment(environment_))) return std::move(*found);
  }
  if (auto found = TRY(credentials_of_web_identity(environment_, http_))) return std::move(*found);
  const Profile profile = TRY(Profile::load(environment_, profile_));
  TRY(check_supported(profile));
  auto in_file = [&](const std::string& key) { return profile.credential(key); };
  if (auto found = TRY(of_file(profile, profile.credentials_path(), in_file))) return std::move(*found);
  auto in_config = [&](const std::string& key) { return profile.config(key); };
  if (auto found = TRY(of_file(profile, profile.config_path(), in_config))) return std::move(*found);
  if (auto found = TRY(credentials_of_container(environment_, http_))) return std::move(*found);
  if (auto found = TRY(credentials_of_instance(environment_, http_))) return std::move(*found);
  return Error(ErrorCode::kUnauthenticated,
               fmt::format("There are no credentials for S3. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or put "
                           "them into {}.",
                           profile.credentials_path()));
}

}  // namespace cairn::s3
