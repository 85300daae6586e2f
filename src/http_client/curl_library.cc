// libcurl, loaded when the first request is made: it brings twenty libraries of its own, which cost every start of the
// program five milliseconds, and most commands make no request.
//
// The functions of libcurl that this room calls are defined here, each handing over to the one of its name in the
// library. Where that cannot be loaded, there are no handles, and client.cc says so.
#include <cstdarg>
#include <curl/curl.h>
#include <dlfcn.h>

namespace {

constexpr const char* kLibrary = "libcurl.so.4";

void* library() {
  static void* const loaded = ::dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL);
  return loaded;
}

// F is a pointer to the function.
template <class F>
F function(const char* name) {
  return library() ? reinterpret_cast<F>(::dlsym(library(), name)) : nullptr;
}

// All arguments of setopt and getinfo are one machine word or 64 bits, which every ABI that we build for passes alike.
static_assert(sizeof(void*) == sizeof(curl_off_t) && sizeof(long) == sizeof(void*));

}  // namespace

#define CAIRN_CURL(name) static const auto in_library = function<decltype(&name)>(#name)
// curl.h has macros of some of the names.
#undef curl_easy_setopt
#undef curl_easy_getinfo
// The last named parameters are enumerations, as in curl.h; they are as wide as what they would be promoted to.
#pragma GCC diagnostic ignored "-Wvarargs"

extern "C" {

CURLcode curl_global_init(long flags) {
  CAIRN_CURL(curl_global_init);
  return in_library ? in_library(flags) : CURLE_FAILED_INIT;
}

CURL* curl_easy_init() {
  CAIRN_CURL(curl_easy_init);
  return in_library ? in_library() : nullptr;
}

void curl_easy_cleanup(CURL* handle) {
  CAIRN_CURL(curl_easy_cleanup);
  in_library(handle);
}

void curl_easy_reset(CURL* handle) {
  CAIRN_CURL(curl_easy_reset);
  in_library(handle);
}

CURLcode curl_easy_perform(CURL* handle) {
  CAIRN_CURL(curl_easy_perform);
  return in_library(handle);
}

CURLcode curl_easy_setopt(CURL* handle, CURLoption option, ...) {
  CAIRN_CURL(curl_easy_setopt);
  std::va_list arguments;
  va_start(arguments, option);
  void* const argument = va_arg(arguments, void*);
  va_end(arguments);
  return in_library(handle, option, argument);
}

CURLcode curl_easy_getinfo(CURL* handle, CURLINFO info, ...) {
  CAIRN_CURL(curl_easy_getinfo);
  std::va_list arguments;
  va_start(arguments, info);
  void* const argument = va_arg(arguments, void*);
  va_end(arguments);
  return in_library(handle, info, argument);
}

const char* curl_easy_strerror(CURLcode code) {
  CAIRN_CURL(curl_easy_strerror);
  return in_library(code);
}

curl_slist* curl_slist_append(curl_slist* list, const char* text) {
  CAIRN_CURL(curl_slist_append);
  return in_library(list, text);
}

void curl_slist_free_all(curl_slist* list) {
  CAIRN_CURL(curl_slist_free_all);
  if (in_library) in_library(list);
}
}
