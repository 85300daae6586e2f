#include <algorithm>
#include <fmt/format.h>
#include <limits>

#include "api/tracking/tracking_endpoints.h"
#include "api/tracking/tracking_messages.h"
#include "api/wire/request_check.h"
#include "core/json_text.h"
#include "http/query.h"
#include "search/page_token.h"

namespace cairn::api {
namespace {

using enum Check;
using http::Method;
using tracking::Point;

constexpr std::int64_t kMostBulkPoints = 25000;
constexpr std::size_t kMostBulkRuns = 100;
constexpr std::int64_t kMostSampledPoints = 2500;

double value_of(const Point& point) { return point.is_nan ? std::numeric_limits<double>::quiet_NaN() : point.value; }

Result<GetMetricHistoryResponse> get_history(Services& services, GetMetricHistoryRequest& request) {
  if (request.max_results && *request.max_results <= 0) {
    return invalid_parameter(fmt::format(
        "Invalid value {} for parameter 'max_results' supplied. It must be a positive integer.", *request.max_results));
  }
  const std::int64_t offset = TRY(search::read_page_token(request.page_token));
  const std::string& run_id = request.run_id.empty() ? request.run_uuid : request.run_id;
  const std::optional<std::int64_t> limit = request.max_results;
  const auto page = TRY(services.database.read([&](db::Connection& connection) {
    return services.history.read(connection, {run_id, request.metric_key}, offset, limit);
  }));
  GetMetricHistoryResponse response;
  response.metrics.reserve(page.points.size());
  for (const Point& point : page.points) {
    response.metrics.push_back({request.metric_key, value_of(point), point.timestamp, point.step});
  }
  if (page.more) response.next_page_token = search::make_page_token(offset + *limit);
  return response;
}

// Not one of the protocol's messages: MLflow's handler reads the query and writes JSON by hand, so this does too.
http::Response get_history_bulk(Services& services, http::Request& request) {
  std::vector<std::string> run_ids;
  std::optional<std::string> key;
  std::int64_t limit = kMostBulkPoints;
  for (auto& [name, value] : http::parse_query(request.query())) {
    if (name == "run_id") {
      run_ids.push_back(std::move(value));
    } else if (name == "metric_key" && !key) {
      key = std::move(value);
    } else if (name == "max_results") {
      const auto number = integer_of(value);
      if (!number) {
        return error_response(invalid_parameter(fmt::format(
            "Invalid value {} for parameter 'max_results' supplied: an integer is needed.", ascii_json_string(value))));
      }
      limit = std::min(*number, kMostBulkPoints);
    }
  }
  if (run_ids.empty()) {
    return error_response(invalid_parameter("GetMetricHistoryBulk request must specify at least one run_id."));
  }
  if (run_ids.size() > kMostBulkRuns) {
    return error_response(
        invalid_parameter(fmt::format("GetMetricHistoryBulk request cannot specify more than {} run_ids. Received {} "
                                      "run_ids.",
                                      kMostBulkRuns, run_ids.size())));
  }
  if (!key) return error_response(invalid_parameter("GetMetricHistoryBulk request must specify a metric_key."));

  const auto histories = services.database.read(
      [&](db::Connection& connection) { return services.history.read_bulk(connection, run_ids, *key, limit); });
  if (!histories.ok()) return error_response(histories.error());

  std::string quoted_key;
  write_json_string(*key, quoted_key);
  std::string body = R"({"metrics":[)";
  for (const tracking::RunHistory& history : *histories) {
    for (const Point& point : history.points) {
      if (body.back() == '}') body += ',';
      body += fmt::format(R"({{"key":{},"run_id":"{}","step":{},"timestamp":{},"value":)", quoted_key, history.run_id,
                          point.step, point.timestamp);
      if (point.is_nan)
        body += "NaN";  // bare, as MLflow's web app expects it
      else
        write_json_double(point.value, body);
      body += '}';
    }
  }
  return json_response(body + "]}");
}

}  // namespace

Result<GetMetricHistoryBulkIntervalResponse> get_history_bulk_interval(Services& services,
                                                                       GetMetricHistoryBulkIntervalRequest& request) {
  tracking::StepRange steps;
  if (request.start_step && request.end_step) {
    if (*request.start_step > *request.end_step) {
      return invalid_parameter(
          fmt::format("end_step must be greater than start_step. Found start_step={} and end_step={}.",
                      *request.start_step, *request.end_step));
    }
    steps = {*request.start_step, *request.end_step};
  } else if (request.start_step || request.end_step) {
    return invalid_parameter("If either start step or end step are specified, both must be specified.");
  }
  const std::int64_t most = request.max_results.value_or(kMostSampledPoints);
  return services.database.read([&](db::Connection& connection) -> Result<GetMetricHistoryBulkIntervalResponse> {
    GetMetricHistoryBulkIntervalResponse response;
    for (const std::string& run_id : request.run_ids) {
      for (const Point& point : TRY(services.history.sample(connection, {run_id, request.metric_key}, most, steps))) {
        response.metrics.push_back({request.metric_key, value_of(point), point.timestamp, point.step, run_id});
      }
    }
    return response;
  });
}

std::vector<Endpoint> metric_endpoints() {
  return {
      endpoint(Method::kGet, Mount::kMlflow2, "/metrics/get-history",
               {rule("run_id", {kString, kRequired}), rule("metric_key", {kString, kRequired}),
                rule("page_token", {kString})},
               get_history),
      {Method::kGet, Mount::kAjax2, "/metrics/get-history-bulk", get_history_bulk},
      endpoint(
          Method::kGet, Mount::kMlflow2, "/metrics/get-history-bulk-interval",
          {rule("run_ids", {kRequired, kArray, kStringItems, kWithin}, 0, kMostBulkRuns,
                "GetMetricHistoryBulkInterval request must specify at most 100 run_ids. Received {} run_ids."),
           rule("metric_key", {kRequired, kString}), rule("start_step", {kIntLike}), rule("end_step", {kIntLike}),
           rule("max_results", {kIntLike, kWithin}, 1, kMostSampledPoints, "max_results must be between 1 and 2500.")},
          get_history_bulk_interval),
  };
}

}  // namespace cairn::api
