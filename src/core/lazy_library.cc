#include "core/lazy_library.h"

#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <fmt/format.h>

namespace cairn {

void* LazyLibrary::handle() const {
  void* loaded = handle_.load(std::memory_order_acquire);
  if (loaded) return loaded;
  loaded = ::dlopen(file_, RTLD_NOW | RTLD_LOCAL);  // the same handle to all who ask at once
  handle_.store(loaded, std::memory_order_release);
  return loaded;
}

Status LazyLibrary::load() const {
  if (handle()) return {};
  return internal_error(fmt::format("{} is needed for that and cannot be loaded. On Debian: apt-get install {}. ({})",
                                    file_, package_, ::dlerror()));
}

void* LazyLibrary::function(const char* name) const {
  void* const found = handle() ? ::dlsym(handle(), name) : nullptr;
  if (found) return found;
  std::fprintf(stderr, "%s has no %s: %s\n", file_, name, ::dlerror());
  std::abort();
}

}  // namespace cairn
