// Shared libraries that are loaded when they are first needed: some bring twenty others along, which every start of the
// program would wait for, and most commands call none of them.
//
//   inline const LazyLibrary libpq("libpq.so.5", "libpq5");
//   inline const LazyFunction<decltype(&::PQexec)> PQexec(libpq, "PQexec");
//
// Within the namespace that says so, PQexec(...) is called as in a program linked with libpq. Who is the first to need
// the library checks load() before that.
#pragma once

#include <atomic>

#include "core/result.h"

namespace cairn {

// Any thread may call.
class LazyLibrary {
 public:
  // The package is Debian's: what the user is told to install.
  constexpr LazyLibrary(const char* file, const char* package) : file_(file), package_(package) {}

  [[nodiscard]] Status load() const;
  // Of a library that was loaded: without it, or without that function, the program ends here, and says so.
  [[nodiscard]] void* function(const char* name) const;

 private:
  [[nodiscard]] void* handle() const;

  const char* file_;
  const char* package_;
  mutable std::atomic<void*> handle_{nullptr};
};

template <class Pointer>
class LazyFunction;

// Initialised before the program runs, so that the table of a library costs a start nothing.
template <class Pointer>
class LazyAddress {
 public:
  constexpr LazyAddress(const LazyLibrary& library, const char* name) : library_(library), name_(name) {}

 protected:
  [[nodiscard]] Pointer address() const {
    void* found = address_.load(std::memory_order_acquire);
    if (!found) {
      found = library_.function(name_);
      address_.store(found, std::memory_order_release);
    }
    return reinterpret_cast<Pointer>(found);
  }

 private:
  const LazyLibrary& library_;
  const char* name_;
  mutable std::atomic<void*> address_{nullptr};
};

template <class Value, class... Arguments>
class LazyFunction<Value (*)(Arguments...)> : LazyAddress<Value (*)(Arguments...)> {
 public:
  using LazyAddress<Value (*)(Arguments...)>::LazyAddress;
  Value operator()(Arguments... arguments) const { return this->address()(arguments...); }
};

template <class Value, class... Arguments>
class LazyFunction<Value (*)(Arguments..., ...)> : LazyAddress<Value (*)(Arguments..., ...)> {
 public:
  using LazyAddress<Value (*)(Arguments..., ...)>::LazyAddress;
  template <class... Others>
  Value operator()(Arguments... arguments, Others... others) const {
    return this->address()(arguments..., others...);
  }
};

}  // namespace cairn

// For the tables of functions. The braces keep a macro of the function's name, as curl.h has them, from taking its
// part.
#define CAIRN_LAZY(library, name) \
  inline const ::cairn::LazyFunction<decltype(&::name)> name { library, #name }
