#include "registry/webhook_secrets.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

#include "core/ids.h"

namespace cairn::registry {
namespace {

Error cannot_write(const std::string& file) {
  return {ErrorCode::kTemporarilyUnavailable,
          fmt::format("Cannot write the key of webhooks' secrets to '{}': {}. Or set "
                      "MLFLOW_WEBHOOK_SECRET_ENCRYPTION_KEY.",
                      file, std::strerror(errno))};
}

Status write_synced(const std::string& file, std::string_view text) {
  const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (fd < 0) return cannot_write(file);
  const bool written = ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(fd) == 0;
  ::close(fd);
  if (!written) return cannot_write(file);
  return {};
}

// Under a name of its own first, so that no crash leaves half a key. Where another process was quicker, its key stays.
Status make_key_file(const std::string& file) {
  const std::string unfinished = file + "." + new_hex_id();
  Status made = write_synced(unfinished, FernetKey::generate().text());
  if (made.ok() && ::link(unfinished.c_str(), file.c_str()) != 0 && errno != EEXIST) made = cannot_write(file);
  ::unlink(unfinished.c_str());
  return made;
}

std::optional<std::string> first_line(const std::string& file) {
  std::ifstream stream(file);
  std::string line;
  if (!std::getline(stream, line)) return std::nullopt;
  return line;
}

}  // namespace

Result<WebhookSecrets> WebhookSecrets::open(std::string_view key, std::string key_file) {
  if (key.empty()) return WebhookSecrets(std::nullopt, std::move(key_file));
  auto parsed = FernetKey::parse(key);
  if (!parsed.ok()) {
    return invalid_parameter(
        fmt::format("MLFLOW_WEBHOOK_SECRET_ENCRYPTION_KEY is no key: {}", parsed.error().message()));
  }
  return WebhookSecrets(*parsed, std::move(key_file));
}

Result<std::string> WebhookSecrets::encrypt(std::string_view secret) {
  const std::lock_guard lock(mutex_);
  if (!key_ && key_file_.empty()) {
    return invalid_parameter(
        "Secrets of webhooks need a key that all servers of this database share: start them with the same "
        "MLFLOW_WEBHOOK_SECRET_ENCRYPTION_KEY.");
  }
  if (!key_ && !first_line(key_file_)) TRY(make_key_file(key_file_));
  return TRY(known_key()).encrypt(secret);
}

Result<std::string> WebhookSecrets::decrypt(const std::optional<std::string>& stored) {
  if (!stored) return std::string();
  const std::lock_guard lock(mutex_);
  const auto key = known_key();
  auto secret = key.ok() ? key->decrypt(*stored) : key.error();
  if (!secret.ok()) return invalid_state("The webhook's secret cannot be decrypted. " + secret.error().message());
  return secret;
}

Result<FernetKey> WebhookSecrets::known_key() {
  if (!key_) {
    auto parsed = FernetKey::parse(first_line(key_file_).value_or(""));
    if (!parsed.ok()) return invalid_state(fmt::format("There is no key in '{}'.", key_file_));
    key_ = *parsed;
  }
  return *key_;
}

}  // namespace cairn::registry
