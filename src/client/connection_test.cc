#include "client/connection.h"

#include <gtest/gtest.h>

#include "client/operations.h"
#include "client/router_transport.h"

namespace cairn::client {
namespace {

http::Response json(std::string body) { return http::Response::of(200, "application/json", std::move(body)); }

// A server of one route, which remembers what it was asked.
struct Imposter {
  std::string target;
  std::string body;

  Connection connection(http::Method method, std::string path, http::Response response) {
    http::Router router;
    router.add({method, std::move(path), [this, response](http::Request& request) {
                  target = request.target;
                  body = request.body;
                  return response;
                }});
    return Connection(make_router_transport(std::move(router), nullptr, "test:"));
  }
};

TEST(Connection, WhatIsReadIsAskedForInTheQuery) {
  Imposter server;
  const auto connection = server.connection(kGet, "/api/2.0/mlflow/experiments/get-by-name",
                                            json(R"({"experiment":{"experiment_id":"7","name":"a b&c"}})"));
  const auto found = connection.call(kGetExperimentByName, {.experiment_name = "a b&c"});
  ASSERT_TRUE(found.ok()) << found.error().message();
  EXPECT_EQ(server.target, "/api/2.0/mlflow/experiments/get-by-name?experiment_name=a%20b%26c");
  EXPECT_EQ(found->experiment.experiment_id, "7");
}

TEST(Connection, ListsAreRepeatedInTheQuery) {
  Imposter server;
  const auto connection =
      server.connection(kGet, "/api/2.0/mlflow/metrics/get-history-bulk-interval", json(R"({"metrics":[]})"));
  api::GetMetricHistoryBulkIntervalRequest request;
  request.run_ids = {"a", "b"};
  request.metric_key = "m";
  ASSERT_TRUE(connection.call(kSampleMetricHistory, request).ok());
  EXPECT_TRUE(server.target.ends_with("?run_ids=a&run_ids=b&metric_key=m")) << server.target;
}

TEST(Connection, TextThatIsNotSetIsNotSent) {
  Imposter server;
  const auto connection = server.connection(kPost, "/api/2.0/mlflow/runs/log-metric", json("{}"));
  api::LogMetricRequest request;
  request.run_id = "r";
  request.key = "k";
  request.value = 0.5;
  ASSERT_TRUE(connection.call(kLogMetric, request).ok());
  EXPECT_EQ(server.body, R"({"run_id":"r","key":"k","value":0.5,"timestamp":0,"step":0})");
}

TEST(Connection, AnErrorKeepsItsCodeAndText) {
  Imposter server;
  const auto connection = server.connection(
      kGet, "/api/2.0/mlflow/runs/get",
      http::Response::of(404, "application/json", R"({"error_code":"RESOURCE_DOES_NOT_EXIST","message":"no run"})"));
  const auto run = connection.call(kGetRun, {.run_id = "x", .run_uuid = {}});
  ASSERT_FALSE(run.ok());
  EXPECT_EQ(run.error().code(), ErrorCode::kResourceDoesNotExist);
  EXPECT_EQ(run.error().message(), "no run");
}

TEST(Connection, APageIsNoMlflowServer) {
  Imposter server;
  const auto connection =
      server.connection(kGet, "/api/2.0/mlflow/runs/get", http::Response::of(200, "text/html", "<html>"));
  const auto run = connection.call(kGetRun, {.run_id = "x", .run_uuid = {}});
  ASSERT_FALSE(run.ok());
  EXPECT_EQ(run.error().code(), ErrorCode::kEndpointNotFound);
}

TEST(Connection, WhatNobodyServesIsAnErrorThatNamesIt) {
  Imposter server;
  const auto connection = server.connection(kGet, "/other", json("{}"));
  const auto run = connection.call(kGetRun, {.run_id = "x", .run_uuid = {}});
  ASSERT_FALSE(run.ok());
  EXPECT_EQ(run.error().message(), "test: answered GET /api/2.0/mlflow/runs/get with status 404");
}

TEST(Connection, CollectGoesThroughAllPages) {
  int asked = 0;
  http::Router router;
  router.add({kPost, "/api/2.0/mlflow/runs/search", [&asked](http::Request& request) {
                ++asked;
                return request.body.find("page_token") == std::string::npos
                           ? json(R"({"runs":[{"info":{"run_id":"a"}}],"next_page_token":"n"})")
                           : json(R"({"runs":[{"info":{"run_id":"b"}}]})");
              }});
  const Connection connection(make_router_transport(std::move(router), nullptr, "test:"));
  const auto runs = collect(connection, kSearchRuns, {}, &api::SearchRunsResponse::runs);
  ASSERT_TRUE(runs.ok()) << runs.error().message();
  ASSERT_EQ(runs->size(), 2U);
  EXPECT_EQ((*runs)[1].info.run_id, "b");
  EXPECT_EQ(collect(connection, kSearchRuns, {}, &api::SearchRunsResponse::runs, 1)->size(), 1U);
  EXPECT_EQ(asked, 3);
}

}  // namespace
}  // namespace cairn::client
