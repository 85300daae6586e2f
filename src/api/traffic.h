// Counts and times of requests by endpoint and status, for /metrics.
#pragma once

#include <array>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "core/metrics.h"

namespace cairn::api {

class Traffic {
 public:
  struct Endpoint {
    Endpoint(std::string the_method, std::string the_path) : method(std::move(the_method)), path(std::move(the_path)) {}
    void record(int status, std::chrono::nanoseconds spent);

    std::string method;
    std::string path;                        // the pattern, without prefix
    std::array<Counter, 5> by_status_class;  // 1xx to 5xx
    Histogram seconds{50e-6};
  };

  // Before the server starts; the reference stays valid.
  Endpoint& endpoint(std::string_view method, std::string_view path);
  void expose(Exposition& out) const;

 private:
  std::vector<std::unique_ptr<Endpoint>> endpoints_;
};

}  // namespace cairn::api
