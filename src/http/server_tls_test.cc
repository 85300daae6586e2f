#include <chrono>
#include <fcntl.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <openssl/ssl.h>
#include <thread>
#include <unistd.h>

#include "http/server.h"
#include "http/test_certificate.h"
#include "http/test_client.h"
#include "http/tls.h"

namespace cairn::http {
namespace {

using namespace std::chrono_literals;
using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class TlsClient {
 public:
  explicit TlsClient(std::uint16_t port, int max_version = 0)
      : tcp_(port), context_(SSL_CTX_new(TLS_client_method()), &SSL_CTX_free), ssl_(nullptr, &SSL_free) {
    // Old versions are refused by OpenSSL itself above this level.
    SSL_CTX_set_security_level(context_.get(), 0);
    SSL_CTX_set_max_proto_version(context_.get(), max_version);
    ssl_.reset(SSL_new(context_.get()));
    SSL_set_fd(ssl_.get(), tcp_.fd());
    connected_ = SSL_connect(ssl_.get()) == 1;
  }

  [[nodiscard]] bool connected() const { return connected_; }
  [[nodiscard]] std::string version() const { return SSL_get_version(ssl_.get()); }
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const int count = SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()));
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }
  std::string receive(std::size_t wanted) {
    std::string got(wanted, '\0');
    std::size_t held = 0;
    while (held < wanted) {
      const int count = SSL_read(ssl_.get(), got.data() + held, static_cast<int>(wanted - held));
      if (count <= 0) break;
      held += static_cast<std::size_t>(count);
    }
    got.resize(held);
    return got;
  }
  std::string receive_all() {
    std::string all;
    for (std::string part; !(part = receive(kMiB)).empty();) all += part;
    return all;
  }
  // The last read ended because the server said so, under TLS.
  [[nodiscard]] bool ended_well() const { return (SSL_get_shutdown(ssl_.get()) & SSL_RECEIVED_SHUTDOWN) != 0; }

 private:
  TestClient tcp_;
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
  std::unique_ptr<SSL, decltype(&SSL_free)> ssl_;
  bool connected_ = false;
};

class ServerTls : public ::testing::Test {
 protected:
  [[nodiscard]] std::string path(const std::string& name) const { return certificate_.folder() + "/" + name; }
  [[nodiscard]] ServerOptions options() const {
    ServerOptions options;
    options.tls_cert = certificate_.cert_file();
    options.tls_key = certificate_.key_file();
    return options;
  }
  Router router() {
    Router router;
    router.add({Method::kGet, "/hello", [](Request& request) { return text(request.tls ? "hello, tls" : "hello"); }});
    router.add({Method::kPost, "/echo", [](Request& request) { return text(std::move(request.body)); }});
    router.add({Method::kPost, "/stream",
                [](Request& request) {
                  std::string all;
                  std::string piece(10'000, '\0');
                  for (;;) {
                    const auto count = request.stream->read(piece);
                    if (!count.ok() || *count == 0) return text(std::move(all));
                    all.append(piece, 0, *count);
                  }
                },
                BodyMode::kStream});
    router.add({Method::kGet, "/pieces", [](Request&) {
                  Response response = text("");
                  response.body = [](BodyWriter& writer) -> Status {
                    for (int i = 0; i < 10; ++i) TRY(writer.write(std::string(kMiB, '#')));
                    return {};
                  };
                  return response;
                }});
    router.add({Method::kGet, "/file", [this](Request&) {
                  Response response = text("");
                  response.body = FileRange{::open(path("file").c_str(), O_RDONLY | O_CLOEXEC), 5, 10 * kMiB};
                  return response;
                }});
    return router;
  }
  std::string failure_of(const ServerOptions& options) {
    const auto server = Server::open(options, Router());
    return server.ok() ? "" : server.error().message();
  }

  TestCertificate certificate_;
};

constexpr std::string_view kClose = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";

TEST_F(ServerTls, ServesAllKindsOfBodies) {
  std::string contents(11 * kMiB, '\0');
  for (std::size_t i = 0; i < contents.size(); ++i) contents[i] = static_cast<char>(i * 31 + i / 1000);
  std::ofstream(path("file"), std::ios::binary) << contents;
  TestServer server(router(), options());
  server.start();

  TlsClient hello(server.port());
  ASSERT_TRUE(hello.connected());
  EXPECT_EQ(hello.version(), "TLSv1.3");
  hello.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\nGET /hello" + std::string(kClose) + "\r\n");
  const std::string both = hello.receive_all();
  EXPECT_THAT(both, AllOf(HasSubstr("hello, tlsHTTP/1.1 200 OK"), EndsWith("hello, tls")));
  EXPECT_TRUE(hello.ended_well());

  const std::string body(5 * kMiB + 3, 'b');
  const std::string upload = std::string(kClose) + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  for (const std::string target : {"/echo", "/stream"}) {
    TlsClient client(server.port());
    ASSERT_TRUE(client.send("POST " + target + upload));
    const std::string got = client.receive_all();
    EXPECT_EQ(got.size() - got.find("\r\n\r\n") - 4, body.size()) << target;
    EXPECT_TRUE(got.ends_with(body)) << target;
  }

  TlsClient pieces(server.port());
  pieces.send("GET /pieces" + std::string(kClose) + "\r\n");
  const std::string made = pieces.receive_all();
  EXPECT_EQ(std::count(made.begin(), made.end(), '#'), static_cast<std::ptrdiff_t>(10 * kMiB));

  TlsClient file(server.port());
  file.send("GET /file" + std::string(kClose) + "\r\n");
  std::this_thread::sleep_for(50ms);  // the server comes to a full socket, and goes on from there
  EXPECT_TRUE(file.receive_all().ends_with(contents.substr(5, 10 * kMiB)));
}

TEST_F(ServerTls, SpeaksTls12AndNothingOlder) {
  TestServer server(router(), options());
  server.start();
  TlsClient twelve(server.port(), TLS1_2_VERSION);
  ASSERT_TRUE(twelve.connected());
  twelve.send("GET /hello" + std::string(kClose) + "\r\n");
  EXPECT_THAT(twelve.receive_all(), EndsWith("hello, tls"));
  EXPECT_FALSE(TlsClient(server.port(), TLS1_1_VERSION).connected());
}

TEST_F(ServerTls, EndsWhoDoesNotShakeHands) {
  ServerOptions given = options();
  given.header_timeout = 100ms;
  TestServer server(router(), given);
  server.start();
  TestClient silent(server.port());
  TestClient plain(server.port());
  plain.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_FALSE(plain.receive());
  EXPECT_TRUE(silent.at_end());
  EXPECT_TRUE(TlsClient(server.port()).connected());
}

TEST_F(ServerTls, KeepsTheTimesOfPlainConnections) {
  ServerOptions given = options();
  given.header_timeout = 100ms;
  TestServer server(router(), given);
  server.start();
  TlsClient idle(server.port());
  ASSERT_TRUE(idle.connected());
  TlsClient slow(server.port());
  ASSERT_TRUE(slow.send("GET /hello HT"));
  EXPECT_THAT(slow.receive_all(), StartsWith("HTTP/1.1 408"));

  // Past the time for heads, between requests.
  ASSERT_TRUE(idle.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n"));
  EXPECT_THAT(idle.receive(15), StartsWith("HTTP/1.1 200 OK"));
  TlsClient fresh(server.port());
  ASSERT_TRUE(fresh.connected());
  const auto begun = std::chrono::steady_clock::now();
  server.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 2s);
}

TEST_F(ServerTls, SaysWhatIsWrongWithItsFiles) {
  ServerOptions half = options();
  half.tls_key.clear();
  EXPECT_THAT(failure_of(half), HasSubstr("certificate and its key"));

  ServerOptions missing = options();
  missing.tls_cert = path("none.pem");
  EXPECT_THAT(failure_of(missing),
              AllOf(HasSubstr("certificate '" + path("none.pem") + "'"), HasSubstr("No such file")));

  std::ofstream(path("junk.pem")) << "junk";
  ServerOptions junk = options();
  junk.tls_key = path("junk.pem");
  EXPECT_THAT(failure_of(junk), AllOf(HasSubstr("key '" + path("junk.pem") + "'"), HasSubstr("PEM")));

  const TestCertificate another;
  ServerOptions other = options();
  other.tls_key = another.key_file();
  EXPECT_THAT(failure_of(other), AllOf(StartsWith("The TLS key"), HasSubstr("does not belong")));
}

}  // namespace
}  // namespace cairn::http
