#include "api/registry/webhook_endpoints.h"

#include <fmt/format.h>

#include "api/registry/webhook_messages.h"
#include "api/tracking/tracking_messages.h"

namespace cairn::api {
namespace {

using enum Check;
using http::Method;
using registry::DeliveryState;

// An entity or action that was not named, or is unknown, is 0: no event has it.
registry::WebhookEvent event_of(const EventFilter& filter) {
  return {filter.entity.value_or(registry::EventEntity{}), filter.action.value_or(registry::EventAction{})};
}

registry::WebhookValues values_of(WebhookRequest& request) {
  registry::WebhookValues values;
  values.name = std::move(request.name);
  values.description = std::move(request.description);
  values.url = std::move(request.url);
  for (const EventFilter& filter : request.events) values.events.push_back(event_of(filter));
  values.secret = std::move(request.secret);
  values.status = request.status;
  return values;
}

void forget_if_empty(std::optional<std::string>& text) {
  if (text == "") text.reset();
}

Result<WebhookResponse> create(Services& services, WebhookRequest& request) {
  registry::WebhookValues values = values_of(request);
  forget_if_empty(values.description);
  forget_if_empty(values.secret);
  return WebhookResponse{TRY(services.webhooks.create(values))};
}

Result<WebhookResponse> get(Services& services, const PathNames& path) {
  return WebhookResponse{TRY(services.webhooks.get(path[0]))};
}

Result<ListWebhooksResponse> list(Services& services, ListWebhooksRequest& request) {
  auto page = TRY(services.webhooks.list(request.max_results, request.page_token));
  ListWebhooksResponse response{std::move(page.items), {}};
  if (!page.next_token.empty()) response.next_page_token = std::move(page.next_token);
  return response;
}

// An empty description or secret replaces the one there is; an empty name or URL does not.
Result<WebhookResponse> update(Services& services, const PathNames& path, WebhookRequest& request) {
  registry::WebhookValues values = values_of(request);
  forget_if_empty(values.name);
  forget_if_empty(values.url);
  return WebhookResponse{TRY(services.webhooks.update(path[0], values))};
}

Result<Empty> remove(Services& services, const PathNames& path) {
  TRY(services.webhooks.remove(path[0]));
  return Empty{};
}

Result<TestWebhookResponse> test(Services& services, const PathNames& path, TestWebhookRequest& request) {
  const auto event = request.event ? std::optional(event_of(*request.event)) : std::nullopt;
  return TestWebhookResponse{TRY(services.webhooks.try_out(path[0], event))};
}

Result<std::optional<DeliveryState>> state_of(std::string_view text) {
  if (text.empty()) return std::optional<DeliveryState>();
  for (DeliveryState state : {DeliveryState::kPending, DeliveryState::kDelivered, DeliveryState::kFailed}) {
    if (registry::name(state) == text) return std::optional(state);
  }
  return invalid_parameter(fmt::format("state is 'pending', 'delivered' or 'failed', not '{}'.", text));
}

Result<ListDeliveriesResponse> list_deliveries(Services& services, ListDeliveriesRequest& request) {
  auto page = TRY(services.webhooks.deliveries(
      {request.webhook_id, TRY(state_of(request.state)), request.max_results, request.page_token}));
  ListDeliveriesResponse response{std::move(page.items), {}};
  if (!page.next_token.empty()) response.next_page_token = std::move(page.next_token);
  return response;
}

// For what waits for a name server, or for a receiver.
Endpoint waiting(Endpoint endpoint) {
  endpoint.lane = http::Lane::kStorage;
  return endpoint;
}

}  // namespace

std::vector<Endpoint> webhook_endpoints() {
  const Rule description = rule("description", {kString});
  const Rule secret = rule("secret", {kString});
  const Rule status = rule("status", {kString});
  const Rule page_token = rule("page_token", {kString});
  return {
      waiting(endpoint(Method::kPost, Mount::kMlflow2, "/webhooks",
                       {rule("name", {kString, kRequired}), rule("url", {kString, kRequired}),
                        rule("events", {kArray, kRequired}), description, secret, status},
                       create)),
      endpoint(Method::kGet, Mount::kMlflow2, "/webhooks", {rule("max_results", {kIntLike}), page_token}, list),
      endpoint(Method::kGet, Mount::kMlflow2, "/webhooks/{webhook_id}", get),
      waiting(endpoint(
          Method::kPatch, Mount::kMlflow2, "/webhooks/{webhook_id}",
          {rule("name", {kString}), description, rule("url", {kString}), rule("events", {kArray}), secret, status},
          update)),
      endpoint(Method::kDelete, Mount::kMlflow2, "/webhooks/{webhook_id}", remove),
      waiting(endpoint(Method::kPost, Mount::kMlflow2, "/webhooks/{webhook_id}/test", {}, test)),
      endpoint(Method::kGet, Mount::kCairn, "/webhooks/deliveries", {rule("max_results", {kIntLike}), page_token},
               list_deliveries),
  };
}

void expose_webhooks(registry::Webhooks& webhooks, Exposition& out) {
  const registry::WebhookStats& stats = webhooks.stats();
  out.family("cairn_webhook_attempts_total", "counter",
             "Attempts to deliver to a webhook: taken by it, to be tried again, or the last of a delivery given up.");
  out.sample("cairn_webhook_attempts_total", R"(outcome="delivered")", static_cast<double>(stats.delivered.value()));
  out.sample("cairn_webhook_attempts_total", R"(outcome="retried")", static_cast<double>(stats.retried.value()));
  out.sample("cairn_webhook_attempts_total", R"(outcome="failed")", static_cast<double>(stats.failed.value()));
  out.family("cairn_webhook_attempt_seconds", "histogram", "Time of an attempt, from the connection to the answer.");
  out.histogram("cairn_webhook_attempt_seconds", {}, stats.attempt_seconds);
  if (const auto pending = webhooks.pending_deliveries(); pending.ok()) {
    out.family("cairn_webhook_deliveries_pending", "gauge", "Deliveries in the queue.");
    out.sample("cairn_webhook_deliveries_pending", {}, static_cast<double>(*pending));
  }
}

}  // namespace cairn::api
