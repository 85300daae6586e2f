// Bodies that are too large to hold: streamed in, streamed out, sent from files.
#include <array>
#include <atomic>
#include <chrono>
#include <fcntl.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <latch>
#include <thread>
#include <unistd.h>

#include "http/server.h"
#include "http/test_client.h"

namespace cairn::http {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

std::string pattern(std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>('a' + (i * 7 + i / 251) % 26);
  return bytes;
}

int temporary_file(std::string_view contents) {
  char name[] = "/tmp/cairn-http-XXXXXX";
  const int file = ::mkostemp(name, O_CLOEXEC);
  ::unlink(name);
  EXPECT_EQ(::write(file, contents.data(), contents.size()), static_cast<ssize_t>(contents.size()));
  return file;
}

std::size_t resident_bytes() {
  std::size_t total = 0;
  std::size_t resident = 0;
  std::ifstream("/proc/self/statm") >> total >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

Result<std::string> read_all(BodyReader& body, std::size_t piece) {
  std::string all;
  std::string buffer(piece, '\0');
  for (;;) {
    const std::size_t count = TRY(body.read(buffer));
    if (count == 0) return all;
    all.append(buffer, 0, count);
  }
}

Response collect(Request& request) {
  auto all = read_all(*request.stream, 1000);
  if (!all.ok()) return Response::of(400, "text/plain", all.error().message());
  return text(*all);
}

constexpr std::string_view kHead = "POST /s HTTP/1.1\r\nHost: x\r\n";

TestServer streaming(Handler handler, ServerOptions options = {}) {
  Router router;
  router.add({Method::kPost, "/s", std::move(handler), BodyMode::kStream});
  router.add({Method::kGet, "/hello", [](Request&) { return text("hello"); }});
  return TestServer(std::move(router), options);
}

TEST(StreamIn, GivesTheBodyAsItComes) {
  TestServer server = streaming(collect);
  server.start();
  TestClient client(server.port());
  const std::string body = pattern(300'000);
  std::string request = std::string(kHead) + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  EXPECT_EQ(client.ask(request)->body, body);
  EXPECT_EQ(client.ask(std::string(kHead) + "Content-Length: 0\r\n\r\n")->body, "");
  EXPECT_EQ(client.ask(std::string(kHead) + "\r\n")->body, "");
  EXPECT_EQ(client.ask(std::string(kHead) + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")->body,
            "abcde");
  EXPECT_EQ(client.ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")->body, "hello");
}

TEST(StreamIn, InvitesTheBodyAtTheFirstRead) {
  TestServer server = streaming(collect);
  server.start();
  TestClient client(server.port());
  EXPECT_EQ(client.ask(std::string(kHead) + "Content-Length: 3\r\nExpect: 100-continue\r\n\r\n")->status, 100);
  EXPECT_EQ(client.ask("abc")->body, "abc");
}

TEST(StreamIn, ReadsPastTheLittleThatAHandlerLeft) {
  TestServer server = streaming([](Request&) { return text("enough"); });
  server.start();
  TestClient client(server.port());
  EXPECT_EQ(client.ask(std::string(kHead) + "Content-Length: 3\r\n\r\nabc")->body, "enough");
  EXPECT_EQ(client.ask(std::string(kHead) + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")->body, "enough");
  EXPECT_EQ(client.ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")->body, "hello");
}

TEST(StreamIn, ClosesWhereAHandlerLeftMuch) {
  TestServer server = streaming([](Request&) { return text("enough"); });
  server.start();
  TestClient client(server.port());
  const auto answer = client.ask(std::string(kHead) + "Content-Length: 100000000\r\n\r\nabc");
  EXPECT_EQ(answer->body, "enough");
  EXPECT_EQ(answer->field("Connection"), "close");
  EXPECT_TRUE(client.at_end());

  TestClient uninvited(server.port());
  const auto early = uninvited.ask(std::string(kHead) + "Content-Length: 3\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(early->status, 200);
  EXPECT_EQ(early->field("Connection"), "close");
}

TEST(StreamIn, TellsTheHandlerOfABrokenBody) {
  TestServer server = streaming(collect);
  server.start();
  TestClient client(server.port());
  const auto answer = client.ask(std::string(kHead) + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n");
  EXPECT_EQ(answer->status, 400);
  EXPECT_EQ(answer->field("Connection"), "close");
  EXPECT_TRUE(client.at_end());
}

TEST(StreamIn, TellsTheHandlerOfAClientThatLeftOrStalled) {
  std::atomic<int> cancelled = 0;
  std::atomic<int> stalled = 0;
  ServerOptions options;
  options.stall_timeout = 100ms;
  TestServer server = streaming(
      [&](Request& request) {
        const auto all = read_all(*request.stream, 1000);
        if (!all.ok()) ++(all.error().code() == ErrorCode::kDeadlineExceeded ? stalled : cancelled);
        return text("");
      },
      options);
  server.start();
  TestClient leaves(server.port());
  ASSERT_TRUE(leaves.send(std::string(kHead) + "Content-Length: 10\r\n\r\nabc"));
  leaves.close();
  TestClient stalls(server.port());
  ASSERT_TRUE(stalls.send(std::string(kHead) + "Content-Length: 10\r\n\r\nabc"));
  EXPECT_EQ(stalls.receive()->field("Connection"), "close");
  EXPECT_TRUE(stalls.at_end());
  stalls.close();
  server.stop();
  EXPECT_EQ(cancelled, 1);
  EXPECT_EQ(stalled, 1);
}

// What the handler has not asked for stays with the client: its send() blocks once the socket's buffers are full.
TEST(StreamIn, SlowsTheClientDownToTheHandlersPace) {
  std::atomic<bool> go_on = false;
  std::atomic<std::size_t> taken = 0;
  TestServer server = streaming([&](Request& request) {
    while (!go_on) std::this_thread::sleep_for(1ms);
    const auto all = read_all(*request.stream, kMiB);
    taken = all.ok() ? all.value().size() : 0;
    return text("done");
  });
  server.start();
  constexpr std::size_t kBody = 64 * kMiB;
  TestClient client(server.port());
  std::atomic<std::size_t> sent = 0;
  std::thread sender([&] {
    client.send(std::string(kHead) + "Content-Length: " + std::to_string(kBody) + "\r\n\r\n");
    const std::string piece(kMiB, 'x');
    for (; sent < kBody; sent += piece.size()) {
      if (!client.send(piece)) break;
    }
  });
  std::this_thread::sleep_for(200ms);
  EXPECT_LT(sent, kBody / 2);
  go_on = true;
  sender.join();
  EXPECT_EQ(client.receive()->body, "done");
  EXPECT_EQ(taken, kBody);
}

TEST(StreamIn, KeepsMemoryFlat) {
  std::atomic<std::size_t> taken = 0;
  TestServer server = streaming([&](Request& request) {
    std::array<char, 64 * 1024> buffer;
    for (;;) {
      const auto count = request.stream->read(buffer);
      if (!count.ok() || *count == 0) return text("done");
      taken += *count;
    }
  });
  server.start();
  constexpr std::size_t kBody = 512 * kMiB;
  TestClient client(server.port());
  ASSERT_TRUE(client.send(std::string(kHead) + "Content-Length: " + std::to_string(kBody) + "\r\n\r\n"));
  const std::string piece(kMiB, 'x');
  const std::size_t before = resident_bytes();
  for (std::size_t sent = 0; sent < kBody; sent += piece.size()) ASSERT_TRUE(client.send(piece));
  EXPECT_EQ(client.receive()->body, "done");
  EXPECT_EQ(taken, kBody);
  EXPECT_LT(resident_bytes(), before + 16 * kMiB);
}

// Uploads that crawl have threads of their own, and so has what waits for a store.
TEST(StreamIn, LeavesOtherRequestsTheirWorkers) {
  constexpr int kUploads = 64;
  ServerOptions options;
  options.max_workers = 1;
  options.max_streams = kUploads;
  options.max_storage = 1;
  Router router;
  router.add({Method::kPost, "/s", collect, BodyMode::kStream});
  router.add({Method::kGet, "/hello", [](Request&) { return text("hello"); }});
  router.add({Method::kGet, "/stored", [](Request&) { return text("stored"); }, BodyMode::kWhole, Lane::kStorage});
  TestServer server(std::move(router), options);
  server.start();
  std::vector<TestClient> uploads;
  for (int i = 0; i < kUploads; ++i) {
    uploads.emplace_back(server.port());
    ASSERT_TRUE(uploads.back().send(std::string(kHead) + "Content-Length: 6\r\n\r\nabc"));
  }
  std::this_thread::sleep_for(20ms);
  EXPECT_EQ(TestClient(server.port()).ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")->body, "hello");
  EXPECT_EQ(TestClient(server.port()).ask("GET /stored HTTP/1.1\r\nHost: x\r\n\r\n")->body, "stored");
  for (auto& upload : uploads) EXPECT_TRUE(upload.send("def"));
  for (auto& upload : uploads) EXPECT_EQ(upload.receive()->body, "abcdef");
}

TEST(Lanes, WhatWaitsForAStoreLeavesOtherRequestsTheirWorkers) {
  std::latch released(1);
  ServerOptions options;
  options.max_workers = 1;
  Router router;
  const auto wait = [&](Request&) {
    released.wait();
    return text("stored");
  };
  router.add({Method::kGet, "/stored", wait, BodyMode::kWhole, Lane::kStorage});
  router.add({Method::kGet, "/hello", [](Request&) { return text("hello"); }});
  TestServer server(std::move(router), options);
  server.start();
  std::vector<TestClient> waiting;
  for (int i = 0; i < 8; ++i) {
    waiting.emplace_back(server.port());
    ASSERT_TRUE(waiting.back().send("GET /stored HTTP/1.1\r\nHost: x\r\n\r\n"));
  }
  EXPECT_EQ(TestClient(server.port()).ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")->body, "hello");
  released.count_down();
  for (auto& client : waiting) EXPECT_EQ(client.receive()->body, "stored");
}

// The piece that came with the head passes through the reader's buffer, the others past it.
TEST(StreamIn, LosesNothingBetweenItsTwoWays) {
  TestServer server = streaming(collect);
  server.start();
  TestClient client(server.port());
  const std::string body = pattern(50'000);
  const std::string hello = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";
  for (const std::size_t piece : {std::size_t{1}, std::size_t{777}, body.size()}) {
    std::string request = std::string(kHead) + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
    request += body.substr(0, piece);
    ASSERT_TRUE(client.send(request));
    std::this_thread::sleep_for(10ms);
    ASSERT_TRUE(client.send(body.substr(piece) + hello));
    EXPECT_TRUE(client.receive()->body == body);
    EXPECT_EQ(client.receive()->body, "hello");
  }
}

TestServer serving(Handler handler, ServerOptions options = {}) {
  Router router;
  router.add({Method::kGet, "/", std::move(handler)});
  return TestServer(std::move(router), options);
}

Response produced(Producer producer) {
  Response response = text("");
  response.body = std::move(producer);
  return response;
}

TEST(StreamOut, BlocksTheProducerWhileTheClientIsSlow) {
  std::atomic<std::size_t> written = 0;
  constexpr std::size_t kBody = 64 * kMiB;
  TestServer server = serving([&](Request&) {
    return produced([&](BodyWriter& writer) -> Status {
      const std::string piece(kMiB, 'x');
      for (; written < kBody; written += piece.size()) TRY(writer.write(piece));
      return {};
    });
  });
  server.start();
  TestClient client(server.port());
  ASSERT_TRUE(client.send(kGet));
  std::this_thread::sleep_for(200ms);
  EXPECT_LT(written, kBody / 2);
  EXPECT_EQ(client.receive()->body.size(), kBody);
}

TEST(StreamOut, TellsTheProducerThatTheClientIsGone) {
  std::latch begun(1);
  std::atomic<int> cancelled = 0;
  TestServer server = serving([&](Request&) {
    return produced([&](BodyWriter& writer) -> Status {
      begun.count_down();
      const std::string piece(kMiB, 'x');
      for (;;) {
        const Status status = writer.write(piece);
        if (status.ok()) continue;
        cancelled += status.error().code() == ErrorCode::kCancelled;
        return status;
      }
    });
  });
  server.start();
  TestClient client(server.port());
  ASSERT_TRUE(client.send(kGet));
  begun.wait();
  client.close();
  server.stop();
  EXPECT_EQ(cancelled, 1);
}

TEST(StreamOut, TurnsAFailureBeforeTheFirstPieceIntoA500) {
  TestServer server =
      serving([](Request&) { return produced([](BodyWriter&) -> Status { return internal_error("no such luck"); }); });
  server.start();
  TestClient client(server.port());
  EXPECT_EQ(client.ask(kGet)->status, 500);
  EXPECT_EQ(client.ask(kGet)->status, 500);
}

TEST(StreamOut, CutsOffWhatFailsLater) {
  for (const std::string version : {"1.0", "1.1"}) {
    TestServer server = serving([](Request&) {
      return produced([](BodyWriter& writer) -> Status {
        TRY(writer.write("half"));
        throw std::runtime_error("in the middle");
      });
    });
    std::atomic<int> failures = 0;
    server.server().on_failure([&](std::string_view line) {
      EXPECT_THAT(line, HasSubstr("in the middle"));
      ++failures;
    });
    server.start();
    TestClient client(server.port());
    ASSERT_TRUE(client.send("GET / HTTP/" + version + "\r\nHost: x\r\n\r\n"));
    std::string got;
    char buffer[1000];
    ssize_t count = 0;
    while ((count = ::recv(client.fd(), buffer, sizeof buffer, 0)) > 0)
      got.append(buffer, static_cast<std::size_t>(count));
    // Not an orderly end, which HTTP/1.0 would take for the whole body.
    EXPECT_EQ(count, -1);
    EXPECT_EQ(errno, ECONNRESET);
    server.stop();
    EXPECT_EQ(failures, 1);
  }
}

Response sized(std::uint64_t length, Producer producer) {
  Response response = text("");
  response.body = SizedProducer{length, std::move(producer)};
  return response;
}

TEST(StreamOut, TellsALengthThatIsKnown) {
  TestServer server = serving([](Request&) {
    return sized(6, [](BodyWriter& writer) -> Status {
      TRY(writer.write("abc"));
      return writer.write("def");
    });
  });
  server.start();
  TestClient client(server.port());
  for (int i = 0; i < 2; ++i) {
    const auto answer = client.ask(kGet);
    EXPECT_EQ(answer->field("Content-Length"), "6");
    EXPECT_EQ(answer->field("Transfer-Encoding"), "");
    EXPECT_EQ(answer->body, "abcdef");
  }
  ASSERT_TRUE(client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n"));
  EXPECT_EQ(client.receive(TestClient::Body::kNone)->field("Content-Length"), "6");
  EXPECT_EQ(client.ask(kGet)->body, "abcdef");
}

TEST(StreamOut, NeverBreaksALengthThatItTold) {
  for (const std::size_t written : {3u, 7u}) {
    TestServer server = serving([written](Request&) {
      return sized(6, [written](BodyWriter& writer) -> Status {
        TRY(writer.write("ab"));
        return writer.write(std::string(written - 2, 'x'));
      });
    });
    server.start();
    TestClient client(server.port());
    EXPECT_FALSE(client.ask(kGet)) << written;
  }
}

TEST(StreamOut, LeavesOtherRequestsTheirWorkers) {
  ServerOptions options;
  options.max_workers = 1;
  Router router;
  router.add({Method::kGet, "/", [](Request&) {
                return produced([](BodyWriter& writer) -> Status {
                  const std::string piece(kMiB, 'x');
                  for (int i = 0; i < 64; ++i) TRY(writer.write(piece));
                  return {};
                });
              }});
  router.add({Method::kGet, "/hello", [](Request&) { return text("hello"); }});
  TestServer server(std::move(router), options);
  server.start();
  std::vector<TestClient> slow;
  for (int i = 0; i < 8; ++i) {
    slow.emplace_back(server.port());
    ASSERT_TRUE(slow.back().send(kGet));
  }
  EXPECT_EQ(TestClient(server.port()).ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")->body, "hello");
  EXPECT_EQ(slow.back().receive()->body.size(), 64 * kMiB);
}

TEST(StreamOut, GivesUpOnAStalledClient) {
  ServerOptions options;
  options.stall_timeout = 100ms;
  std::latch begun(1);
  std::atomic<int> stalled = 0;
  TestServer server = serving(
      [&](Request&) {
        return produced([&](BodyWriter& writer) -> Status {
          begun.count_down();
          const std::string piece(kMiB, 'x');
          for (;;) {
            const Status status = writer.write(piece);
            if (status.ok()) continue;
            stalled += status.error().code() == ErrorCode::kDeadlineExceeded;
            return status;
          }
        });
      },
      options);
  server.start();
  TestClient client(server.port());
  ASSERT_TRUE(client.send(kGet));
  begun.wait();
  server.stop();
  EXPECT_EQ(stalled, 1);
}

TEST(FileOut, SendsRanges) {
  const std::string contents = pattern(3 * kMiB + 17);
  const int file = temporary_file(contents);
  std::atomic<std::uint64_t> offset = 0;
  std::atomic<std::uint64_t> length = contents.size();
  TestServer server = serving([&](Request&) {
    Response response = text("");
    response.body = FileRange{::dup(file), offset, length};
    return response;
  });
  server.start();
  TestClient client(server.port());
  const auto whole = client.ask(kGet);
  EXPECT_EQ(whole->field("Content-Length"), std::to_string(contents.size()));
  EXPECT_TRUE(whole->body == contents);
  offset = 1000;
  length = 2 * kMiB;
  EXPECT_TRUE(client.ask(kGet)->body == contents.substr(1000, 2 * kMiB));
  length = 0;
  EXPECT_EQ(client.ask(kGet)->body, "");
  ASSERT_TRUE(client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n"));
  EXPECT_EQ(client.receive(TestClient::Body::kNone)->field("Content-Length"), "0");
  ::close(file);
}

TEST(FileOut, ClosesItsDescriptors) {
  const int file = temporary_file("abc");
  const int copy = ::dup(file);
  ::close(copy);
  TestServer server = serving([&](Request&) {
    Response response = text("");
    response.body = FileRange{::dup(file), 0, 3};
    return response;
  });
  server.start();
  {
    TestClient client(server.port());
    for (int i = 0; i < 50; ++i) {
      EXPECT_EQ(client.ask(kGet)->body, "abc");
      ASSERT_TRUE(client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n"));
      ASSERT_TRUE(client.receive(TestClient::Body::kNone));
    }
  }
  server.stop();
  const int next = ::dup(file);
  EXPECT_LE(next, copy + 2);
  ::close(next);
  ::close(file);
}

TEST(FileOut, CutsOffAFileThatIsShorterThanPromised) {
  const int file = temporary_file("abc");
  TestServer server = serving([&](Request&) {
    Response response = text("");
    response.body = FileRange{::dup(file), 0, 1000};
    return response;
  });
  server.start();
  TestClient client(server.port());
  EXPECT_FALSE(client.ask(kGet));
  ::close(file);
}

TEST(FileOut, KeepsMemoryFlatAndWorkersFreeForSlowReaders) {
  const int file = temporary_file("");
  constexpr std::uint64_t kSize = 256 * kMiB;
  ASSERT_EQ(::ftruncate(file, static_cast<off_t>(kSize)), 0);
  ServerOptions options;
  options.max_workers = 2;
  Router router;
  router.add({Method::kGet, "/", [&](Request&) {
                Response response = text("");
                response.body = FileRange{::dup(file), 0, kSize};
                return response;
              }});
  router.add({Method::kGet, "/hello", [](Request&) { return text("hello"); }});
  TestServer server(std::move(router), options);
  server.start();

  std::vector<TestClient> slow;
  for (int i = 0; i < 8; ++i) {
    slow.emplace_back(server.port());
    ASSERT_TRUE(slow.back().send(kGet));
  }
  std::this_thread::sleep_for(50ms);
  EXPECT_EQ(TestClient(server.port()).ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")->body, "hello");

  TestClient& client = slow.front();
  const std::size_t before = resident_bytes();
  std::string buffer(kMiB, '\0');
  std::uint64_t received = 0;
  while (received < kSize) {
    const ssize_t count = ::recv(client.fd(), buffer.data(), buffer.size(), 0);
    ASSERT_GT(count, 0);
    received += static_cast<std::uint64_t>(count);
  }
  EXPECT_LT(resident_bytes(), before + 16 * kMiB);
  ::close(file);
}

}  // namespace
}  // namespace cairn::http
