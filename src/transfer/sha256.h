// SHA-256, as the checksums of an export use it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/result.h"

struct evp_md_ctx_st;

namespace cairn::transfer {

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
Result<std::string> sha256_of_file(const std::string& path);

}  // namespace cairn::transfer
