#include "http/gzip.h"

#include <gtest/gtest.h>
#include <libdeflate.h>

namespace cairn::http {
namespace {

std::string gunzip(std::string_view packed, std::size_t size) {
  std::string out(size, '\0');
  libdeflate_decompressor* decompressor = libdeflate_alloc_decompressor();
  std::size_t got = 0;
  const auto result =
      libdeflate_gzip_decompress(decompressor, packed.data(), packed.size(), out.data(), out.size(), &got);
  libdeflate_free_decompressor(decompressor);
  EXPECT_EQ(result, LIBDEFLATE_SUCCESS);
  out.resize(got);
  return out;
}

Headers accepting(std::string value) {
  Headers headers;
  headers.add("Accept-Encoding", std::move(value));
  return headers;
}

std::string json_body() {
  std::string body;
  for (int i = 0; i < 1000; ++i) body += "{\"key\": " + std::to_string(i) + "},";
  return body;
}

const std::string& body_of(const Response& response) { return std::get<std::string>(response.body); }

TEST(AcceptsCoding, ReadsNamesAndWeights) {
  EXPECT_TRUE(accepts_coding("gzip", "gzip"));
  EXPECT_TRUE(accepts_coding("deflate, GZIP;q=0.5", "gzip"));
  EXPECT_TRUE(accepts_coding("*", "gzip"));
  EXPECT_TRUE(accepts_coding("br;q=1.0, *;q=0.1", "gzip"));
  EXPECT_TRUE(accepts_coding("identity;q=0, gzip ; q=0.001", "gzip"));
  EXPECT_FALSE(accepts_coding("", "gzip"));
  EXPECT_FALSE(accepts_coding("br, deflate", "gzip"));
  EXPECT_FALSE(accepts_coding("gzip;q=0", "gzip"));
  EXPECT_FALSE(accepts_coding("gzip; Q=0.000, *", "gzip"));
  EXPECT_FALSE(accepts_coding("*;q=0", "gzip"));
  EXPECT_FALSE(accepts_coding("gzipped", "gzip"));
  EXPECT_TRUE(accepts_coding("gzip;q=0, br", "br"));
  EXPECT_FALSE(accepts_coding("gzip, br;q=0", "br"));
}

TEST(GzipResponse, CompressesLargeTextForThoseWhoTakeIt) {
  const std::string body = json_body();
  Response response = Response::of(200, "application/json; charset=utf-8", body);
  response.headers.add("ETag", "\"abc\"");
  response.headers.add("Vary", "Origin");
  gzip_response(accepting("gzip"), 100, response);
  EXPECT_EQ(response.headers.get("Content-Encoding"), "gzip");
  EXPECT_EQ(response.headers.get("Vary"), "Origin, Accept-Encoding");
  EXPECT_EQ(response.headers.get("ETag"), "W/\"abc\"");
  EXPECT_LT(body_of(response).size(), body.size() / 3);
  EXPECT_EQ(gunzip(body_of(response), body.size()), body);
}

TEST(GzipResponse, SaysThatItDependsOnTheClientEvenWhereItDoesNotCompress) {
  Response response = Response::of(200, "application/json", json_body());
  gzip_response(Headers{}, 100, response);
  EXPECT_EQ(response.headers.get("Vary"), "Accept-Encoding");
  EXPECT_EQ(response.headers.get("Content-Encoding"), "");
  EXPECT_EQ(body_of(response), json_body());
}

TEST(GzipResponse, LeavesAloneWhatItShould) {
  const auto untouched = [](Response response) {
    const std::string before = body_of(response);
    gzip_response(accepting("gzip"), 100, response);
    return body_of(response) == before && response.headers.get("Vary").empty();
  };
  EXPECT_TRUE(untouched(Response::of(200, "application/json", std::string(100, 'a'))));
  EXPECT_TRUE(untouched(Response::of(200, "image/png", std::string(1000, 'a'))));
  EXPECT_TRUE(untouched(Response::of(200, "application/octet-stream", std::string(1000, 'a'))));
  EXPECT_TRUE(untouched(Response::of(206, "text/plain", std::string(1000, 'a'))));
  Response packed = Response::of(200, "text/css", std::string(1000, 'a'));
  packed.headers.add("Content-Encoding", "br");
  EXPECT_TRUE(untouched(packed));
}

TEST(Gzip, GivesNothingWhereItWouldNotHelp) { EXPECT_FALSE(gzip("x")); }

}  // namespace
}  // namespace cairn::http
