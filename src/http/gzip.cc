#include "http/gzip.h"

#include <algorithm>
#include <libdeflate.h>
#include <memory>

#include "http/text.h"

namespace cairn::http {
namespace {

// Of search results level 1 leaves 23 % at 309 MB/s, level 6 leaves 20 % at 87 MB/s.
constexpr int kLevel = 1;

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

libdeflate_compressor* compressor_of_thread() {
  thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
      libdeflate_alloc_compressor(kLevel));
  return compressor.get();
}

// "q=0", "q=0.0", ... forbid what they stand behind.
bool weight_is_zero(std::string_view parameters) {
  while (!parameters.empty()) {
    std::string_view parameter = trim(cut(parameters, ';'));
    const std::string_view name = trim(cut(parameter, '='));
    const std::string_view value = trim(parameter);
    if (iequals(name, "q")) return !value.empty() && value.find_first_not_of("0.") == std::string_view::npos;
  }
  return false;
}

bool is_text(std::string_view content_type) {
  const std::string_view type = trim(cut(content_type, ';'));
  constexpr std::string_view kAlso[] = {"application/json", "application/javascript", "application/xml",
                                        "image/svg+xml"};
  constexpr std::string_view kText = "text/";
  constexpr std::string_view kJsonSuffix = "+json";
  if (iequals(type.substr(0, kText.size()), kText)) return true;
  if (type.size() > kJsonSuffix.size() && iequals(type.substr(type.size() - kJsonSuffix.size()), kJsonSuffix))
    return true;
  return std::any_of(std::begin(kAlso), std::end(kAlso), [type](std::string_view also) { return iequals(type, also); });
}

void vary_by_encoding(Headers& headers) {
  const std::string_view vary = headers.get("Vary");
  if (list_has(vary, "Accept-Encoding") || list_has(vary, "*")) return;
  headers.set("Vary", vary.empty() ? "Accept-Encoding" : std::string(vary) + ", Accept-Encoding");
}

// The compressed bytes are another representation: a strong tag may not name both.
void weaken_etag(Headers& headers) {
  const std::string_view tag = headers.get("ETag");
  if (!tag.empty() && !tag.starts_with("W/")) headers.set("ETag", "W/" + std::string(tag));
}

}  // namespace

bool accepts_coding(std::string_view accept_encoding, std::string_view coding) {
  bool any = false;
  while (!accept_encoding.empty()) {
    std::string_view parameters = cut(accept_encoding, ',');
    const std::string_view named = trim(cut(parameters, ';'));
    if (iequals(named, coding) || (coding == "gzip" && iequals(named, "x-gzip"))) return !weight_is_zero(parameters);
    if (named == "*") any = !weight_is_zero(parameters);
  }
  return any;
}

std::optional<std::string> gzip(std::string_view text) {
  libdeflate_compressor* compressor = compressor_of_thread();
  if (!compressor) return std::nullopt;
  std::string out(text.size(), '\0');
  const std::size_t size = libdeflate_gzip_compress(compressor, text.data(), text.size(), out.data(), out.size());
  if (size == 0) return std::nullopt;
  out.resize(size);
  return out;
}

void gzip_response(const Headers& request, std::size_t over, Response& response) {
  auto* body = std::get_if<std::string>(&response.body);
  if (!body || body->size() <= over || response.status == 206) return;
  if (response.headers.find("Content-Encoding") || !is_text(response.headers.get("Content-Type"))) return;
  vary_by_encoding(response.headers);
  if (!accepts_coding(request.get("Accept-Encoding"), "gzip")) return;
  auto smaller = gzip(*body);
  if (!smaller) return;
  *body = std::move(*smaller);
  response.headers.set("Content-Encoding", "gzip");
  weaken_etag(response.headers);
}

}  // namespace cairn::http
