#include "client/router_transport.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <unistd.h>
#include <utility>

#include "http/fd.h"

namespace cairn::client {
namespace {

class Collect final : public http::BodyWriter {
 public:
  explicit Collect(std::string& to) : to_(to) {}
  Status write(std::string_view bytes) override {
    to_ += bytes;
    return {};
  }

 private:
  std::string& to_;
};

Status copy(const http::FileRange& range, http::BodyWriter& to) {
  const http::Fd file(range.fd);
  std::array<char, 64 * 1024> piece;
  for (std::uint64_t done = 0; done < range.length;) {
    const std::size_t wanted = std::min<std::uint64_t>(piece.size(), range.length - done);
    const ::ssize_t count = ::pread(file.get(), piece.data(), wanted, static_cast<::off_t>(range.offset + done));
    if (count < 0) return internal_error(fmt::format("a file cannot be read: {}", std::strerror(errno)));
    if (count == 0) return Error(ErrorCode::kDataLoss, "a file has ended before its end");
    TRY(to.write({piece.data(), static_cast<std::size_t>(count)}));
    done += static_cast<std::uint64_t>(count);
  }
  return {};
}

struct WriteBody {
  http::BodyWriter& to;
  Status operator()(const std::string& text) const { return to.write(text); }
  Status operator()(const http::FileRange& range) const { return copy(range, to); }
  Status operator()(const http::Producer& produce) const { return produce(to); }
  Status operator()(const http::SizedProducer& sized) const { return sized.produce(to); }
  Status operator()(const std::shared_ptr<http::EventFeed>&) const {
    return Error(ErrorCode::kNotImplemented, "events come from a server only");
  }
};

class RouterTransport final : public Transport {
 public:
  RouterTransport(http::Router router, std::shared_ptr<void> keeps_alive, std::string name)
      : keeps_alive_(std::move(keeps_alive)), router_(std::move(router)), name_(std::move(name)) {}

  Result<Answer> send(const Call& call, BodySink* sink) override {
    http::Request request;
    request.method = call.method;
    request.target = call.target;
    if (!call.body.empty() || call.stream) request.headers.add("Content-Type", std::string(call.content_type));
    request.body = call.body;
    request.stream = call.stream;
    if (call.stream_length) request.headers.add("Content-Length", fmt::to_string(*call.stream_length));
    http::Router::Match match = router_.match(request.method, request.path());
    if (!match.route) return Answer{.status = match.path_known ? 405 : 404, .headers = {}, .body = {}};
    request.params = std::move(match.params);

    http::Response response = match.route->handler(request);
    Answer answer{.status = response.status, .headers = std::move(response.headers), .body = {}};
    if (sink && answer.succeeded()) {
      TRY(sink->begin(answer));
      TRY(std::visit(WriteBody{*sink}, response.body));
    } else {
      Collect all(answer.body);
      TRY(std::visit(WriteBody{all}, response.body));
    }
    return answer;
  }

  [[nodiscard]] const std::string& name() const override { return name_; }

 private:
  const std::shared_ptr<void> keeps_alive_;  // outlives the router
  const http::Router router_;
  const std::string name_;
};

}  // namespace

std::shared_ptr<Transport> make_router_transport(http::Router router, std::shared_ptr<void> keeps_alive,
                                                 std::string name) {
  return std::make_shared<RouterTransport>(std::move(router), std::move(keeps_alive), std::move(name));
}

}  // namespace cairn::client
