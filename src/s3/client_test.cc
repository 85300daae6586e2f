#include "s3/client.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http_client/test_imposter.h"

namespace cairn::s3 {
namespace {

using namespace std::chrono_literals;
using http_client::Imposter;
using http_client::ScriptedReply;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const Object kObject{"bucket", "a folder/key"};

class ClientTest : public testing::Test {
 protected:
  Client& client_of(std::deque<ScriptedReply> script) {
    server_.emplace(std::move(script));
    Settings settings{.endpoint = server_->url(""), .endpoint_origin = "MY_ENDPOINT"};
    settings.retry = {.attempts = 3, .first_delay = 1ms};
    settings.credentials = std::make_shared<FixedCredentials>(Credentials{
        .access_key = "AKID", .secret_key = "very secret", .session_token = "token", .origin = "profile 'x'"});
    auto opened = Client::open(std::move(settings));
    EXPECT_TRUE(opened.ok());
    client_ = std::move(*opened);
    return *client_;
  }
  [[nodiscard]] std::string request(std::size_t index) const { return server_->requests().at(index); }

  // What putting an object fails with when the store answers so.
  Error refusal_of(int status, std::string_view code, std::string_view message = "because") {
    const ScriptedReply reply = ScriptedReply::status(
        status, fmt::format("<Error><Code>{}</Code><Message>{}.</Message></Error>", code, message));
    const Status put = client_of({reply, reply, reply}).put(kObject, "bytes");
    EXPECT_FALSE(put.ok());
    EXPECT_THAT(put.error().message(), AllOf(Not(HasSubstr("secret")), Not(HasSubstr("AKID"))));
    return put.error();
  }

  std::optional<Imposter> server_;
  std::unique_ptr<Client> client_;
};

TEST_F(ClientTest, PutsSignedAndWithItsHash) {
  ASSERT_TRUE(client_of({ScriptedReply::status(200)}).put(kObject, "bytes", {{"Content-Type", "text/plain"}}).ok());
  EXPECT_THAT(request(0),
              AllOf(StartsWith("PUT /bucket/a%20folder/key HTTP/1.1\r\n"), HasSubstr("Content-Type: text/plain\r\n"),
                    HasSubstr("x-amz-content-sha256: "
                              "277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9\r\n"),
                    HasSubstr("x-amz-security-token: token\r\n"),
                    HasSubstr("SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date;x-amz-security-token,"),
                    testing::EndsWith("\r\n\r\nbytes")));
}

TEST_F(ClientTest, ReadsWhatAHeadSays) {
  auto info = client_of({{"HTTP/1.1 200 OK\r\nContent-Length: 123456789012\r\nETag: \"abc-2\"\r\n"
                          "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\n\r\n"}})
                  .head(kObject);
  ASSERT_TRUE(info.ok()) << info.error().message();
  EXPECT_EQ(info->size, 123'456'789'012U);
  EXPECT_EQ(info->etag, "abc-2");
  EXPECT_EQ(std::chrono::system_clock::to_time_t(info->modified), 784'111'777);
}

TEST_F(ClientTest, StartsARangeAnewAfterALostConnection) {
  std::string got = "left over";
  auto& client = client_of({{"HTTP/1.1 206 OK\r\nContent-Length: 5\r\n\r\nhe", ScriptedReply::Then::kReset},
                            ScriptedReply::status(503),
                            ScriptedReply::status(206, "hello")});
  ASSERT_TRUE(client.get(kObject, {10, 5}, "tag", got).ok());
  EXPECT_EQ(got, "hello");
  EXPECT_THAT(request(2), AllOf(HasSubstr("Range: bytes=10-14\r\n"), HasSubstr("If-Match: \"tag\"\r\n")));
}

TEST_F(ClientTest, NoticesARangeThatIsNotWhatWasAskedFor) {
  std::string got;
  EXPECT_EQ(client_of({ScriptedReply::status(206, "hell")}).get(kObject, {0, 5}, "", got).error().code(),
            ErrorCode::kDataLoss);
  EXPECT_FALSE(client_of({ScriptedReply::status(200, "hello, all of it")}).get(kObject, {0, 5}, "", got).ok());
}

TEST_F(ClientTest, ListsPages) {
  auto page = client_of({ScriptedReply::status(200,
                                               "<ListBucketResult><IsTruncated>true</IsTruncated>"
                                               "<NextContinuationToken>t=</NextContinuationToken>"
                                               "<Contents><Key>p/a</Key><Size>3</Size></Contents></ListBucketResult>")})
                  .list("bucket", {.prefix = "p/", .delimiter = "/", .next = "s="});
  ASSERT_TRUE(page.ok()) << page.error().message();
  EXPECT_EQ(page->objects.at(0).key, "p/a");
  EXPECT_EQ(page->next, "t=");
  EXPECT_THAT(request(0), StartsWith("GET /bucket?continuation-token=s%3D&delimiter=%2F&encoding-type=url&list-type=2"
                                     "&prefix=p%2F HTTP/1.1\r\n"));
}

TEST_F(ClientTest, RemovesAThousandKeysAtATime) {
  const std::vector<std::string> keys(2'001, "key");
  const auto ok = ScriptedReply::status(200, "<DeleteResult/>");
  ASSERT_TRUE(client_of({ok, ok, ok}).remove("bucket", keys).ok());
  EXPECT_EQ(server_->requests().size(), 3U);
  EXPECT_THAT(request(2), AllOf(StartsWith("POST /bucket?delete= HTTP/1.1\r\n"), HasSubstr("Content-MD5: "),
                                testing::EndsWith("<Object><Key>key</Key></Object></Delete>")));
}

TEST_F(ClientTest, SaysWhichKeyRemains) {
  const std::vector<std::string> keys{"a", "b"};
  const Status removed = client_of({ScriptedReply::status(200,
                                                          "<DeleteResult><Error><Key>b</Key><Code>AccessDenied</Code>"
                                                          "<Message>No</Message></Error></DeleteResult>")})
                             .remove("bucket", keys);
  ASSERT_FALSE(removed.ok());
  EXPECT_EQ(removed.error().code(), ErrorCode::kPermissionDenied);
  EXPECT_THAT(removed.error().message(), HasSubstr("s3://bucket/b"));
}

TEST_F(ClientTest, RemovesWhatIsNotThere) { EXPECT_TRUE(client_of({ScriptedReply::status(404)}).remove(kObject).ok()); }

TEST_F(ClientTest, TakesALateFailureForAFailure) {
  const ScriptedReply late = ScriptedReply::status(200, "<Error><Code>InternalError</Code></Error>");
  const Part parts[] = {{1, "x"}};
  EXPECT_FALSE(client_of({late, late, late}).complete_upload(kObject, "id", parts).ok());
  EXPECT_TRUE(client_of({late, ScriptedReply::status(200, "<CompleteMultipartUploadResult/>")})
                  .complete_upload(kObject, "id", parts)
                  .ok());
}

TEST_F(ClientTest, KnowsAnUploadThatWasCompletedByAnAttemptWithoutAnswer) {
  const Part parts[] = {{1, "x"}, {2, "y"}};
  const auto gone = ScriptedReply::status(404, "<Error><Code>NoSuchUpload</Code></Error>");
  const ScriptedReply there{"HTTP/1.1 200 OK\r\nContent-Length: 9\r\nETag: \"abc-2\"\r\n\r\n"};
  EXPECT_TRUE(client_of({ScriptedReply::reset(), gone, there}).complete_upload(kObject, "id", parts).ok());
  EXPECT_FALSE(client_of({gone, there}).complete_upload(kObject, "id", parts).ok());
}

TEST_F(ClientTest, FollowsABucketToItsRegion) {
  const auto elsewhere =
      ScriptedReply::status(400, "<Error><Code>AuthorizationHeaderMalformed</Code><Region>eu-west-1</Region></Error>");
  auto& client = client_of({elsewhere, ScriptedReply::status(200), ScriptedReply::status(200)});
  ASSERT_TRUE(client.put(kObject, "1").ok());
  ASSERT_TRUE(client.put(kObject, "2").ok());
  EXPECT_THAT(request(0), HasSubstr("/us-east-1/s3/aws4_request"));
  EXPECT_THAT(request(1), HasSubstr("/eu-west-1/s3/aws4_request"));
  EXPECT_THAT(request(2), HasSubstr("/eu-west-1/s3/aws4_request"));
}

TEST_F(ClientTest, SaysWhatHappenedWhereAndWhatToDo) {
  EXPECT_EQ(refusal_of(403, "AccessDenied").code(), ErrorCode::kPermissionDenied);
  EXPECT_THAT(refusal_of(403, "AccessDenied").message(),
              AllOf(HasSubstr("s3://bucket/a folder/key"), HasSubstr("because"), HasSubstr("profile 'x'"),
                    HasSubstr("s3:PutObject"), HasSubstr("http://127.0.0.1:")));
  EXPECT_EQ(refusal_of(404, "NoSuchBucket").code(), ErrorCode::kResourceDoesNotExist);
  EXPECT_THAT(refusal_of(404, "NoSuchBucket").message(), HasSubstr("The bucket 'bucket' does not exist"));
  EXPECT_EQ(refusal_of(403, "SignatureDoesNotMatch").code(), ErrorCode::kUnauthenticated);
  EXPECT_THAT(refusal_of(403, "RequestTimeTooSkewed").message(), HasSubstr("Set the clock"));
  EXPECT_EQ(refusal_of(503, "SlowDown").code(), ErrorCode::kTemporarilyUnavailable);
  EXPECT_EQ(refusal_of(500, "InternalError").code(), ErrorCode::kTemporarilyUnavailable);
  EXPECT_THAT(refusal_of(418, "Teapot").message(), AllOf(HasSubstr("418 Teapot because"), HasSubstr("s3:PutObject")));
}

TEST_F(ClientTest, SaysThatTheEndpointIsAway) {
  Settings settings{.endpoint = "http://127.0.0.1:1", .endpoint_origin = "MY_ENDPOINT"};
  settings.retry = {.attempts = 2, .first_delay = 1ms};
  auto client = Client::open(settings);
  ASSERT_TRUE(client.ok());
  const auto info = (*client)->head(kObject);
  ASSERT_FALSE(info.ok());
  EXPECT_EQ(info.error().code(), ErrorCode::kTemporarilyUnavailable);
  EXPECT_THAT(info.error().message(),
              AllOf(HasSubstr("http://127.0.0.1:1"), HasSubstr("Connection refused"), HasSubstr("Check MY_ENDPOINT")));
}

TEST_F(ClientTest, RefusesWhatIsNoEndpoint) {
  for (const char* wrong : {"minio:9000", "ftp://host", "http://", "http://user:secret@host", "http://host?x=1"}) {
    auto client = Client::open({.endpoint = wrong});
    ASSERT_FALSE(client.ok()) << wrong;
    EXPECT_THAT(client.error().message(), Not(HasSubstr("secret")));
  }
}

TEST_F(ClientTest, PresignsWithWhatEveryRequestCarries) {
  Settings settings{.endpoint = "https://store.example/base/",
                    .common_headers = {{"x-amz-expected-bucket-owner", "12"}}};
  settings.credentials = std::make_shared<FixedCredentials>(Credentials{.access_key = "AKID", .secret_key = "secret"});
  auto client = Client::open(settings);
  ASSERT_TRUE(client.ok());
  const auto url =
      (*client)->presign(http::Method::kPut, kObject, {{"partNumber", "7"}}, {{"Content-Type", "a/b"}}, 60s);
  ASSERT_TRUE(url.ok());
  EXPECT_THAT(*url, AllOf(StartsWith("https://store.example/base/bucket/a%20folder/key?"), HasSubstr("&partNumber=7"),
                          HasSubstr("x-amz-expected-bucket-owner=12"), HasSubstr("X-Amz-Expires=60"),
                          HasSubstr("X-Amz-SignedHeaders=content-type%3Bhost")));
}

TEST(RequestOf, PutsTheBucketWhereTheStoreExpectsIt) {
  const auto url = [](const std::string& bucket, const Endpoint& endpoint, Addressing addressing) {
    return url_of(request_of({.object = {bucket, "k"}}, endpoint, addressing));
  };
  const Endpoint aws = aws_endpoint("eu-west-1");
  const Endpoint other = *parse_endpoint("http://minio:9000/");
  EXPECT_EQ(url("my-bucket", aws, Addressing::kAuto), "https://my-bucket.s3.eu-west-1.amazonaws.com/k");
  EXPECT_EQ(url("my.bucket", aws, Addressing::kAuto), "https://s3.eu-west-1.amazonaws.com/my.bucket/k");
  EXPECT_EQ(url("My_Bucket", aws, Addressing::kAuto), "https://s3.eu-west-1.amazonaws.com/My_Bucket/k");
  EXPECT_EQ(url("my-bucket", aws, Addressing::kPath), "https://s3.eu-west-1.amazonaws.com/my-bucket/k");
  EXPECT_EQ(url("my-bucket", other, Addressing::kAuto), "http://minio:9000/my-bucket/k");
  EXPECT_EQ(url("my-bucket", other, Addressing::kVirtual), "http://my-bucket.minio:9000/k");
  EXPECT_EQ(url_of(request_of({.object = {"my-bucket", ""}}, aws, Addressing::kAuto)),
            "https://my-bucket.s3.eu-west-1.amazonaws.com/");
  EXPECT_EQ(parse_endpoint("https://s3.us-west-2.amazonaws.com:443")->host, "s3.us-west-2.amazonaws.com");
  EXPECT_TRUE(parse_endpoint("https://s3.us-west-2.amazonaws.com")->is_aws);
  EXPECT_EQ(aws_endpoint("cn-north-1").host, "s3.cn-north-1.amazonaws.com.cn");
}

}  // namespace
}  // namespace cairn::s3
