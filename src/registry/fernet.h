// Fernet, the format in which MLflow keeps webhooks' secrets: a version, a time stamp, an initialisation vector, the
// text under AES-128-CBC, and an HMAC-SHA256 of it all; in the URL-safe base64. Pure; any thread may call.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/result.h"

namespace cairn::registry {

class FernetKey {
 public:
  static FernetKey generate();
  // From 32 bytes in URL-safe base64.
  static Result<FernetKey> parse(std::string_view text);
  [[nodiscard]] std::string text() const;

  [[nodiscard]] Result<std::string> encrypt(std::string_view text) const;
  // An error for a token that another key made, or that was changed.
  [[nodiscard]] Result<std::string> decrypt(std::string_view token) const;

 private:
  static constexpr std::size_t kHalf = 16;
  using Bytes = std::array<unsigned char, 2 * kHalf>;

  explicit FernetKey(const Bytes& bytes) : bytes_(bytes) {}
  [[nodiscard]] const unsigned char* signing_half() const { return bytes_.data(); }
  [[nodiscard]] const unsigned char* encryption_half() const { return bytes_.data() + kHalf; }
  [[nodiscard]] std::string sign(std::string_view bytes) const;

  Bytes bytes_;
};

}  // namespace cairn::registry
