#include "artifacts/s3_upload_arguments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cairn::artifacts {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

TEST(S3UploadArguments, BecomeHeaders) {
  EXPECT_TRUE(parse_upload_arguments("")->empty());
  EXPECT_TRUE(parse_upload_arguments("{}")->empty());
  const auto headers = parse_upload_arguments(
      R"({"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": "k", "BucketKeyEnabled": true, "Metadata": {"a": "1"}})");
  ASSERT_TRUE(headers.ok());
  EXPECT_THAT(*headers,
              ElementsAre(Pair("x-amz-server-side-encryption", "aws:kms"),
                          Pair("x-amz-server-side-encryption-aws-kms-key-id", "k"),
                          Pair("x-amz-server-side-encryption-bucket-key-enabled", "true"), Pair("x-amz-meta-a", "1")));
}

TEST(S3UploadArguments, ThatAreNoneAreRefused) {
  const auto message = [](std::string_view json) {
    const auto parsed = parse_upload_arguments(json);
    return parsed.ok() ? std::string() : parsed.error().message();
  };
  EXPECT_THAT(message("nonsense"), HasSubstr("it is no JSON object"));
  EXPECT_THAT(message("[]"), HasSubstr("it is no JSON object"));
  EXPECT_THAT(message(R"({"Nonsense": "x"})"), HasSubstr("'Nonsense' is not known"));
  EXPECT_THAT(message(R"({"ACL": ["x"]})"), HasSubstr("'ACL' must have a text"));
  EXPECT_THAT(message(R"({"Metadata": "x"})"), HasSubstr("'Metadata' must be an object"));
}

}  // namespace
}  // namespace cairn::artifacts
