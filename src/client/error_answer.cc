#include "client/error_answer.h"

#include <fmt/format.h>

#include "api/wire/json_reader.h"
#include "api/wire/message_fields.h"
#include "http_client/retry.h"

namespace cairn::api {

struct ErrorBody {
  std::string error_code;
  std::string message;
};
CAIRN_MESSAGE(ErrorBody, F(error_code), F(message))

}  // namespace cairn::api

namespace cairn::client {
namespace {

std::optional<ErrorCode> error_code_named(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(ErrorCode::kCancelled); ++i) {
    if (info(static_cast<ErrorCode>(i)).name == name) return static_cast<ErrorCode>(i);
  }
  return std::nullopt;
}

ErrorCode code_of(int status) {
  switch (status) {
    case 400:
      return ErrorCode::kBadRequest;
    case 401:
      return ErrorCode::kUnauthenticated;
    case 403:
      return ErrorCode::kPermissionDenied;
    case 404:
    case 405:
      return ErrorCode::kEndpointNotFound;
    case 429:
      return ErrorCode::kRequestLimitExceeded;
    default:
      return http_client::is_transient(status) ? ErrorCode::kTemporarilyUnavailable : ErrorCode::kInternalError;
  }
}

}  // namespace

Error error_of(Answer& answer, const Call& call, const std::string& server) {
  api::ErrorBody body;
  const Status read = api::read_json(answer.body, *api::message_type<api::ErrorBody>(), &body, {});
  if (read.ok() && !body.error_code.empty()) {
    return {error_code_named(body.error_code).value_or(code_of(answer.status)), std::move(body.message)};
  }
  const std::string_view path = std::string_view(call.target).substr(0, call.target.find('?'));
  return {code_of(answer.status),
          fmt::format("{} answered {} {} with status {}", server, http::name(call.method), path, answer.status)};
}

Error no_mlflow_server(const std::string& server) {
  return {ErrorCode::kEndpointNotFound,
          fmt::format("{} answers, but not as an MLflow tracking server does: is it the right address?", server)};
}

}  // namespace cairn::client
