#include "http/router.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <map>

#include "http/query.h"
#include "http/text.h"

namespace cairn::http {
namespace {

constexpr std::string_view kRestMark = "...}";

bool is_name(std::string_view segment) { return segment.size() > 2 && segment.front() == '{' && segment.back() == '}'; }

// "/a/b" is the segments "a", "b".
std::string_view without_root(std::string_view path) { return path.starts_with('/') ? path.substr(1) : path; }

constexpr std::size_t kMethods = static_cast<std::size_t>(Method::kOther) + 1;

// The routes of one pattern, by method.
struct Endpoint {
  std::unique_ptr<Route> by_method[kMethods];

  [[nodiscard]] const Route* find(Method method) const {
    const Route* own = by_method[static_cast<std::size_t>(method)].get();
    return own || method != Method::kHead ? own : find(Method::kGet);
  }
  [[nodiscard]] bool empty() const {
    return std::all_of(std::begin(by_method), std::end(by_method), [](const auto& route) { return !route; });
  }
};

}  // namespace

struct Router::Node {
  std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
  std::unique_ptr<Node> named;
  Endpoint here;
  Endpoint rest;  // of "{name...}" below this node

  [[nodiscard]] const Node* literal(std::string_view segment) const {
    const auto found =
        segment.find('%') == std::string_view::npos ? literals.find(segment) : literals.find(percent_decode(segment));
    return found == literals.end() ? nullptr : found->second.get();
  }

  // Offers every endpoint whose pattern fits, the most literal first, until `take` is content.
  template <class Take>
  bool visit(std::string_view path, bool at_end, std::vector<std::string_view>& params, const Take& take) const {
    if (at_end) return !here.empty() && take(here);
    std::string_view after = path;
    const std::string_view segment = cut(after, '/');
    const bool last = segment.size() == path.size();
    if (const Node* next = literal(segment); next && next->visit(after, last, params, take)) return true;
    if (segment.empty() && last) return false;
    if (named && !segment.empty()) {
      params.push_back(segment);
      if (named->visit(after, last, params, take)) return true;
      params.pop_back();
    }
    if (rest.empty()) return false;
    params.push_back(path);
    if (take(rest)) return true;
    params.pop_back();
    return false;
  }
};

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::add(Route route) {
  assert(route.pattern.starts_with('/') && route.handler);
  Node* node = root_.get();
  Endpoint* endpoint = nullptr;
  const std::string pattern = route.pattern;
  std::string_view left = without_root(pattern);
  for (bool last = false; !last;) {
    const std::size_t size = left.size();
    const std::string_view segment = cut(left, '/');
    last = segment.size() == size;
    if (is_name(segment) && segment.ends_with(kRestMark)) {
      assert(last && "nothing can follow a rest");
      endpoint = &node->rest;
      break;
    }
    auto& next = is_name(segment) ? node->named : node->literals[std::string(segment)];
    if (!next) next = std::make_unique<Node>();
    node = next.get();
    endpoint = &node->here;
  }
  auto& slot = endpoint->by_method[static_cast<std::size_t>(route.method)];
  assert(!slot && "two routes for one method and pattern");
  slot = std::make_unique<Route>(std::move(route));
}

Router::Match Router::match(Method method, std::string_view path) const {
  Match match;
  if (!path.starts_with('/')) return match;
  root_->visit(without_root(path), false, match.params, [&](const Endpoint& endpoint) {
    match.path_known = true;
    match.route = endpoint.find(method);
    return match.route != nullptr;
  });
  return match;
}

std::vector<Method> Router::methods(std::string_view path) const {
  std::vector<Method> served;
  if (!path.starts_with('/')) return served;
  std::vector<std::string_view> params;
  root_->visit(without_root(path), false, params, [&](const Endpoint& endpoint) {
    for (std::size_t i = 0; i < kMethods; ++i) {
      const auto method = static_cast<Method>(i);
      if (endpoint.find(method) && std::find(served.begin(), served.end(), method) == served.end()) {
        served.push_back(method);
      }
    }
    return false;
  });
  return served;
}

}  // namespace cairn::http
