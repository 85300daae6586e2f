#include "http/request_reader.h"

#include <array>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cairn::http {
namespace {

using Event = RequestReader::Event;

struct Read {
  Event last = Event::kNeedMore;
  RequestReader::Head head;
  RequestReader::Refusal refusal;
  Request request;
  std::string unused;
};

// Reads one request with a whole body, from `bytes` that come `step` at a time.
Read read(std::string_view bytes, std::size_t step = std::string_view::npos, std::uint64_t body_limit = 1 << 20,
          RequestReader::Limits limits = {}) {
  Read result;
  RequestReader reader(limits);
  reader.start(result.request);
  while (true) {
    const RequestReader::Step got = reader.feed(result.unused);
    result.unused.erase(0, got.used);
    result.last = got.event;
    if (got.event == Event::kHead) {
      result.head = reader.head();
      reader.collect_body(body_limit);
      continue;
    }
    if (got.event != Event::kNeedMore || bytes.empty()) break;
    result.unused += bytes.substr(0, step);
    bytes.remove_prefix(std::min(step, bytes.size()));
  }
  if (result.last == Event::kRefused) result.refusal = reader.refusal();
  result.unused += bytes;
  return result;
}

int refused(std::string_view bytes) {
  const Read whole = read(bytes);
  const Read split = read(bytes, 1);
  EXPECT_EQ(whole.refusal.status, split.refusal.status) << bytes;
  EXPECT_EQ(whole.last, split.last) << bytes;
  return whole.last == Event::kRefused ? whole.refusal.status : 0;
}

constexpr std::string_view kPost =
    "POST /a/b?c=d HTTP/1.1\r\nHost: h\r\nX-Empty:\r\nX-Blank:  v w \t\r\nContent-Length: 5\r\n\r\nhello";

TEST(RequestReader, ReadsARequestHoweverItIsCut) {
  for (const std::size_t step : {std::size_t{1}, std::size_t{2}, std::size_t{7}, kPost.size()}) {
    const Read got = read(std::string(kPost) + "GET", step);
    ASSERT_EQ(got.last, Event::kComplete) << step;
    EXPECT_EQ(got.request.method, Method::kPost);
    EXPECT_EQ(got.request.target, "/a/b?c=d");
    EXPECT_EQ(got.request.headers.get("host"), "h");
    ASSERT_NE(got.request.headers.find("X-Empty"), nullptr);
    EXPECT_EQ(got.request.headers.get("X-Empty"), "");
    EXPECT_EQ(got.request.headers.get("X-Blank"), "v w");
    EXPECT_EQ(got.request.body, "hello");
    EXPECT_EQ(got.unused, "GET");
  }
}

TEST(RequestReader, ReadsChunksExtensionsAndTrailers) {
  constexpr std::string_view kChunked =
      "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: Chunked\r\n\r\n"
      "5;name=\"va;lue\"\r\nhello\r\n00a\r\n, wo\r\nrld!\r\n0\r\nX-Trailer: t\r\n\r\nrest";
  for (const std::size_t step : {std::size_t{1}, std::size_t{3}, kChunked.size()}) {
    const Read got = read(kChunked, step);
    ASSERT_EQ(got.last, Event::kComplete) << step << got.refusal.reason;
    EXPECT_EQ(got.request.body, "hello, wo\r\nrld!");
    EXPECT_EQ(got.request.headers.find("X-Trailer"), nullptr);
    EXPECT_TRUE(got.head.chunked);
    EXPECT_EQ(got.unused, "rest");
  }
}

TEST(RequestReader, ReadsAnEmptyChunkedBodyByteByByte) {
  const Read got = read("PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 1);
  EXPECT_EQ(got.last, Event::kComplete);
  EXPECT_EQ(got.request.body, "");
}

TEST(RequestReader, KnowsTheMethods) {
  const auto method = [](std::string name) { return read(name + " / HTTP/1.1\r\nHost: h\r\n\r\n").request.method; };
  EXPECT_EQ(method("GET"), Method::kGet);
  EXPECT_EQ(method("HEAD"), Method::kHead);
  EXPECT_EQ(method("PUT"), Method::kPut);
  EXPECT_EQ(method("PATCH"), Method::kPatch);
  EXPECT_EQ(method("DELETE"), Method::kDelete);
  EXPECT_EQ(method("OPTIONS"), Method::kOptions);
  EXPECT_EQ(method("PROPFIND"), Method::kOther);
  EXPECT_EQ(method("get"), Method::kOther);
}

TEST(RequestReader, KnowsWhetherTheConnectionStays) {
  const auto stays = [](std::string version, std::string fields) {
    const Read got = read("GET / HTTP/" + version + "\r\nHost: h\r\n" + fields + "\r\n");
    EXPECT_EQ(got.last, Event::kComplete);
    return got.head.keep_alive;
  };
  EXPECT_TRUE(stays("1.1", ""));
  EXPECT_FALSE(stays("1.1", "Connection: x, close\r\n"));
  EXPECT_FALSE(stays("1.0", ""));
  EXPECT_TRUE(stays("1.0", "Connection: keep-alive\r\n"));
}

TEST(RequestReader, SeesWhoWaitsForContinue) {
  constexpr std::string_view kFields = "\r\nHost: h\r\nExpect: 100-Continue\r\nContent-Length: 1\r\n\r\nx";
  EXPECT_TRUE(read("POST / HTTP/1.1" + std::string(kFields)).head.expects_continue);
  EXPECT_FALSE(read("POST / HTTP/1.0" + std::string(kFields)).head.expects_continue);
}

TEST(RequestReader, TakesTheHostFromAnAbsoluteTarget) {
  const Read got = read("GET http://real:80/p?q HTTP/1.1\r\nHost: other\r\n\r\n");
  EXPECT_EQ(got.request.target, "/p?q");
  EXPECT_EQ(got.request.headers.get("Host"), "real:80");
  EXPECT_EQ(read("GET http://real?q HTTP/1.1\r\nHost: other\r\n\r\n").request.target, "/?q");
  EXPECT_EQ(read("GET http://real HTTP/1.1\r\nHost: other\r\n\r\n").request.target, "/");
  EXPECT_EQ(refused("GET ftp://real/ HTTP/1.1\r\nHost: h\r\n\r\n"), 400);
  EXPECT_EQ(refused("GET http:///p HTTP/1.1\r\nHost: h\r\n\r\n"), 400);
  EXPECT_EQ(refused("GET p HTTP/1.1\r\nHost: h\r\n\r\n"), 400);
  EXPECT_EQ(refused("CONNECT host:80 HTTP/1.1\r\nHost: h\r\n\r\n"), 400);
  EXPECT_EQ(refused("GET * HTTP/1.1\r\nHost: h\r\n\r\n"), 400);
  EXPECT_EQ(read("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n").last, Event::kComplete);
}

TEST(RequestReader, PassesOverLineBreaksBetweenRequests) {
  EXPECT_EQ(read("\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n", 1).last, Event::kComplete);
}

TEST(RequestReader, RefusesWhatCouldBeReadInTwoWays) {
  const auto with = [](std::string fields) { return refused("POST / HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n"); };
  EXPECT_EQ(with("Transfer-Encoding: xchunked\r\n"), 501);
  EXPECT_EQ(with("Transfer-Encoding: chunked, identity\r\n"), 501);
  EXPECT_EQ(with("Transfer-Encoding: gzip, chunked\r\n"), 501);
  EXPECT_EQ(with("Transfer-Encoding:\r\n"), 501);
  EXPECT_EQ(with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 400);
  EXPECT_EQ(with("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n"), 400);
  EXPECT_EQ(with("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"), 400);
  EXPECT_EQ(with("Content-Length: 3\r\nContent-Length: 4\r\n"), 400);
  EXPECT_EQ(with("Content-Length: 3\r\nContent-Length: 3\r\n"), 400);
  EXPECT_EQ(with("Content-Length: 3, 3\r\n"), 400);
  EXPECT_EQ(with("Content-Length: +3\r\n"), 400);
  EXPECT_EQ(with("Content-Length: -3\r\n"), 400);
  EXPECT_EQ(with("Content-Length: 0x3\r\n"), 400);
  EXPECT_EQ(with("Content-Length:\r\n"), 400);
  EXPECT_EQ(with("Content-Length: 99999999999999999999\r\n"), 400);
  EXPECT_EQ(with("X-Folded: a\r\n b\r\n"), 400);
  EXPECT_EQ(with("X-Folded: a\r\n\tb\r\n"), 400);
  EXPECT_EQ(with("Host: again\r\n"), 400);
  EXPECT_EQ(with("Bad Name: x\r\n"), 400);
  EXPECT_EQ(with("Space-Before-Colon : x\r\n"), 400);
  EXPECT_EQ(with("X-Control: a\x01z\r\n"), 400);
  EXPECT_EQ(with("X-Bare-Feed: a\nX: b\r\n"), 400);
  EXPECT_EQ(with(": no name\r\n"), 400);
  EXPECT_EQ(with("No-Colon\r\n"), 400);
  EXPECT_EQ(refused("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"), 400);
  EXPECT_EQ(refused("GET / HTTP/1.1\r\n\r\n"), 400);
  EXPECT_EQ(refused("GET / HTTP/1.0\r\n\r\n"), 0);
}

TEST(RequestReader, RefusesWhatIsNoRequest) {
  EXPECT_EQ(refused("\x16\x03\x01\x02\x01\x01 what TLS would send\r\n\r\n"), 400);
  EXPECT_EQ(refused("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 400);
  EXPECT_EQ(refused("GET / HTTP/1.2\r\nHost: h\r\n\r\n"), 400);
  EXPECT_EQ(refused("GET / http/1.1\r\nHost: h\r\n\r\n"), 400);
  EXPECT_EQ(refused("GET /a b HTTP/1.1\r\nHost: h\r\n\r\n"), 400);
  EXPECT_EQ(refused("GET  / HTTP/1.1\r\nHost: h\r\n\r\n"), 400);
  EXPECT_EQ(refused(std::string("GET /\0 HTTP/1.1\r\nHost: h\r\n\r\n", 28)), 400);
  EXPECT_EQ(refused("GET /\r\n\r\n"), 400);
}

TEST(RequestReader, RefusesBrokenChunks) {
  const auto with = [](std::string body) {
    return refused("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" + body);
  };
  EXPECT_EQ(with("x\r\nabc\r\n0\r\n\r\n"), 400);
  EXPECT_EQ(with("3\r\nabcd\r\n0\r\n\r\n"), 400);
  EXPECT_EQ(with("-3\r\nabc\r\n0\r\n\r\n"), 400);
  EXPECT_EQ(with("3\n\r\nabc\r\n0\r\n\r\n"), 400);
  EXPECT_EQ(with("10000000000000000\r\nabc\r\n0\r\n\r\n"), 400);
}

TEST(RequestReader, HoldsItsLimits) {
  const RequestReader::Limits limits{.header_bytes = 1000, .target_bytes = 100};
  const auto status = [&](std::string bytes, std::size_t step) { return read(bytes, step, 10, limits).refusal.status; };
  for (const std::size_t step : {std::size_t{1}, std::size_t{333}, std::size_t{100'000}}) {
    EXPECT_EQ(status("GET /" + std::string(200, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n", step), 414) << step;
    EXPECT_EQ(status("GET /" + std::string(5000, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n", step), 414) << step;
    EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: h\r\nX: " + std::string(5000, 'a') + "\r\n\r\n", step), 431) << step;
    std::string many = "GET / HTTP/1.1\r\nHost: h\r\n";
    for (int i = 0; i < 200; ++i) many += "A: b\r\n";
    EXPECT_EQ(status(many + "\r\n", step), 431) << step;
    const std::string head = "POST / HTTP/1.1\r\nHost: h\r\n";
    EXPECT_EQ(status(head + "Content-Length: 11\r\n\r\n", step), 413) << step;
    EXPECT_EQ(status(head + "Transfer-Encoding: chunked\r\n\r\n6\r\nabcdef\r\n5\r\nabcde\r\n", step), 413) << step;
    EXPECT_EQ(status(head + "Transfer-Encoding: chunked\r\n\r\n1;" + std::string(2000, 'x'), step), 431) << step;
    EXPECT_EQ(status(head + "Transfer-Encoding: chunked\r\n\r\n0\r\nX: " + std::string(2000, 'x'), step), 431) << step;
  }
  EXPECT_EQ(read("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n0123456789", 1, 10, limits).last,
            Event::kComplete);
}

TEST(RequestReader, FillsWindows) {
  for (const std::string_view body : {"Content-Length: 10\r\n\r\n0123456789",
                                      "Transfer-Encoding: chunked\r\n\r\n3\r\n012\r\n7\r\n3456789\r\n0\r\n\r\n"}) {
    const std::string bytes = "POST / HTTP/1.1\r\nHost: h\r\n" + std::string(body);
    std::string_view left = bytes;
    Request request;
    RequestReader reader({});
    reader.start(request);
    RequestReader::Step step = reader.feed(left);
    ASSERT_EQ(step.event, Event::kHead);
    left.remove_prefix(step.used);

    std::string got;
    std::array<char, 4> window;
    do {
      reader.set_window(window);
      step = reader.feed(left);
      left.remove_prefix(step.used);
      got.append(window.data(), reader.window_used());
      ASSERT_NE(step.event, Event::kRefused);
      ASSERT_LE(got.size(), 10u);
    } while (step.event == Event::kWindowFull);
    EXPECT_EQ(step.event, Event::kComplete);
    EXPECT_EQ(got, "0123456789");
    EXPECT_TRUE(request.body.empty());
    EXPECT_TRUE(left.empty());
  }
}

TEST(RequestReader, ReadsRequestsInTurn) {
  std::string bytes;
  for (int i = 0; i < 3; ++i)
    bytes += "POST /" + std::to_string(i) + " HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx";
  std::string_view left = bytes;
  RequestReader reader({});
  for (int i = 0; i < 3; ++i) {
    Request request;
    reader.start(request);
    EXPECT_FALSE(reader.begun());
    RequestReader::Step step = reader.feed(left);
    left.remove_prefix(step.used);
    ASSERT_EQ(step.event, Event::kHead);
    EXPECT_TRUE(reader.begun());
    EXPECT_EQ(reader.body_left(), 1u);
    reader.discard_body(10);
    step = reader.feed(left);
    left.remove_prefix(step.used);
    EXPECT_EQ(step.event, Event::kComplete);
    EXPECT_TRUE(reader.complete());
    EXPECT_EQ(request.target, "/" + std::to_string(i));
    EXPECT_EQ(request.body, "");
  }
  EXPECT_TRUE(left.empty());
}

}  // namespace
}  // namespace cairn::http
