#include "http/server.h"

#include <csignal>
#include <exception>
#include <fmt/format.h>
#include <thread>
#include <utility>
#include <vector>

#include "http/listener.h"
#include "http/shard.h"
#include "http/site.h"

namespace cairn::http {
namespace {

// Those turned away at one time who still get a 503; any more find the connection closed.
constexpr std::size_t kTurnedAwayAtOnce = 256;

Status check(const ServerOptions& options) {
  if (options.tls_cert.empty() != options.tls_key.empty()) {
    return invalid_parameter("TLS needs a certificate and its key: only one of the two is given.");
  }
  return {};
}

}  // namespace

struct Server::Impl {
  Impl(ServerOptions options, Router router) : site(std::move(options), std::move(router)) {
    for (unsigned i = 0; i < std::max(site.options.io_threads, 1u); ++i) {
      shards.push_back(std::make_unique<Shard>(site));
    }
  }

  void listen(Fd socket) {
    listeners.push_back(std::make_shared<Listener>(
        shards.front()->loop(), std::move(socket),
        [this](Fd accepted, std::string peer) { accept(std::move(accepted), std::move(peer)); },
        [this](std::string_view line) { site.hooks.failure(line); }));
  }

  void accept(Fd socket, std::string peer) {
    const std::size_t limit = site.options.max_connections;
    const std::size_t open = site.connections.load();
    if (open >= limit + kTurnedAwayAtOnce) return;
    const auto admission = open >= limit ? Connection::Admission::kTurnedAway : Connection::Admission::kServed;
    ++site.connections;
    Shard& shard = *shards[next_shard++ % shards.size()];
    // std::function wants what can be copied.
    auto shared = std::make_shared<Fd>(std::move(socket));
    shard.loop().dispatch([&shard, shared, peer = std::move(peer), admission]() mutable {
      shard.adopt(std::move(*shared), std::move(peer), admission);
    });
  }

  Site site;
  std::vector<std::unique_ptr<Shard>> shards;
  std::vector<std::shared_ptr<Listener>> listeners;  // live on the first shard
  std::uint16_t port = 0;
  std::size_t next_shard = 0;
};

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::open(ServerOptions options, Router router) {
  TRY(check(options));
  std::optional<TlsContext> tls;
  if (!options.tls_cert.empty()) tls = TRY(TlsContext::open(options.tls_cert, options.tls_key));
  std::vector<Fd> sockets = TRY(listen_on(options.host, options.port));

  // Neither sendfile() nor OpenSSL can be told otherwise that a closed connection is no reason to die.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    auto impl = std::make_unique<Impl>(std::move(options), std::move(router));
    impl->site.tls = std::move(tls);
    impl->port = port_of(sockets.front());
    for (Fd& socket : sockets) impl->listen(std::move(socket));
    return std::unique_ptr<Server>(new Server(std::move(impl)));
  } catch (const std::exception& error) {
    return internal_error(fmt::format("Cannot start the server: {}.", error.what()));
  }
}

std::uint16_t Server::port() const { return impl_->port; }

void Server::on_no_route(std::function<Response(const Request&, const Router::Match&)> handler) {
  impl_->site.hooks.no_route = std::move(handler);
}
void Server::on_refusal(std::function<Response(int, std::string_view)> handler) {
  impl_->site.hooks.refusal = std::move(handler);
}
void Server::on_request(std::function<bool(const Request&, Response&)> filter) {
  impl_->site.hooks.filter = std::move(filter);
}
void Server::on_response(std::function<void(const Request&, Response&, std::chrono::nanoseconds)> observer) {
  impl_->site.hooks.observer = std::move(observer);
}
void Server::on_failure(std::function<void(std::string_view)> log) { impl_->site.hooks.failure = std::move(log); }

void Server::run() {
  Shard& first = *impl_->shards.front();
  for (const auto& listener : impl_->listeners) first.loop().post([listener] { listener->start(); });
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < impl_->shards.size(); ++i) {
    others.emplace_back([shard = impl_->shards[i].get()] { shard->loop().run(); });
  }
  first.loop().run();
  others.clear();
  impl_->site.workers.stop();
  impl_->site.streams.stop();
  impl_->site.storage.stop();
}

void Server::stop() {
  if (impl_->site.stopping.exchange(true)) return;
  impl_->shards.front()->loop().post([this] {
    for (const auto& listener : impl_->listeners) listener->close();
    // Behind all that was accepted for them.
    for (const auto& shard : impl_->shards) shard->loop().post([&shard] { shard->begin_stop(); });
  });
}

}  // namespace cairn::http
