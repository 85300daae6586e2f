#include "s3/failure.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace cairn::s3 {
namespace {

struct Meaning {
  std::string_view s3_code;
  ErrorCode code;
  // {object}, {bucket}, {endpoint}, {credentials}, {permission}, {message}: what the store said.
  const char* text;
};

constexpr const char* kBadKey =
    "The store at {endpoint} does not accept the credentials from {credentials}: {message}. "
    "Check that they are complete, current and of this store.";
constexpr const char* kTooSlow = "The store at {endpoint} is overloaded: {message}. Try again later.";
constexpr const char* kWrongRegion =
    "The bucket '{bucket}' is in another region than was asked at {endpoint}: {message}. Set AWS_REGION to the "
    "bucket's.";

constexpr std::array kMeanings = {
    Meaning{"NoSuchKey", ErrorCode::kResourceDoesNotExist, "There is no object {object} at {endpoint}."},
    Meaning{
        "NoSuchBucket", ErrorCode::kResourceDoesNotExist,
        "The bucket '{bucket}' does not exist at {endpoint}. Create it, or check the bucket's name and the endpoint."},
    Meaning{"NoSuchUpload", ErrorCode::kResourceDoesNotExist,
            "The multipart upload of {object} is not known at {endpoint}: it was completed or aborted already."},
    Meaning{
        "AccessDenied", ErrorCode::kPermissionDenied,
        "Access to {object} was denied at {endpoint}: {message}. Credentials from {credentials} need the permission "
        "{permission}."},
    Meaning{"AllAccessDisabled", ErrorCode::kPermissionDenied,
            "Access to {object} is disabled at {endpoint}: {message}."},
    Meaning{"InvalidAccessKeyId", ErrorCode::kUnauthenticated, kBadKey},
    Meaning{"SignatureDoesNotMatch", ErrorCode::kUnauthenticated, kBadKey},
    Meaning{"ExpiredToken", ErrorCode::kUnauthenticated, kBadKey},
    Meaning{"InvalidToken", ErrorCode::kUnauthenticated, kBadKey},
    Meaning{"TokenRefreshRequired", ErrorCode::kUnauthenticated, kBadKey},
    Meaning{"RequestTimeTooSkewed", ErrorCode::kUnauthenticated,
            "The clock of this machine and that of the store at {endpoint} differ too much: {message}. Set the clock."},
    Meaning{"PreconditionFailed", ErrorCode::kAborted, "{object} was changed by somebody else meanwhile."},
    Meaning{"EntityTooLarge", ErrorCode::kInvalidParameterValue,
            "{object} is too large for the store at {endpoint}: {message}."},
    Meaning{"InvalidPart", ErrorCode::kInvalidParameterValue, "The parts of {object} do not fit together: {message}."},
    Meaning{"InvalidPartOrder", ErrorCode::kInvalidParameterValue,
            "The parts of {object} do not fit together: {message}."},
    Meaning{"EntityTooSmall", ErrorCode::kInvalidParameterValue, "A part of {object} is too small: {message}."},
    Meaning{"QuotaExceeded", ErrorCode::kResourceExhausted, "The store at {endpoint} is full: {message}."},
    Meaning{"XMinioStorageFull", ErrorCode::kResourceExhausted, "The store at {endpoint} is full: {message}."},
    Meaning{"PermanentRedirect", ErrorCode::kInvalidParameterValue, kWrongRegion},
    Meaning{"AuthorizationHeaderMalformed", ErrorCode::kInvalidParameterValue, kWrongRegion},
    Meaning{"SlowDown", ErrorCode::kTemporarilyUnavailable, kTooSlow},
    Meaning{"ServiceUnavailable", ErrorCode::kTemporarilyUnavailable, kTooSlow},
};

// Answers to HEAD have no body, and some proxies answer in HTML.
std::string_view code_of_status(int status) {
  switch (status) {
    case 301:
      return "PermanentRedirect";
    case 403:
      return "AccessDenied";
    case 404:
      return "NoSuchKey";
    case 412:
      return "PreconditionFailed";
    case 503:
      return "ServiceUnavailable";
    default:
      return {};
  }
}

std::string without_full_stop(std::string_view text) {
  while (text.ends_with('.')) text.remove_suffix(1);
  return std::string(text);
}

Error error_for(std::string_view s3_code, std::string_view message, int status, const Call& call,
                const Circumstances& where) {
  const auto* known =
      std::find_if(kMeanings.begin(), kMeanings.end(), [&](const Meaning& row) { return row.s3_code == s3_code; });
  if (known == kMeanings.end()) {
    const ErrorCode code = status >= 500 ? ErrorCode::kTemporarilyUnavailable : ErrorCode::kInternalError;
    return {code, fmt::format("The store at {} refused {} of {}: {} {} {}", where.endpoint, call.permission,
                              call.object.uri(), status, s3_code, message)};
  }
  const std::string_view credentials =
      where.credentials_origin.empty() ? "nowhere (none were found)" : where.credentials_origin;
  using fmt::arg;
  return {known->code,
          fmt::format(fmt::runtime(known->text), arg("object", call.object.uri()), arg("bucket", call.object.bucket),
                      arg("endpoint", where.endpoint), arg("credentials", credentials),
                      arg("permission", call.permission), arg("message", message))};
}

}  // namespace

Error refusal(const http_client::Response& answer, const Call& call, const Circumstances& where) {
  const ErrorDocument document = read_error(answer.body).value_or(ErrorDocument{});
  const std::string_view code = document.code.empty() ? code_of_status(answer.status) : document.code;
  const std::string message =
      document.message.empty() ? fmt::format("HTTP status {}", answer.status) : without_full_stop(document.message);
  return error_for(code, message, answer.status, call, where);
}

Error refusal(const ErrorDocument& document, const Call& call, const Circumstances& where) {
  Call of_object = call;
  of_object.object.key = document.key;
  return error_for(document.code, without_full_stop(document.message), 200, of_object, where);
}

Error no_answer(const Error& error, const Circumstances& where) {
  if (!http_client::is_transient(error)) return error;
  const std::string_view setting = where.endpoint_origin.empty() ? "the endpoint's address" : where.endpoint_origin;
  return {error.code(),
          fmt::format("The store at {} cannot be reached: {}. Check {}, the store, and the network between.",
                      where.endpoint, error.message(), setting)};
}

}  // namespace cairn::s3
