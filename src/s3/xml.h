// The documents of S3's protocol. Pure: text in, values out, and the reverse.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace cairn::s3 {

struct ListedObject {
  std::string key;
  std::uint64_t size = 0;
  std::chrono::system_clock::time_point modified;
  std::string etag;  // without quotes
};

struct ListPage {
  std::vector<ListedObject> objects;
  std::vector<std::string> prefixes;  // up to and with the delimiter
  std::string next;                   // token of the next page; empty: this is the last
};

struct ErrorDocument {
  std::string code;  // "NoSuchKey"
  std::string message;
  std::string region;  // where the bucket is, if that is what was wrong
  std::string key;     // of one object among several
};

struct Part {
  unsigned number = 0;  // from 1
  std::string etag;
};

struct SentPart {
  Part part;
  std::uint64_t size = 0;
};

struct PartPage {
  std::vector<SentPart> parts;
  unsigned next = 0;  // the number after which the next page begins; 0: this is the last
};

Result<ListPage> read_list(std::string_view xml);
// The id of a new multipart upload.
Result<std::string> read_upload_id(std::string_view xml);
// The id of the newest unfinished upload of an object, of those in the list; empty if none is there.
Result<std::string> read_newest_upload(std::string_view xml, std::string_view key);
Result<PartPage> read_parts(std::string_view xml);
// Nothing where the text is no error document.
[[nodiscard]] std::optional<ErrorDocument> read_error(std::string_view xml);
// The objects that a request to delete several could not delete.
[[nodiscard]] std::vector<ErrorDocument> read_delete_errors(std::string_view xml);

[[nodiscard]] std::string write_completion(std::span<const Part> parts);
[[nodiscard]] std::string write_deletion(std::span<const std::string> keys);

[[nodiscard]] std::string without_quotes(std::string_view etag);

}  // namespace cairn::s3
