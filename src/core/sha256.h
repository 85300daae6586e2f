// SHA-256, in hexadecimal digits.
#pragma once

#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace cairn {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);
  [[nodiscard]] std::string hex();  // once, at the end

 private:
  evp_md_ctx_st* context_;
};

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace cairn
