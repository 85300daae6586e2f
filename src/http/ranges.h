// The Range field of a request: which parts of a body a client wants.
//
// Read as Starlette reads it, with which MLflow serves artifacts. That is stricter than HTTP asks for: it complains
// where HTTP would have the whole body sent, and one part past the end makes all of them unsatisfiable.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace cairn::http {

struct Span {
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

struct Ranges {
  enum class Kind : std::uint8_t { kWhole, kParts, kUnsatisfiable, kMalformed };
  Kind kind = Kind::kWhole;
  std::vector<Span> parts;     // in order, none touching another
  std::string_view complaint;  // of what is malformed
};

// `size` is that of the whole body.
[[nodiscard]] Ranges parse_ranges(std::string_view field, std::uint64_t size);

}  // namespace cairn::http
