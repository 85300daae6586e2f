// What a small request costs the server in processor time. Load it from outside, for example
//   wrk -t1 -c64 -d5 http://127.0.0.1:5099/hello
// then interrupt it: it prints the cost of each request since the start.
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <fmt/format.h>
#include <sys/resource.h>
#include <thread>

#include "http/server.h"

namespace {

using namespace cairn::http;

double microseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_usec);
}

Router bench_router() {
  Router router;
  router.add({Method::kGet, "/hello", [](Request&) { return Response::of(200, "text/plain", "hello"); }});
  router.add({Method::kPost, "/echo",
              [](Request& request) { return Response::of(200, "application/json", std::move(request.body)); }});
  return router;
}

}  // namespace

int main(int argc, char** argv) {
  ServerOptions options;
  options.port = static_cast<std::uint16_t>(argc > 1 ? std::atoi(argv[1]) : 5099);
  if (argc > 3) {
    options.tls_cert = argv[2];
    options.tls_key = argv[3];
  }
  auto server = Server::open(std::move(options), bench_router());
  if (!server.ok()) {
    fmt::print(stderr, "{}\n", server.error().message());
    return EXIT_FAILURE;
  }
  std::atomic<std::uint64_t> requests{0};
  (*server)->on_response([&](const Request&, Response&, std::chrono::nanoseconds) { ++requests; });

  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread watcher([&] {
    int signal = 0;
    sigwait(&signals, &signal);
    (*server)->stop();
  });
  (*server)->run();
  watcher.join();

  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto count = static_cast<double>(std::max<std::uint64_t>(requests, 1));
  fmt::print("{} requests; for each {:.2f} us user + {:.2f} us system, {:.2f} waits\n", requests.load(),
             microseconds(usage.ru_utime) / count, microseconds(usage.ru_stime) / count,
             static_cast<double>(usage.ru_nvcsw) / count);
}
