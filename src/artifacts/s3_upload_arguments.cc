#include "artifacts/s3_upload_arguments.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <simdjson.h>
#include <string>

namespace cairn::artifacts {
namespace {

struct Argument {
  std::string_view name;  // boto3's
  std::string_view header;
};

constexpr Argument kArguments[] = {
    {"ACL", "x-amz-acl"},
    {"BucketKeyEnabled", "x-amz-server-side-encryption-bucket-key-enabled"},
    {"CacheControl", "Cache-Control"},
    {"ContentDisposition", "Content-Disposition"},
    {"ContentEncoding", "Content-Encoding"},
    {"ContentLanguage", "Content-Language"},
    {"ContentType", "Content-Type"},
    {"ExpectedBucketOwner", "x-amz-expected-bucket-owner"},
    {"Expires", "Expires"},
    {"GrantFullControl", "x-amz-grant-full-control"},
    {"GrantRead", "x-amz-grant-read"},
    {"GrantReadACP", "x-amz-grant-read-acp"},
    {"GrantWriteACP", "x-amz-grant-write-acp"},
    {"ObjectLockLegalHoldStatus", "x-amz-object-lock-legal-hold"},
    {"ObjectLockMode", "x-amz-object-lock-mode"},
    {"ObjectLockRetainUntilDate", "x-amz-object-lock-retain-until-date"},
    {"RequestPayer", "x-amz-request-payer"},
    {"SSEKMSEncryptionContext", "x-amz-server-side-encryption-context"},
    {"SSEKMSKeyId", "x-amz-server-side-encryption-aws-kms-key-id"},
    {"ServerSideEncryption", "x-amz-server-side-encryption"},
    {"StorageClass", "x-amz-storage-class"},
    {"Tagging", "x-amz-tagging"},
    {"WebsiteRedirectLocation", "x-amz-website-redirect-location"},
};

Error wrong(std::string_view why) {
  return invalid_parameter(fmt::format("MLFLOW_S3_UPLOAD_EXTRA_ARGS is not usable: {}.", why));
}

Result<std::string> text_of(std::string_view name, simdjson::dom::element value) {
  if (value.is_string()) return std::string(value.get_string().value_unsafe());
  if (value.is_int64() || value.is_bool()) return simdjson::minify(value);
  return wrong(fmt::format("'{}' must have a text as its value", name));
}

Status add_metadata(simdjson::dom::element value, s3::Pairs& headers) {
  simdjson::dom::object fields;
  if (value.get(fields) != simdjson::SUCCESS) return wrong("'Metadata' must be an object");
  for (const auto& [name, text] : fields)
    headers.emplace_back("x-amz-meta-" + std::string(name), TRY(text_of(name, text)));
  return {};
}

}  // namespace

Result<s3::Pairs> parse_upload_arguments(std::string_view json) {
  s3::Pairs headers;
  if (json.empty()) return headers;
  simdjson::dom::parser parser;
  simdjson::dom::object fields;
  if (parser.parse(json.data(), json.size()).get(fields) != simdjson::SUCCESS) return wrong("it is no JSON object");
  for (const auto& [name, value] : fields) {
    if (name == "Metadata") {
      TRY(add_metadata(value, headers));
      continue;
    }
    const auto* known = std::find_if(std::begin(kArguments), std::end(kArguments),
                                     [key = name](const Argument& row) { return row.name == key; });
    if (known == std::end(kArguments)) return wrong(fmt::format("'{}' is not known", name));
    headers.emplace_back(known->header, TRY(text_of(name, value)));
  }
  return headers;
}

}  // namespace cairn::artifacts
