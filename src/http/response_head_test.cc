#include "http/response_head.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/date.h"

namespace cairn::http {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Response dated(int status) {
  Response response;
  response.status = status;
  response.headers.add("Date", "now");
  return response;
}

TEST(ResponseHead, SaysLengthAndClosing) {
  EXPECT_EQ(response_head(dated(200), {.length = 5, .keep_alive = KeepAlive::kClose}),
            "HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: 5\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(response_head(dated(404), {.framing = Framing::kChunked, .keep_alive = KeepAlive::kSaid}),
            "HTTP/1.1 404 Not Found\r\nDate: now\r\nTransfer-Encoding: chunked\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_EQ(response_head(dated(304), {.framing = Framing::kNoBody}), "HTTP/1.1 304 Not Modified\r\nDate: now\r\n\r\n");
  EXPECT_EQ(response_head(dated(299), {.framing = Framing::kUntilClose}), "HTTP/1.1 299 Unknown\r\nDate: now\r\n\r\n");
}

TEST(ResponseHead, KeepsFramingToItself) {
  Response response = dated(200);
  response.headers.add("content-length", "999");
  response.headers.add("Transfer-Encoding", "chunked");
  response.headers.add("Connection", "close");
  EXPECT_EQ(response_head(response, {.length = 1}), "HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: 1\r\n\r\n");
}

TEST(ResponseHead, LetsNoValueForgeAField) {
  Response response = dated(200);
  response.headers.add("X-Name", std::string("a\r\nSet-Cookie: b\0c\x7f\td", 21));
  const std::string head = response_head(response, {});
  EXPECT_THAT(head, HasSubstr("X-Name: a  Set-Cookie: b c \td\r\n"));
  EXPECT_THAT(head, Not(HasSubstr("\nSet-Cookie")));
}

TEST(FormatDate, IsWhatTheStandardShows) {
  EXPECT_EQ(format_date(std::chrono::system_clock::from_time_t(784111777)), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(format_date(std::chrono::system_clock::from_time_t(0)), "Thu, 01 Jan 1970 00:00:00 GMT");
}

}  // namespace
}  // namespace cairn::http
