// MLflow's REST API from the other side: typed requests out, typed responses or MLflow's errors back.
//
//   client::Connection connection = ...;
//   const auto found = TRY(connection.call(client::kGetRun, {.run_id = id}));
//
// Any thread may call. operations.h lists what can be called.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/wire/message.h"
#include "client/transport.h"
#include "core/result.h"

namespace cairn::client {

// One endpoint, as a client sees it.
template <class Request, class Response>
struct Operation {
  http::Method method;
  std::string_view path;
  Repeat repeat = Repeat::kSafe;
};

class Connection {
 public:
  explicit Connection(std::shared_ptr<Transport> transport) : transport_(std::move(transport)) {}

  template <class Request, class Response>
  Result<Response> call(const Operation<Request, Response>& operation, const Request& request) const {
    Response response;
    TRY(exchange({operation.method, operation.path, operation.repeat}, *api::message_type<Request>(), &request,
                 *api::message_type<Response>(), &response));
    return response;
  }

  // For what is no typed message: files, pages. A status that is no success is an Error here.
  Result<Answer> send(Call call, BodySink* sink = nullptr) const;

  // All calls of this connection, and of copies made of it from now on, end early when that is asked for.
  void stop_with(std::stop_token stop) { stop_ = std::move(stop); }

  [[nodiscard]] Transport& transport() const { return *transport_; }
  [[nodiscard]] const std::string& name() const { return transport_->name(); }

 private:
  struct Endpoint {
    http::Method method;
    std::string_view path;
    Repeat repeat;
  };
  Status exchange(const Endpoint& endpoint, const api::MessageType& request_type, const void* request,
                  const api::MessageType& response_type, void* response) const;

  std::shared_ptr<Transport> transport_;
  std::stop_token stop_;
};

// All pages of a search, up to `limit` items in all (0: no limit).
template <class Request, class Response, class Item>
Result<std::vector<Item>> collect(const Connection& connection, const Operation<Request, Response>& search,
                                  Request request, std::vector<Item> Response::* items, std::size_t limit = 0) {
  std::vector<Item> all;
  while (true) {
    Response page = TRY(connection.call(search, request));
    for (Item& item : page.*items) {
      all.push_back(std::move(item));
      if (all.size() == limit) return all;
    }
    if (page.next_page_token.value_or("").empty()) return all;
    request.page_token = std::move(*page.next_page_token);
  }
}

}  // namespace cairn::client
