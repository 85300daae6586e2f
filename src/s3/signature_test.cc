// The vectors are AWS's own: the examples of "Authenticating Requests (AWS Signature Version 4)" in S3's API reference,
// and the general SigV4 test suite, whose names are kept.
#include "s3/signature.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/sha256.h"

namespace cairn::s3 {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kEmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

Time at(int year, int month, int day, int hour = 0, int minute = 0) {
  using namespace std::chrono;
  const sys_days date = std::chrono::year(year) / month / day;
  return date + hours(hour) + minutes(minute);
}

Credentials example() {
  return {.access_key = "AKIAIOSFODNN7EXAMPLE", .secret_key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"};
}

WireRequest example_bucket(http::Method method, std::string path, Pairs query, Pairs headers) {
  return {method, "https", "examplebucket.s3.amazonaws.com", std::move(path), std::move(query), std::move(headers)};
}

std::string signature_in_header(WireRequest request, std::string_view payload_hash) {
  sign(request, example(), {"us-east-1"}, payload_hash, at(2013, 5, 24));
  const std::string& value = request.headers.back().second;
  return value.substr(value.rfind('=') + 1);
}

TEST(Signature, OfS3sGetObject) {
  auto request = example_bucket(http::Method::kGet, "/test.txt", {}, {{"Range", "bytes=0-9"}});
  EXPECT_EQ(signature_in_header(request, kEmptyHash),
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
}

TEST(Signature, OfS3sPutObject) {
  auto request =
      example_bucket(http::Method::kPut, "/test%24file.text", {},
                     {{"Date", "Fri, 24 May 2013 00:00:00 GMT"}, {"x-amz-storage-class", "REDUCED_REDUNDANCY"}});
  EXPECT_EQ(signature_in_header(request, sha256_hex("Welcome to Amazon S3.")),
            "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
}

TEST(Signature, OfS3sGetBucketLifecycle) {
  auto request = example_bucket(http::Method::kGet, "/", {{"lifecycle", ""}}, {});
  EXPECT_EQ(signature_in_header(request, kEmptyHash),
            "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
}

TEST(Signature, OfS3sListObjects) {
  auto request = example_bucket(http::Method::kGet, "/", {{"prefix", "J"}, {"max-keys", "2"}}, {});
  EXPECT_EQ(signature_in_header(request, kEmptyHash),
            "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
}

TEST(Signature, OfS3sPresignedUrl) {
  auto request = example_bucket(http::Method::kGet, "/test.txt", {}, {});
  presign(request, example(), {"us-east-1"}, std::chrono::seconds(86'400), at(2013, 5, 24));
  EXPECT_EQ(url_of(request),
            "https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
            "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
            "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400"
            "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"
            "&X-Amz-SignedHeaders=host");
}

struct Vector {
  const char* name;
  http::Method method;
  const char* path;
  Pairs query;
  Pairs headers;
  const char* signature;
};

TEST(Signature, OfTheGeneralTestSuite) {
  using enum http::Method;
  const std::string unreserved = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const Vector vectors[] = {
      {"get-vanilla", kGet, "/", {}, {}, "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"},
      {"get-vanilla-query-order-key-case",
       kGet,
       "/",
       {{"Param2", "value2"}, {"Param1", "value1"}},
       {},
       "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"},
      {"get-vanilla-query-unreserved",
       kGet,
       "/",
       {{unreserved, unreserved}},
       {},
       "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197"},
      {"get-vanilla-utf8-query",
       kGet,
       "/",
       {{"\u1234", "bar"}},
       {},
       "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04"},
      {"get-utf8", kGet, "/%E1%88%B4", {}, {}, "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"},
      {"post-vanilla", kPost, "/", {}, {}, "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"},
      {"post-header-key-case", kPost, "/", {}, {}, "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"},
      {"post-header-value-case",
       kPost,
       "/",
       {},
       {{"My-Header1", "VALUE1"}},
       "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d"},
      {"get-header-value-trim",
       kGet,
       "/",
       {},
       {{"My-Header1", " value1"}, {"My-Header2", " \"a   b   c\""}},
       "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"},
      {"get-header-key-duplicate",
       kGet,
       "/",
       {},
       {{"My-Header1", "value2"}, {"My-Header1", "value2"}, {"My-Header1", "value1"}},
       "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"},
  };
  const Credentials credentials{.access_key = "AKIDEXAMPLE", .secret_key = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"};
  for (const Vector& vector : vectors) {
    Pairs headers = vector.headers;
    headers.emplace_back("X-Amz-Date", "20150830T123600Z");
    const WireRequest request{vector.method, "https", "example.amazonaws.com", vector.path, vector.query, headers};
    const auto canonical = detail::canonical_request(request, kEmptyHash);
    EXPECT_EQ(detail::signature(canonical.text, credentials, {"us-east-1", "service"}, at(2015, 8, 30, 12, 36)),
              vector.signature)
        << vector.name << "\n"
        << canonical.text;
  }
}

TEST(Signature, CarriesTheSessionToken) {
  Credentials temporary = example();
  temporary.session_token = "token/+=";
  auto request = example_bucket(http::Method::kGet, "/x", {}, {});
  sign(request, temporary, {"us-east-1"}, kUnsignedPayload, at(2024, 1, 2));
  EXPECT_THAT(request.headers, testing::Contains(testing::Pair("x-amz-security-token", "token/+=")));
  EXPECT_THAT(request.headers.back().second,
              HasSubstr("SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token,"));

  auto link = example_bucket(http::Method::kGet, "/x", {}, {});
  presign(link, temporary, {"us-east-1"}, std::chrono::seconds(60), at(2024, 1, 2));
  EXPECT_THAT(url_of(link), HasSubstr("X-Amz-Security-Token=token%2F%2B%3D"));
}

TEST(Signature, OfNobodyIsNone) {
  auto request = example_bucket(http::Method::kGet, "/x", {}, {});
  sign(request, {}, {"us-east-1"}, kUnsignedPayload, at(2024, 1, 2));
  presign(request, {}, {"us-east-1"}, std::chrono::seconds(60), at(2024, 1, 2));
  EXPECT_THAT(url_of(request), EndsWith("amazonaws.com/x"));
  EXPECT_TRUE(request.headers.empty());
}

}  // namespace
}  // namespace cairn::s3
