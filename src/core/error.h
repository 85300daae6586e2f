// Every failure that crosses a room is an Error: a code the wire knows, and a text for whoever asked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace cairn {

// MLflow's error codes. One table in error.cc gives each its name and HTTP status.
enum class ErrorCode : std::uint8_t {
  kInternalError,
  kTemporarilyUnavailable,
  kBadRequest,
  kInvalidParameterValue,
  kUnknownAttribute,  // to clients the same code as the last, with another error_class
  kEndpointNotFound,
  kNotFound,
  kInvalidState,
  kPermissionDenied,
  kFeatureDisabled,
  kCustomerUnauthorized,
  kUnauthenticated,
  kResourceExhausted,
  kRequestLimitExceeded,
  kAborted,
  kAlreadyExists,
  kResourceAlreadyExists,
  kResourceConflict,
  kResourceDoesNotExist,
  kNotImplemented,
  kDataLoss,
  kDeadlineExceeded,
  kCancelled,
};

struct ErrorCodeInfo {
  ErrorCode code;
  std::string_view name;  // as in MLflow's "error_code"
  int http_status;
  std::string_view sql_state;  // empty: MLflow sends neither sqlstate nor error_class
  std::string_view error_class;
};

[[nodiscard]] const ErrorCodeInfo& info(ErrorCode code);

class [[nodiscard]] Error {
 public:
  Error(ErrorCode code, std::string message) : code_(code), message_(std::move(message)) {}

  [[nodiscard]] ErrorCode code() const { return code_; }
  [[nodiscard]] const std::string& message() const { return message_; }

  // Where in the request's text the mistake is (a byte offset into a filter, say), or npos.
  static constexpr std::size_t kNoPosition = static_cast<std::size_t>(-1);
  [[nodiscard]] std::size_t position() const { return position_; }
  Error&& at(std::size_t position) && {
    position_ = position;
    return std::move(*this);
  }

 private:
  ErrorCode code_;
  std::size_t position_ = kNoPosition;
  std::string message_;
};

// Short forms of the codes that most code needs.
inline Error invalid_parameter(std::string message) { return {ErrorCode::kInvalidParameterValue, std::move(message)}; }
inline Error bad_request(std::string message) { return {ErrorCode::kBadRequest, std::move(message)}; }
inline Error does_not_exist(std::string message) { return {ErrorCode::kResourceDoesNotExist, std::move(message)}; }
inline Error already_exists(std::string message) { return {ErrorCode::kResourceAlreadyExists, std::move(message)}; }
inline Error invalid_state(std::string message) { return {ErrorCode::kInvalidState, std::move(message)}; }
inline Error internal_error(std::string message) { return {ErrorCode::kInternalError, std::move(message)}; }

}  // namespace cairn
