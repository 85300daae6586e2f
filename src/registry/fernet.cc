#include "registry/fernet.h"

#include <algorithm>
#include <ctime>
#include <memory>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <optional>

#include "core/base64.h"
#include "core/ids.h"

namespace cairn::registry {
namespace {

constexpr char kVersion = '\x80';
constexpr std::size_t kTimeSize = 8;
constexpr std::size_t kBlockSize = 16;
constexpr std::size_t kSignatureSize = 32;
constexpr std::size_t kHeadSize = 1 + kTimeSize + kBlockSize;

std::string url_safe(std::string base64) {
  std::replace(base64.begin(), base64.end(), '+', '-');
  std::replace(base64.begin(), base64.end(), '/', '_');
  return base64;
}

std::optional<std::string> from_url_safe(std::string_view text) {
  std::string base64(text);
  std::replace(base64.begin(), base64.end(), '-', '+');
  std::replace(base64.begin(), base64.end(), '_', '/');
  return base64_decode(base64);
}

std::string time_now() {
  auto seconds = static_cast<std::uint64_t>(std::time(nullptr));
  std::string bytes(kTimeSize, '\0');
  for (std::size_t i = kTimeSize; i-- > 0; seconds >>= 8) bytes[i] = static_cast<char>(seconds & 0xFF);
  return bytes;
}

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

enum class Direction { kDecrypt = 0, kEncrypt = 1 };

// AES-128-CBC with PKCS #7 padding; nothing where the padding is wrong.
std::optional<std::string> cipher(Direction direction, const unsigned char* key, std::string_view iv,
                                  std::string_view in) {
  const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(),
                                                                                &EVP_CIPHER_CTX_free);
  std::string out(in.size() + kBlockSize, '\0');
  auto* to = reinterpret_cast<unsigned char*>(out.data());
  int written = 0;
  int rest = 0;
  if (!context ||
      EVP_CipherInit_ex(context.get(), EVP_aes_128_cbc(), nullptr, key, raw(iv), static_cast<int>(direction)) != 1 ||
      EVP_CipherUpdate(context.get(), to, &written, raw(in), static_cast<int>(in.size())) != 1 ||
      EVP_CipherFinal_ex(context.get(), to + written, &rest) != 1) {
    return std::nullopt;
  }
  out.resize(static_cast<std::size_t>(written) + static_cast<std::size_t>(rest));
  return out;
}

Error not_ours() { return invalid_state("It was encrypted with another key, or changed since."); }

}  // namespace

FernetKey FernetKey::generate() {
  const std::string bytes = random_bytes(2 * kHalf);
  Bytes key;
  std::copy(bytes.begin(), bytes.end(), key.begin());
  return FernetKey(key);
}

Result<FernetKey> FernetKey::parse(std::string_view text) {
  const std::optional<std::string> bytes = from_url_safe(text);
  if (!bytes || bytes->size() != 2 * kHalf) {
    return invalid_parameter("A Fernet key is 32 bytes in URL-safe base64.");
  }
  Bytes key;
  std::copy(bytes->begin(), bytes->end(), key.begin());
  return FernetKey(key);
}

std::string FernetKey::text() const {
  return url_safe(base64_encode({reinterpret_cast<const char*>(bytes_.data()), bytes_.size()}));
}

Result<std::string> FernetKey::encrypt(std::string_view text) const {
  const std::string iv = random_bytes(kBlockSize);
  const auto encrypted = cipher(Direction::kEncrypt, encryption_half(), iv, text);
  if (!encrypted) return internal_error("AES-128 is not to be had from OpenSSL.");
  const std::string signed_part = kVersion + time_now() + iv + *encrypted;
  return url_safe(base64_encode(signed_part + sign(signed_part)));
}

Result<std::string> FernetKey::decrypt(std::string_view token) const {
  const std::optional<std::string> bytes = from_url_safe(token);
  if (!bytes || bytes->size() < kHeadSize + kSignatureSize || bytes->front() != kVersion) return not_ours();
  const std::string_view signed_part = std::string_view(*bytes).substr(0, bytes->size() - kSignatureSize);
  const std::string_view signature = std::string_view(*bytes).substr(signed_part.size());
  if (CRYPTO_memcmp(sign(signed_part).data(), signature.data(), kSignatureSize) != 0) return not_ours();
  auto text = cipher(Direction::kDecrypt, encryption_half(), signed_part.substr(1 + kTimeSize, kBlockSize),
                     signed_part.substr(kHeadSize));
  if (!text) return not_ours();
  return std::move(*text);
}

std::string FernetKey::sign(std::string_view bytes) const {
  std::string signature(kSignatureSize, '\0');
  HMAC(EVP_sha256(), signing_half(), kHalf, raw(bytes), bytes.size(),
       reinterpret_cast<unsigned char*>(signature.data()), nullptr);
  return signature;
}

}  // namespace cairn::registry
