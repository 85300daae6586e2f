#include <cmath>
#include <gtest/gtest.h>

#include "transfer/export_format.h"
#include "transfer/file_store_files.h"
#include "transfer/python_json.h"

namespace cairn::transfer {
namespace {

TEST(PythonJson, QuotesWhatIsNoNumberInJson) {
  EXPECT_EQ(quote_special_numbers(R"({"a": NaN, "b": [-Infinity, Infinity, 1]})"),
            R"({"a": "NaN", "b": ["-Infinity", "Infinity", 1]})");
  EXPECT_EQ(quote_special_numbers(R"({"NaN \" NaN": "Infinity\\"})"), R"({"NaN \" NaN": "Infinity\\"})");
}

TEST(FileStoreHistory, ReadsOldAndNewLines) {
  const auto points = parse_history("1000 0.5 3\n1001 nan 4\n999 7\n1000 0.5 3\n1002 -inf 5\n");
  ASSERT_TRUE(points.ok());
  ASSERT_EQ(points->size(), 4U) << "a point that stands there twice is one";
  EXPECT_EQ((*points)[0], (Point{3, 1000, 0.5, false}));
  EXPECT_TRUE((*points)[1].is_nan);
  EXPECT_EQ((*points)[2], (Point{0, 999, 7, false}));
  EXPECT_EQ((*points)[3].value, -std::numeric_limits<double>::max());
}

TEST(FileStoreHistory, SaysWhichLineIsWrong) {
  for (const char* wrong : {"1 2 3\nx 2 3\n", "1 2 3\n1\n", "1 2 3\n1 2 y\n"}) {
    const auto points = parse_history(wrong);
    ASSERT_FALSE(points.ok()) << wrong;
    EXPECT_NE(points.error().message().find("line 2"), std::string::npos) << points.error().message();
  }
}

TEST(FileStoreHistory, ReadsLoggedModelsMetrics) {
  const auto metrics = parse_model_metrics("m", "5 0.5 1 run\n6 0.25 2 run wine abc\n");
  ASSERT_TRUE(metrics.ok());
  EXPECT_EQ((*metrics)[0].dataset_name, std::nullopt);
  EXPECT_EQ((*metrics)[1].dataset_digest, "abc");
  EXPECT_FALSE(parse_model_metrics("m", "5 0.5 1\n").ok());
}

TEST(MetricsCsv, ComesBackEqual) {
  const std::vector<History> histories = {
      {"plain", {{1, 2, 0.1, false}, {-3, 4, 0, true}}},
      {"with, \"quotes\"\nand lines", {{5, 6, -std::numeric_limits<double>::max(), false}}},
      {"", {{0, 0, 5e-324, false}}},
  };
  const auto read = read_metrics_csv(write_metrics_csv(histories));
  ASSERT_TRUE(read.ok()) << read.error().message();
  ASSERT_EQ(read->size(), histories.size());
  for (std::size_t i = 0; i < histories.size(); ++i) {
    EXPECT_EQ((*read)[i].key, histories[i].key);
    EXPECT_EQ((*read)[i].points, histories[i].points);
  }
}

TEST(MetricsCsv, RefusesWhatIsCutOff) {
  const std::string whole = write_metrics_csv(std::vector<History>{{"a", {{1, 2, 0.5, false}, {2, 3, 0.25, false}}}});
  EXPECT_TRUE(read_metrics_csv(whole).ok());
  for (std::size_t length = 1; length + 1 < whole.size(); ++length) {
    const auto read = read_metrics_csv(whole.substr(0, whole.size() - length));
    EXPECT_TRUE(!read.ok() || read->empty() || read->front().points.size() == 1) << length;
  }
  EXPECT_FALSE(read_metrics_csv("key,step,timestamp,value\n\"a,1,2,3\n").ok());
}

}  // namespace
}  // namespace cairn::transfer
