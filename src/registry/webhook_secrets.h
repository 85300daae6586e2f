// Encrypts the secrets of webhooks for the database, as MLflow does.
//
// The key comes from MLFLOW_WEBHOOK_SECRET_ENCRYPTION_KEY. Without it MLflow makes a key for each of its processes and
// cannot read its secrets after a restart; cairn makes one at the first secret and keeps it in a file beside the
// database, which only its owner may read. Any thread may call.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "registry/fernet.h"

namespace cairn::registry {

class WebhookSecrets {
 public:
  // `key` as Fernet has it, or empty for the one in `key_file`. Where both are empty, there are no secrets.
  static Result<WebhookSecrets> open(std::string_view key, std::string key_file);
  WebhookSecrets(WebhookSecrets&& other) noexcept : key_(other.key_), key_file_(std::move(other.key_file_)) {}

  [[nodiscard]] Result<std::string> encrypt(std::string_view secret);
  // Empty where there is no secret.
  [[nodiscard]] Result<std::string> decrypt(const std::optional<std::string>& stored);

 private:
  WebhookSecrets(std::optional<FernetKey> key, std::string key_file) : key_(key), key_file_(std::move(key_file)) {}
  Result<FernetKey> known_key();  // under mutex_

  std::mutex mutex_;
  std::optional<FernetKey> key_;  // guarded by mutex_
  std::string key_file_;
};

}  // namespace cairn::registry
