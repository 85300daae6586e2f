#include "http_client/client.h"

#include <algorithm>
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

#include "http/test_certificate.h"
#include "http/test_client.h"
#include "http_client/test_imposter.h"

namespace cairn::http_client {
namespace {

using namespace std::chrono_literals;
using http::BodyMode;
using http::Method;
using http::TestServer;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr std::size_t kMiB = 1024 * 1024;

class Reader final : public http::BodyReader {
 public:
  explicit Reader(std::string bytes) : bytes_(std::move(bytes)) {}
  Result<std::size_t> read(std::span<char> buffer) override {
    if (sent_ >= fail_at) return Error(ErrorCode::kDataLoss, "the source is broken");
    const std::size_t count = std::min({buffer.size(), bytes_.size() - sent_, std::size_t{10'000}});
    std::copy_n(bytes_.data() + sent_, count, buffer.data());
    sent_ += count;
    return count;
  }
  std::size_t fail_at = static_cast<std::size_t>(-1);

 private:
  std::string bytes_;
  std::size_t sent_ = 0;
};

class Collector final : public BodySink {
 public:
  Status begin(const Response& head) override {
    ++begun;
    status = head.status;
    type = head.headers.get("Content-Type");
    return {};
  }
  Status write(std::string_view bytes) override {
    if (body.size() + bytes.size() > room) return Error(ErrorCode::kResourceExhausted, "the disk is full");
    body += bytes;
    return {};
  }
  int begun = 0;
  int status = 0;
  std::string type;
  std::string body;
  std::size_t room = static_cast<std::size_t>(-1);
};

http::Response text(int status, std::string body) { return http::Response::of(status, "text/plain", std::move(body)); }

// Says what it was asked: method, target and the fields that tests look at, then the body.
http::Response echo(http::Request& request) {
  std::string body = std::string(name(request.method)) + " " + request.target;
  for (const char* field : {"Content-Length", "Transfer-Encoding", "X-Test", "Expect", "User-Agent"}) {
    if (const std::string* value = request.headers.find(field)) body += std::string("|") + field + "=" + *value;
  }
  return text(200, body + "|" + request.body);
}

http::Response redirect(http::Request&) {
  auto response = text(302, "elsewhere");
  response.headers.add("Location", "/echo?moved");
  return response;
}

http::Response count_stream(http::Request& request) {
  std::string buffer(64 * 1024, '\0');
  std::size_t total = 0;
  std::size_t sum = 0;
  for (;;) {
    auto read = request.stream->read(buffer);
    if (!read.ok()) return text(400, read.error().message());
    if (*read == 0) return text(200, std::to_string(total) + " " + std::to_string(sum));
    total += *read;
    for (std::size_t i = 0; i < *read; ++i) sum += static_cast<unsigned char>(buffer[i]);
  }
}

http::Response produce(http::Request&) {
  auto response = text(200, "");
  response.body = [](http::BodyWriter& out) -> Status {
    for (int i = 0; i < 30; ++i) TRY(out.write(std::string(kMiB / 10, static_cast<char>('a' + i % 26))));
    return {};
  };
  return response;
}

class ClientTest : public testing::Test {
 protected:
  ClientTest() : server_(routes()) { server_.start(); }

  static http::Router routes() {
    http::Router router;
    for (const Method method : {Method::kGet, Method::kHead, Method::kPost, Method::kPut, Method::kPatch,
                                Method::kDelete, Method::kOptions}) {
      router.add({method, "/echo", echo});
    }
    router.add({Method::kGet, "/fail", [](http::Request&) { return text(418, "teapot"); }});
    router.add({Method::kGet, "/redirect", redirect});
    router.add({Method::kGet, "/large", produce});
    router.add({Method::kPut, "/count", count_stream, BodyMode::kStream});
    return router;
  }

  [[nodiscard]] std::string url(std::string_view path) const {
    return "http://127.0.0.1:" + std::to_string(server_.port()) + std::string(path);
  }
  Response must_send(Request request, BodySink* sink = nullptr) {
    auto answer = client_.send(request, sink);
    if (answer.ok()) return std::move(*answer);
    ADD_FAILURE() << answer.error().message();
    return {};
  }

  TestServer server_;
  Client client_;
};

TEST_F(ClientTest, AsksWithEveryMethod) {
  for (const Method method : {Method::kGet, Method::kDelete, Method::kOptions}) {
    const Response answer = must_send({.method = method, .url = url("/echo?a=%20b")});
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, std::string(name(method)) + " /echo?a=%20b|User-Agent=cairn/" CAIRN_VERSION "|");
  }
  for (const Method method : {Method::kPost, Method::kPut, Method::kPatch, Method::kDelete}) {
    const Response answer = must_send({.method = method, .url = url("/echo"), .body = "hello"});
    EXPECT_THAT(answer.body, AllOf(StartsWith(std::string(name(method)) + " /echo|Content-Length=5|"),
                                   testing::EndsWith("|hello"), Not(HasSubstr("Expect"))));
  }
  const Response head = must_send({.method = Method::kHead, .url = url("/echo")});
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.body, "");
  EXPECT_EQ(head.headers.get("content-type"), "text/plain");
}

TEST_F(ClientTest, SendsHeadersAndRefusesBrokenOnes) {
  Request request{.url = url("/echo")};
  request.headers.add("X-Test", "a value");
  EXPECT_THAT(must_send(request).body, HasSubstr("|X-Test=a value|"));
  request.headers.set("X-Test", "");
  EXPECT_THAT(must_send(request).body, HasSubstr("|X-Test=|"));

  for (const auto& [name, value] :
       {std::pair{"X-Test", "a\r\nX-Evil: 1"}, {"X-Test", "a\nb"}, {"X: Y", "a"}, {"", "a"}}) {
    Request broken{.url = url("/echo")};
    broken.headers.add(name, value);
    auto answer = client_.send(broken);
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error().code(), ErrorCode::kInvalidParameterValue);
  }
}

TEST_F(ClientTest, PullsTheBodyWithAndWithoutALength) {
  std::string bytes(3 * kMiB + 17, '\1');
  const std::string counted = std::to_string(bytes.size()) + " " + std::to_string(bytes.size());
  Reader known(bytes);
  EXPECT_EQ(
      must_send({.method = Method::kPut, .url = url("/count"), .stream = &known, .stream_length = bytes.size()}).body,
      counted);
  Reader unknown(bytes);
  EXPECT_EQ(must_send({.method = Method::kPut, .url = url("/count"), .stream = &unknown}).body, counted);
}

TEST_F(ClientTest, HandsOnTheErrorOfASource) {
  Reader broken(std::string(kMiB, 'x'));
  broken.fail_at = 500'000;
  auto answer = client_.send({.method = Method::kPut, .url = url("/count"), .stream = &broken});
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code(), ErrorCode::kDataLoss);
  EXPECT_EQ(answer.error().message(), "the source is broken");
}

TEST_F(ClientTest, PushesTheBodyOfASuccessOnly) {
  Collector sink;
  const Response large = must_send({.url = url("/large")}, &sink);
  EXPECT_EQ(large.body, "");
  EXPECT_EQ(sink.begun, 1);
  EXPECT_EQ(sink.status, 200);
  EXPECT_EQ(sink.type, "text/plain");
  EXPECT_EQ(sink.body.size(), 30 * (kMiB / 10));

  Collector untouched;
  const Response failed = must_send({.url = url("/fail")}, &untouched);
  EXPECT_EQ(failed.status, 418);
  EXPECT_EQ(failed.body, "teapot");
  EXPECT_EQ(untouched.begun, 0);
}

TEST_F(ClientTest, BeginsTheSinkForAnEmptyBodyToo) {
  Imposter imposter({ScriptedReply::status(200)});
  Collector sink;
  must_send({.url = imposter.url()}, &sink);
  EXPECT_EQ(sink.begun, 1);
}

TEST_F(ClientTest, HandsOnTheErrorOfASink) {
  Collector sink;
  sink.room = kMiB;
  auto answer = client_.send({.url = url("/large")}, &sink);
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().message(), "the disk is full");
  EXPECT_EQ(must_send({.url = url("/fail")}).status, 418);  // the handle is as good as new
}

TEST_F(ClientTest, CollectsNoMoreThanItMay) {
  Client small({.max_body_bytes = kMiB});
  auto answer = small.send({.url = url("/large")});
  ASSERT_FALSE(answer.ok());
  EXPECT_THAT(answer.error().message(), HasSubstr("over 1048576 bytes"));
}

TEST_F(ClientTest, FollowsRedirectsOnlyWhenTold) {
  EXPECT_EQ(must_send({.url = url("/redirect")}).status, 302);
  Client follower({.max_redirects = 1});
  auto answer = follower.send({.url = url("/redirect")});
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->headers.find("Location"), nullptr);
  EXPECT_THAT(answer->body, StartsWith("GET /echo?moved|"));
}

TEST_F(ClientTest, KeepsConnections) {
  Imposter imposter({ScriptedReply::status(200), ScriptedReply::status(404, "none"), ScriptedReply::status(200)});
  for (int i = 0; i < 3; ++i) must_send({.url = imposter.url()});
  EXPECT_EQ(imposter.connections(), 1);
}

TEST_F(ClientTest, AsksAgainWhenAKeptConnectionWasClosed) {
  Imposter imposter({ScriptedReply::status(200), ScriptedReply::reset(), ScriptedReply::status(200, "again")});
  must_send({.url = imposter.url()});
  EXPECT_EQ(must_send({.method = Method::kPut, .url = imposter.url(), .body = "body"}).body, "again");
  EXPECT_EQ(imposter.connections(), 2);
  EXPECT_THAT(imposter.requests().back(), testing::EndsWith("\r\n\r\nbody"));
}

TEST_F(ClientTest, ServesManyThreadsAtOnce) {
  std::vector<std::jthread> threads;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([this, t] {
      for (int i = 0; i < 20; ++i) {
        const std::string path = "/echo?" + std::to_string(t) + "." + std::to_string(i);
        EXPECT_THAT(must_send({.url = url(path)}).body, StartsWith("GET " + path + "|"));
      }
    });
  }
}

TEST_F(ClientTest, NamesWhatFailedWithoutSecrets) {
  const std::string secret_url = "http://user:word@127.0.0.1:1/path?X-Amz-Signature=abc";
  auto answer = client_.send({.url = secret_url});
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code(), ErrorCode::kTemporarilyUnavailable);
  EXPECT_THAT(answer.error().message(),
              AllOf(StartsWith("GET http://127.0.0.1:1/path: "), HasSubstr("Connection refused"),
                    Not(HasSubstr("word")), Not(HasSubstr("abc"))));

  for (const char* wrong : {"ftp://127.0.0.1/x", "file:///etc/passwd", "http://", "nonsense://x"}) {
    auto refused = client_.send({.url = wrong});
    ASSERT_FALSE(refused.ok()) << wrong;
    EXPECT_EQ(refused.error().code(), ErrorCode::kInvalidParameterValue) << refused.error().message();
  }
}

TEST_F(ClientTest, GivesUpOnASlowServer) {
  ScriptedReply late = ScriptedReply::status(200);
  late.delay = 400ms;
  Imposter imposter({late});
  Client hasty({.total_timeout = 100ms});
  auto answer = hasty.send({.url = imposter.url()});
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code(), ErrorCode::kDeadlineExceeded);
}

TEST_F(ClientTest, GivesUpOnAStalledBody) {
  ScriptedReply part{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this"};
  Imposter imposter({part});
  Client hasty({.stall_timeout = 1s});
  auto answer = hasty.send({.url = imposter.url()});
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code(), ErrorCode::kDeadlineExceeded);
}

TEST_F(ClientTest, ReportsABodyThatEndsEarly) {
  Imposter imposter({{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this", ScriptedReply::Then::kClose}});
  auto answer = client_.send({.url = imposter.url()});
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code(), ErrorCode::kTemporarilyUnavailable);
}

TEST_F(ClientTest, StopsWhenTold) {
  Imposter imposter({ScriptedReply{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"}});
  std::stop_source source;
  std::jthread stopper([&] {
    std::this_thread::sleep_for(100ms);
    source.request_stop();
  });
  auto answer = client_.send({.url = imposter.url(), .stop = source.get_token()});
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code(), ErrorCode::kCancelled);
}

TEST_F(ClientTest, RefusesAddressesThatAreNotPublic) {
  Client careful({.reach = Reach::kPublicOnly});
  const std::string port = ":" + std::to_string(server_.port());
  for (const std::string host : {"127.0.0.1", "localhost", "0x7f.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]",
                                 "0.0.0.0", "10.0.0.1", "169.254.169.254", "[fe80::1]"}) {
    auto answer = careful.send({.url = "http://" + host + port + "/echo"});
    ASSERT_FALSE(answer.ok()) << host;
    EXPECT_EQ(answer.error().code(), ErrorCode::kPermissionDenied) << answer.error().message();
    EXPECT_THAT(answer.error().message(), HasSubstr("not a public one"));
  }
}

TEST_F(ClientTest, TrustsOnlyWhomItIsToldToTrust) {
  const http::TestCertificate certificate;
  http::ServerOptions tls;
  tls.tls_cert = certificate.cert_file();
  tls.tls_key = certificate.key_file();
  TestServer server(routes(), tls);
  server.start();
  const auto ask = [&](ClientOptions options, std::string_view host) {
    Client client(std::move(options));
    return client.send({.url = "https://" + std::string(host) + ":" + std::to_string(server.port()) + "/echo"});
  };

  const auto stranger = ask({}, "localhost");
  ASSERT_FALSE(stranger.ok());
  EXPECT_EQ(stranger.error().code(), ErrorCode::kInternalError);
  EXPECT_THAT(stranger.error().message(), HasSubstr("certificate"));
  EXPECT_FALSE(ask({.ca_file = certificate.cert_file()}, "127.0.0.1").ok()) << "it is a certificate for localhost";
  EXPECT_TRUE(ask({.ca_file = certificate.cert_file()}, "localhost").ok());
  EXPECT_TRUE(ask({.tls = TlsCheck::kSkip}, "127.0.0.1").ok());
}

class ProxyFromEnvironment {
 public:
  explicit ProxyFromEnvironment(const std::string& url) { ::setenv("http_proxy", url.c_str(), 1); }
  ~ProxyFromEnvironment() { ::unsetenv("http_proxy"); }
};

TEST_F(ClientTest, UsesTheEnvironmentsProxyUnlessToldOtherwise) {
  Imposter proxy({ScriptedReply::status(200, "proxied")});
  const ProxyFromEnvironment set(proxy.url());
  EXPECT_EQ(must_send({.url = "http://elsewhere.invalid/x"}).body, "proxied");
  EXPECT_THAT(proxy.requests().at(0), StartsWith("GET http://elsewhere.invalid/x HTTP/1.1"));

  for (const ClientOptions& direct :
       {ClientOptions{.proxy = Proxy::kNone}, ClientOptions{.reach = Reach::kPublicOnly}}) {
    Client client(direct);
    EXPECT_FALSE(client.send({.url = "http://127.0.0.1:1/x"}).ok());
  }
  EXPECT_EQ(proxy.requests().size(), 1U);
}

TEST(PublicPart, LeavesOutWhatMayBeSecret) {
  EXPECT_EQ(public_part("https://u:p@host:8443/a/b?X-Amz-Signature=1#f"), "https://host:8443/a/b");
  EXPECT_EQ(public_part("http://[::1]/"), "http://[::1]/");
  EXPECT_EQ(public_part("host/a"), "host/a");
  EXPECT_EQ(public_part("host:8443"), "host:8443");
}

}  // namespace
}  // namespace cairn::http_client
