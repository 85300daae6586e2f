#include "api/traffic.h"

#include <algorithm>
#include <fmt/format.h>

namespace cairn::api {

void Traffic::Endpoint::record(int status, std::chrono::nanoseconds spent) {
  by_status_class[static_cast<std::size_t>(std::clamp(status / 100, 1, 5) - 1)].add();
  seconds.observe(std::chrono::duration<double>(spent).count());
}

Traffic::Endpoint& Traffic::endpoint(std::string_view method, std::string_view path) {
  for (const auto& each : endpoints_) {
    if (each->method == method && each->path == path) return *each;
  }
  return *endpoints_.emplace_back(std::make_unique<Endpoint>(std::string(method), std::string(path)));
}

void Traffic::expose(Exposition& out) const {
  const auto used = [](const Endpoint& endpoint) { return endpoint.seconds.count() != 0; };
  const auto labels = [](const Endpoint& endpoint) {
    return fmt::format(R"(method="{}",endpoint="{}")", endpoint.method, endpoint.path);
  };
  out.family("cairn_http_requests_total", "counter", "Requests answered, by endpoint and class of status.");
  for (const auto& each : endpoints_) {
    for (std::size_t i = 0; i < each->by_status_class.size(); ++i) {
      const std::uint64_t count = each->by_status_class[i].value();
      if (count == 0) continue;
      out.sample("cairn_http_requests_total", fmt::format(R"({},status="{}xx")", labels(*each), i + 1),
                 static_cast<double>(count));
    }
  }
  out.family("cairn_http_request_seconds", "histogram", "Time from a request's last byte to its response.");
  for (const auto& each : endpoints_) {
    if (used(*each)) out.histogram("cairn_http_request_seconds", labels(*each), each->seconds);
  }
}

}  // namespace cairn::api
