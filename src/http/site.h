// What all connections of one server share.
#pragma once

#include <atomic>
#include <cstddef>
#include <optional>

#include "http/exchange.h"
#include "http/router.h"
#include "http/server.h"
#include "http/tls.h"
#include "http/worker_pool.h"

namespace cairn::http {

struct Site {
  // Constant while serving.
  ServerOptions options;
  Router router;
  Hooks hooks = default_hooks();
  std::optional<TlsContext> tls;

  // Three, so that neither slow uploads nor a slow disk keep other requests waiting.
  WorkerPool workers;
  WorkerPool streams;  // handlers that read a client's bytes as they come
  WorkerPool storage;  // Lane::kStorage; files and what producers make, on their way to clients

  std::atomic<bool> stopping{false};
  std::atomic<std::size_t> connections{0};

  Site(ServerOptions given, Router routes)
      : options(std::move(given)),
        router(std::move(routes)),
        workers(options.max_workers),
        streams(options.max_streams),
        storage(options.max_storage) {}
};

}  // namespace cairn::http
