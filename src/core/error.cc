#include "core/error.h"

#include <array>

namespace cairn {
namespace {

constexpr std::string_view kInvalid = "INVALID_PARAMETER_VALUE";
constexpr std::string_view kMissing = "RESOURCE_NOT_FOUND";
constexpr std::string_view kExists = "RESOURCE_ALREADY_EXISTS";
constexpr std::string_view kDenied = "PERMISSION_DENIED";
constexpr std::string_view kBroken = "CLIENT_INTERNAL_ERROR";
constexpr std::string_view kUserState = "KAM00";
constexpr std::string_view kServerState = "XXM00";

constexpr std::array kCodes = {
    ErrorCodeInfo{ErrorCode::kInternalError, "INTERNAL_ERROR", 500, kServerState, kBroken},
    ErrorCodeInfo{ErrorCode::kTemporarilyUnavailable, "TEMPORARILY_UNAVAILABLE", 503, kServerState, kBroken},
    ErrorCodeInfo{ErrorCode::kBadRequest, "BAD_REQUEST", 400, kUserState, kInvalid},
    ErrorCodeInfo{ErrorCode::kInvalidParameterValue, "INVALID_PARAMETER_VALUE", 400, kUserState, kInvalid},
    ErrorCodeInfo{ErrorCode::kUnknownAttribute, "INVALID_PARAMETER_VALUE", 400, "KAM04", "ATTRIBUTE_NOT_FOUND"},
    ErrorCodeInfo{ErrorCode::kEndpointNotFound, "ENDPOINT_NOT_FOUND", 404, kUserState, kMissing},
    ErrorCodeInfo{ErrorCode::kNotFound, "NOT_FOUND", 404, kUserState, kMissing},
    ErrorCodeInfo{ErrorCode::kInvalidState, "INVALID_STATE", 500, kServerState, kBroken},
    ErrorCodeInfo{ErrorCode::kPermissionDenied, "PERMISSION_DENIED", 403, kUserState, kDenied},
    ErrorCodeInfo{ErrorCode::kFeatureDisabled, "FEATURE_DISABLED", 500, kUserState, "FEATURE_DISABLED"},
    ErrorCodeInfo{ErrorCode::kCustomerUnauthorized, "CUSTOMER_UNAUTHORIZED", 401, kUserState, kDenied},
    ErrorCodeInfo{ErrorCode::kUnauthenticated, "UNAUTHENTICATED", 401, {}, {}},
    ErrorCodeInfo{ErrorCode::kResourceExhausted, "RESOURCE_EXHAUSTED", 429, {}, {}},
    ErrorCodeInfo{ErrorCode::kRequestLimitExceeded, "REQUEST_LIMIT_EXCEEDED", 429, {}, {}},
    ErrorCodeInfo{ErrorCode::kAborted, "ABORTED", 409, {}, {}},
    ErrorCodeInfo{ErrorCode::kAlreadyExists, "ALREADY_EXISTS", 409, {}, {}},
    ErrorCodeInfo{ErrorCode::kResourceAlreadyExists, "RESOURCE_ALREADY_EXISTS", 400, kUserState, kExists},
    ErrorCodeInfo{ErrorCode::kResourceConflict, "RESOURCE_CONFLICT", 409, {}, {}},
    ErrorCodeInfo{ErrorCode::kResourceDoesNotExist, "RESOURCE_DOES_NOT_EXIST", 404, kUserState, kMissing},
    ErrorCodeInfo{ErrorCode::kNotImplemented, "NOT_IMPLEMENTED", 501, {}, {}},
    ErrorCodeInfo{ErrorCode::kDataLoss, "DATA_LOSS", 500, {}, {}},
    ErrorCodeInfo{ErrorCode::kDeadlineExceeded, "DEADLINE_EXCEEDED", 504, {}, {}},
    ErrorCodeInfo{ErrorCode::kCancelled, "CANCELLED", 499, {}, {}},
};

constexpr bool table_follows_enum() {
  for (std::size_t i = 0; i < kCodes.size(); ++i) {
    if (static_cast<std::size_t>(kCodes[i].code) != i) return false;
  }
  return true;
}
static_assert(table_follows_enum());
static_assert(kCodes.size() == static_cast<std::size_t>(ErrorCode::kCancelled) + 1);

}  // namespace

const ErrorCodeInfo& info(ErrorCode code) { return kCodes[static_cast<std::size_t>(code)]; }

}  // namespace cairn
