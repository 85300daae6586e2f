// How a store is reached. Where the values come from is the caller's business; environment.h reads AWS's own places.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "http_client/client.h"
#include "http_client/retry.h"
#include "s3/credentials.h"
#include "s3/wire_request.h"

namespace cairn::s3 {

// Where a bucket's name goes: "https://host/bucket/key" or "https://bucket.host/key". kAuto: as AWS's own tools do,
// virtual with AWS where the name allows it, path with any other endpoint.
enum class Addressing : std::uint8_t { kAuto, kPath, kVirtual };

inline constexpr std::size_t kSmallestPart = std::size_t{5} << 20;  // S3's own limit, of all parts but the last

struct Settings {
  std::string endpoint{};         // "http://host:port"; empty: AWS's in the region
  std::string endpoint_origin{};  // for messages: the setting that the endpoint came from
  std::string region = "us-east-1";
  Addressing addressing = Addressing::kAuto;
  std::shared_ptr<CredentialSource> credentials{};  // null: requests go out unsigned
  http_client::ClientOptions http{};
  http_client::RetryPolicy retry{};
  Pairs common_headers{};  // of every request
  Pairs object_headers{};  // of every request for an object's bytes or about them: the customer's keys of encryption
  // A large object travels in parts of this size. Its upload and its download hold few of them in memory at once.
  std::size_t part_size = std::size_t{6} << 20;
  // An object whose size is known travels whole up to here, if that is more than a part.
  std::size_t whole_up_to = 0;
  unsigned max_parallel = 16;  // parts on their way at once, of all objects
};

}  // namespace cairn::s3
