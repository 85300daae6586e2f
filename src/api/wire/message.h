// A message's JSON form is one list of its fields, used for reading and for writing.
//
// MLflow's wire is protobuf's JSON mapping of proto2 messages. A plain member is always written (a field that the
// server set, even to "" or 0); a std::optional one only when it holds something; a std::vector one only when it is not
// empty. On reading, an absent field leaves its member as it was made.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace cairn::api {

enum class Kind : std::uint8_t { kString, kInt64, kInt32, kDouble, kBool, kEnum, kMessage, kMap };
enum class Arity : std::uint8_t { kOne, kOptional, kMany };

// Text by text, in responses only; not written when it is empty.
struct StringMap {
  std::vector<std::pair<std::string, std::string>> entries;
};

struct EnumValue {
  std::int32_t number;
  std::string_view name;
};
using EnumTable = std::span<const EnumValue>;

struct MessageType;

struct Field {
  std::string_view name;      // snake_case; the camelCase form is accepted too
  std::string_view json_key;  // the name as it is written: "name":
  Kind kind;
  Arity arity;
  const MessageType* (*nested)();  // kMessage
  EnumTable (*values)();           // kEnum
  // Where a value goes: the member itself, the inside of an emplaced optional, or a new element of the vector.
  void* (*slot)(void* message);
  void (*clear)(void* message);
  std::size_t (*count)(const void* message);
  const void* (*item)(const void* message, std::size_t index);
};

struct MessageType {
  std::span<const Field> fields;  // at most 64
  void (*reset)(void* message);   // to what it was when it was made
  std::uint64_t required = 0;     // of elements of lists: which fields must be present, as bits by index
};

// Every message and enum specialises these (tracking_messages.cc and its neighbours).
template <class T>
const MessageType* message_type();
template <class E>
EnumTable enum_table();

namespace detail {

template <class T>
struct Shape {
  using Element = T;
  static constexpr Arity kArity = Arity::kOne;
};
template <class T>
struct Shape<std::optional<T>> {
  using Element = T;
  static constexpr Arity kArity = Arity::kOptional;
};
template <class T>
struct Shape<std::vector<T>> {
  using Element = T;
  static constexpr Arity kArity = Arity::kMany;
};

template <class T>
constexpr Kind kind_of() {
  if constexpr (std::is_same_v<T, std::string>)
    return Kind::kString;
  else if constexpr (std::is_same_v<T, bool>)
    return Kind::kBool;
  else if constexpr (std::is_same_v<T, std::int64_t>)
    return Kind::kInt64;
  else if constexpr (std::is_same_v<T, std::int32_t>)
    return Kind::kInt32;
  else if constexpr (std::is_same_v<T, double>)
    return Kind::kDouble;
  else if constexpr (std::is_enum_v<T>)
    return Kind::kEnum;
  else if constexpr (std::is_same_v<T, StringMap>)
    return Kind::kMap;
  else
    return Kind::kMessage;
}

template <class Owner, class Member>
Owner owner_of(Member Owner::*);
template <class Owner, class Member>
Member member_of(Member Owner::*);

}  // namespace detail

// field<&LogMetric::run_id>("run_id", "\"run_id\":")
template <auto kMember>
constexpr Field field(std::string_view name, std::string_view json_key) {
  using Owner = decltype(detail::owner_of(kMember));
  using Member = decltype(detail::member_of(kMember));
  using Shape = detail::Shape<Member>;
  using Element = typename Shape::Element;
  constexpr Arity kArity = Shape::kArity;

  Field made{};
  made.name = name;
  made.json_key = json_key;
  made.kind = detail::kind_of<Element>();
  made.arity = kArity;
  if constexpr (detail::kind_of<Element>() == Kind::kMessage) made.nested = &message_type<Element>;
  if constexpr (detail::kind_of<Element>() == Kind::kEnum) {
    static_assert(std::is_same_v<std::underlying_type_t<Element>, std::int32_t>);
    made.values = &enum_table<Element>;
  }
  made.slot = [](void* message) -> void* {
    Member& member = static_cast<Owner*>(message)->*kMember;
    if constexpr (kArity == Arity::kOne)
      return &member;
    else if constexpr (kArity == Arity::kOptional)
      return &member.emplace();
    else
      return &member.emplace_back();
  };
  made.clear = [](void* message) { static_cast<Owner*>(message)->*kMember = Member{}; };
  made.count = [](const void* message) -> std::size_t {
    const Member& member = static_cast<const Owner*>(message)->*kMember;
    if constexpr (std::is_same_v<Member, StringMap>)
      return member.entries.size();
    else if constexpr (kArity == Arity::kOne)
      return 1;
    else if constexpr (kArity == Arity::kOptional)
      return member.has_value() ? 1 : 0;
    else
      return member.size();
  };
  made.item = [](const void* message, [[maybe_unused]] std::size_t index) -> const void* {
    const Member& member = static_cast<const Owner*>(message)->*kMember;
    if constexpr (kArity == Arity::kOne)
      return &member;
    else if constexpr (kArity == Arity::kOptional)
      return &*member;
    else
      return &member[index];
  };
  return made;
}

template <class T>
void reset_message(void* message) {
  *static_cast<T*>(message) = T{};
}

// The bits of fields in `required` of a MessageType.
constexpr std::uint64_t required_fields(std::span<const Field> fields, std::initializer_list<std::string_view> names) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    for (std::string_view name : names) {
      if (fields[i].name == name) bits |= std::uint64_t{1} << i;
    }
  }
  return bits;
}

}  // namespace cairn::api
