// Messages to JSON text, appended to a buffer that becomes the response.
#pragma once

#include <string>

#include "api/wire/message.h"

namespace cairn::api {

void write_json(const MessageType& type, const void* message, std::string& out);

template <class T>
std::string to_json(const T& message) {
  std::string out;
  write_json(*message_type<T>(), &message, out);
  return out;
}

}  // namespace cairn::api
