// libcurl's functions, from the library that is loaded when the first request is made: Client::send loads it.
#pragma once

#include <curl/curl.h>

#include "core/lazy_library.h"

namespace cairn::http_client {

inline const LazyLibrary libcurl("libcurl.so.4", "libcurl4");
CAIRN_LAZY(libcurl, curl_easy_cleanup);
CAIRN_LAZY(libcurl, curl_easy_getinfo);
CAIRN_LAZY(libcurl, curl_easy_init);
CAIRN_LAZY(libcurl, curl_easy_perform);
CAIRN_LAZY(libcurl, curl_easy_reset);
CAIRN_LAZY(libcurl, curl_easy_setopt);
CAIRN_LAZY(libcurl, curl_easy_strerror);
CAIRN_LAZY(libcurl, curl_global_init);
CAIRN_LAZY(libcurl, curl_slist_append);
CAIRN_LAZY(libcurl, curl_slist_free_all);

}  // namespace cairn::http_client
