// How a message's field list is written (in the .cc files that define them):
//
//   CAIRN_MESSAGE(LogMetricRequest, F(run_id), F(key), F(value))
//
// F(x) is the member x under its own name; NAMED("other", x) gives it another. CAIRN_ITEM is for the elements of lists:
// its parentheses name the fields that an element must have.
#pragma once

#include <array>

#include "api/wire/message.h"

#define F(member) NAMED(#member, member)
#define NAMED(name, member) field<&Self::member>(name, "\"" name "\":")

#define CAIRN_MESSAGE(Type, ...)                                       \
  template <>                                                          \
  const MessageType* message_type<Type>() {                            \
    using Self = Type;                                                 \
    static constexpr std::array kFields = {__VA_ARGS__};               \
    static constexpr MessageType kType{kFields, &reset_message<Self>}; \
    return &kType;                                                     \
  }

#define CAIRN_ITEM(Type, Required, ...)                                                    \
  template <>                                                                              \
  const MessageType* message_type<Type>() {                                                \
    using Self = Type;                                                                     \
    static constexpr std::array kFields = {__VA_ARGS__};                                   \
    static constexpr MessageType kType{kFields, &reset_message<Self>,                      \
                                       required_fields(kFields, {CAIRN_UNPACK Required})}; \
    return &kType;                                                                         \
  }
#define CAIRN_UNPACK(...) __VA_ARGS__
