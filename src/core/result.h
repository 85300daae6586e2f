// Result<T>: a value or the Error that prevented it. TRY() hands an error on to the caller.
#pragma once

#include <cassert>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

#include "core/error.h"

namespace cairn {

template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] T& value() & {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] const T& value() const& {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {  // may be dropped: TRY() on its own is a check
    assert(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  [[nodiscard]] Error& error() & {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }
  [[nodiscard]] const Error& error() const& {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }
  [[nodiscard]] Error&& error() && {
    assert(!ok());
    return std::move(*std::get_if<1>(&state_));
  }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  using value_type = void;

  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return !error_.has_value(); }
  explicit operator bool() const { return ok(); }
  void value() const { assert(ok()); }

  [[nodiscard]] Error& error() & {
    assert(!ok());
    return *error_;
  }
  [[nodiscard]] const Error& error() const& {
    assert(!ok());
    return *error_;
  }
  [[nodiscard]] Error&& error() && {
    assert(!ok());
    return std::move(*error_);
  }

 private:
  std::optional<Error> error_;
};

using Status = Result<void>;

namespace detail {
// By value, and not [[nodiscard]]: TRY may stand alone.
template <class T>
T unwrap(Result<T>&& result) {
  if constexpr (!std::is_void_v<T>) return std::move(result).value();
}
}  // namespace detail

}  // namespace cairn

// Evaluates to the value of a Result, or returns its error from the enclosing function.
#define TRY(...) CAIRN_TRY_AS(CAIRN_JOIN(try_result_, __COUNTER__), __VA_ARGS__)
#define CAIRN_TRY_AS(name, ...) CAIRN_TRY_AS_EXPANDED(name, __VA_ARGS__)
#define CAIRN_TRY_AS_EXPANDED(name, ...)              \
  __extension__({                                     \
    auto name = (__VA_ARGS__);                        \
    if (!(name).ok()) return std::move(name).error(); \
    ::cairn::detail::unwrap(std::move(name));         \
  })
#define CAIRN_JOIN(a, b) CAIRN_JOIN_EXPANDED(a, b)
#define CAIRN_JOIN_EXPANDED(a, b) a##b
