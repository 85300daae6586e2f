#include <cmath>
#include <gtest/gtest.h>
#include <random>

#include "api/tracking/tracking_messages.h"
#include "api/wire/json_reader.h"
#include "api/wire/json_writer.h"

namespace cairn::api {
namespace {

using enum Check;

template <class T>
Status read(std::string body, T& message, std::vector<Rule> rules = {}) {
  return read_json(body, *message_type<T>(), &message, rules);
}

template <class T>
std::string error_of(std::string body, std::vector<Rule> rules = {}) {
  T message;
  const Status status = read(std::move(body), message, std::move(rules));
  return status.ok() ? "" : status.error().message();
}

TEST(JsonReader, ReadsNumbersTextAndLists) {
  LogBatchRequest batch;
  ASSERT_TRUE(read(R"({"run_id":"r","metrics":[{"key":"a","value":0.5,"timestamp":"7","step":-3},
                       {"step":2.0,"timestamp":1,"value":"NaN","key":"b"}],"tags":[]})",
                   batch)
                  .ok());
  ASSERT_EQ(batch.metrics.size(), 2u);
  EXPECT_EQ(batch.metrics[0].timestamp, 7);
  EXPECT_EQ(batch.metrics[0].step, -3);
  EXPECT_TRUE(std::isnan(batch.metrics[1].value));
  EXPECT_EQ(batch.metrics[1].step, 2);
}

TEST(JsonReader, KeepsAllDigitsOf64Bits) {
  LogMetricRequest metric;
  ASSERT_TRUE(read(R"({"timestamp":9223372036854775807,"step":"-9223372036854775808"})", metric).ok());
  EXPECT_EQ(metric.timestamp, INT64_MAX);
  EXPECT_EQ(metric.step, INT64_MIN);
}

TEST(JsonReader, AcceptsCamelCaseAndIgnoresWhatItDoesNotKnow) {
  UpdateRunRequest update;
  ASSERT_TRUE(read(R"({"runId":"r","endTime":5,"status":"FAILED","novel":{"x":[1,{}]}})", update).ok());
  EXPECT_EQ(update.run_id, "r");
  EXPECT_EQ(update.end_time, 5);
  EXPECT_EQ(update.status, tracking::RunStatus::kFailed);
}

TEST(JsonReader, NullAndUnknownEnumNamesLeaveFieldsUnset) {
  UpdateRunRequest update;
  ASSERT_TRUE(read(R"({"run_id":"r","end_time":null,"status":"NOPE"})", update).ok());
  EXPECT_FALSE(update.end_time);
  EXPECT_FALSE(update.status);
}

TEST(JsonReader, RefusesAnEnumNumberThatIsNone) { EXPECT_NE(error_of<UpdateRunRequest>(R"({"status":99})"), ""); }

TEST(JsonReader, NamesTheFirstMissingField) {
  const std::vector<Rule> rules = {rule("run_id", {kRequired, kString}), rule("key", {kRequired, kString})};
  EXPECT_EQ(error_of<LogMetricRequest>(R"({"run_id":""})", rules),
            "Missing value for required parameter 'run_id'. See the API docs for more information about request "
            "parameters.");
  EXPECT_EQ(error_of<LogMetricRequest>(R"({"run_uuid":"r"})", rules),
            "Missing value for required parameter 'key'. See the API docs for more information about request "
            "parameters.");
}

TEST(JsonReader, NamesTheItemThatLacksAField) {
  EXPECT_EQ(error_of<LogBatchRequest>(R"({"metrics":[{"key":"a","value":1,"timestamp":1},{"key":"b","timestamp":1}]})",
                                      {rule("metrics", {kArray, kItemsRequired})}),
            "Missing value for required parameter 'metrics[1].value'. See the API docs for more information about "
            "request parameters.");
}

TEST(JsonReader, SaysWhatCannotBeRead) {
  EXPECT_EQ(error_of<LogMetricRequest>(R"({"run_id":"r","timestamp":1.5})", {rule("run_id", {kRequired})}),
            "Invalid value 1.5 for parameter 'timestamp' supplied:  Hint: Value was of type 'float'. See the API docs "
            "for more information about request parameters.");
  EXPECT_EQ(
      error_of<LogBatchRequest>(R"({"params":[{"key":"k","value":2}]})"),
      "Invalid value 2 for parameter 'params[0].value' supplied:  Hint: Value was of type 'int'. See the API docs "
      "for more information about request parameters.");
}

TEST(JsonReader, RefusesNumbersThatDoNotFit) {
  for (const char* number :
       {"9223372036854775808", "-9223372036854775809", "1e30", "\"+5\"", "\" 5\"", "\"0x5\"", "true"}) {
    EXPECT_NE(error_of<LogMetricRequest>(std::string(R"({"step":)") + number + "}"), "") << number;
  }
}

TEST(JsonReader, RefusesBothSpellingsOfAName) {
  EXPECT_EQ(error_of<LogMetricRequest>(R"({"run_id":"a","runId":"b"})"),
            "Request specifies both 'run_id' and 'runId'; provide only one of them.");
}

TEST(JsonReader, TakesBrokenTextForAnEmptyObject) {
  for (const char* text : {"", "{", "{\"max_results\": 5", "{\"max_results\": 5} x", "nonsense"}) {
    SearchRunsRequest request;
    EXPECT_TRUE(read(text, request).ok()) << text;
    EXPECT_EQ(request.max_results, 1000) << text;
  }
}

TEST(JsonReader, DecodesJsonWithinAJsonString) {
  ExperimentIdRequest request;
  ASSERT_TRUE(read(R"("{\"experiment_id\": \"7\"}")", request).ok());
  EXPECT_EQ(request.experiment_id, "7");
}

TEST(JsonReader, AnyTextEndsInAMessageOrAnError) {
  std::mt19937 random(7);
  const std::string alphabet = R"({}[]",:\0123456789.eE+-truefalsnkyvmi)";
  for (int i = 0; i < 20'000; ++i) {
    std::string text = "{\"metrics\":[{\"key\":";
    const std::size_t length = random() % 40;
    for (std::size_t n = 0; n < length; ++n) text += alphabet[random() % alphabet.size()];
    LogBatchRequest batch;
    const Status status = read(text, batch);
    EXPECT_TRUE(status.ok() || !status.error().message().empty());
  }
}

TEST(JsonWriter, WritesSetFieldsAndLeavesOutEmptyOnes) {
  tracking::Run run;
  run.info.run_id = "r";
  run.info.start_time = 0;
  run.data.params.push_back({"p", ""});
  const std::string json = to_json(run);
  EXPECT_NE(json.find(R"("run_uuid":"r")"), std::string::npos);
  EXPECT_NE(json.find(R"("start_time":0)"), std::string::npos);
  EXPECT_NE(json.find(R"("params":[{"key":"p","value":""}])"), std::string::npos);
  EXPECT_NE(json.find(R"("inputs":{})"), std::string::npos);
  for (const char* absent : {"end_time", "metrics", "outputs"}) EXPECT_EQ(json.find(absent), std::string::npos);
}

TEST(JsonRoundTrip, GeneratedBatchesComeBackEqual) {
  std::mt19937_64 random(3);
  for (int i = 0; i < 500; ++i) {
    tracking::RunData sent;
    for (std::size_t n = random() % 5; n > 0; --n) {
      std::string key;
      for (std::size_t c = random() % 12; c > 0; --c) key += static_cast<char>(random() % 128);
      const double value = static_cast<double>(static_cast<std::int64_t>(random())) / 3;
      sent.metrics.push_back({key, value, static_cast<std::int64_t>(random()), static_cast<std::int64_t>(random())});
    }
    tracking::RunData received;
    ASSERT_TRUE(read(to_json(sent), received).ok());
    ASSERT_EQ(received.metrics.size(), sent.metrics.size());
    for (std::size_t n = 0; n < sent.metrics.size(); ++n) {
      EXPECT_EQ(received.metrics[n].key, sent.metrics[n].key);
      EXPECT_EQ(received.metrics[n].value, sent.metrics[n].value);
      EXPECT_EQ(received.metrics[n].timestamp, sent.metrics[n].timestamp);
      EXPECT_EQ(received.metrics[n].step, sent.metrics[n].step);
    }
  }
}

TEST(QueryReader, ReadsRepeatedFieldsAndSaysWhatItCannotRead) {
  GetMetricHistoryBulkIntervalRequest request;
  const QueryFields query = {{"run_ids", "a"}, {"run_ids", "b"}, {"metric_key", "m"}, {"max_results", "x"}};
  const std::vector<Rule> rules = {rule("run_ids", {kRequired, kArray}), rule("max_results", {kIntLike})};
  const Status status = read_query(query, *message_type<GetMetricHistoryBulkIntervalRequest>(), &request, rules);
  EXPECT_EQ(request.run_ids, (std::vector<std::string>{"a", "b"}));
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(
      status.error().message(),
      "Invalid value \"x\" for parameter 'max_results' supplied:  Hint: Value was of type 'str'. See the API docs "
      "for more information about request parameters.");
}

}  // namespace
}  // namespace cairn::api
