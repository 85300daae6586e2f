// What goes wrong with data, by how DVC reports it. DVC's exit status depends on the kind of error and on the command;
// this table says which of our codes is which of its kinds:
//
//   kInvalidState           a DvcException: 1 where the command catches it, otherwise 255
//   kBadRequest             a ConfigError: "configuration error - config file error: …", 251
//   kNotFound               not inside a repository: 253
//   kResourceDoesNotExist   a FileNotFoundError
//   kAborted, kNotImplemented  shown as they are: 255
//   kInvalidParameterValue  the command line is wrong: 254
//   anything else           an exception that nothing expects: "unexpected error - …", 255
#pragma once

#include <string>

#include "core/result.h"

namespace cairn::data {

inline Error dvc_error(std::string message) { return {ErrorCode::kInvalidState, std::move(message)}; }
inline Error config_error(const std::string& message) {
  return {ErrorCode::kBadRequest, "config file error: " + message};
}
inline Error not_in_repository(std::string message) { return {ErrorCode::kNotFound, std::move(message)}; }

[[nodiscard]] inline bool is_dvc_error(const Error& error) {
  return error.code() == ErrorCode::kInvalidState || error.code() == ErrorCode::kBadRequest ||
         error.code() == ErrorCode::kNotFound || error.code() == ErrorCode::kDataLoss;
}
// An error that no command answers for, and that needs no "unexpected error" before it.
inline Error plain_error(std::string message) { return {ErrorCode::kAborted, std::move(message)}; }
[[nodiscard]] inline bool speaks_for_itself(const Error& error) {
  return error.code() == ErrorCode::kAborted || error.code() == ErrorCode::kNotImplemented;
}
[[nodiscard]] inline bool is_config_error(const Error& error) { return error.code() == ErrorCode::kBadRequest; }

}  // namespace cairn::data
