// Method and path to handler. Patterns are literal segments, {name} for one segment, {name...} for the rest of the path
// (which may hold slashes, and may not be empty). Literals win over names. Constant after start.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace cairn::http {

enum class BodyMode { kWhole, kStream };

// On whose threads a handler runs, so that slow ones only wait for each other. One that streams has a lane of its own.
enum class Lane : std::uint8_t {
  kQuick,
  kStorage,  // may wait for a disk, or for a store behind a network
};

struct Route {
  Method method;
  std::string pattern;
  Handler handler;
  BodyMode body = BodyMode::kWhole;
  Lane lane = Lane::kQuick;
};

class Router {
 public:
  struct Match {
    const Route* route = nullptr;  // null: nothing serves this method and path
    bool path_known = false;       // another method is served there (405, not 404)
    std::vector<std::string_view> params;
  };

  Router();
  ~Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;

  void add(Route route);
  [[nodiscard]] Match match(Method method, std::string_view path) const;
  // The methods served at a path, for Allow headers.
  [[nodiscard]] std::vector<Method> methods(std::string_view path) const;

 private:
  struct Node;
  std::unique_ptr<Node> root_;
};

}  // namespace cairn::http
