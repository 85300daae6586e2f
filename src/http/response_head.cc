#include "http/response_head.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <fmt/format.h>
#include <utility>

#include "http/date.h"
#include "http/text.h"

namespace cairn::http {
namespace {

constexpr std::pair<int, std::string_view> kReasons[] = {
    {100, "Continue"},
    {101, "Switching Protocols"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {203, "Non-Authoritative Information"},
    {204, "No Content"},
    {205, "Reset Content"},
    {206, "Partial Content"},
    {300, "Multiple Choices"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {499, "Client Closed Request"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
    {507, "Insufficient Storage"},
};

constexpr std::string_view kServersOwn[] = {"Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive"};

bool is_servers_own(std::string_view name) {
  return std::any_of(std::begin(kServersOwn), std::end(kServersOwn),
                     [name](std::string_view own) { return iequals(own, name); });
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ");
  const std::size_t begin = out.size();
  out.append(value);
  const auto is_control = [](char c) { return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == '\x7f'; };
  std::replace_if(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), is_control, ' ');
  out.append("\r\n");
}

// Formatted once a second for each thread.
std::string_view date_now() {
  thread_local std::time_t formatted_at = 0;
  thread_local std::string text;
  const auto now = std::chrono::system_clock::now();
  const std::time_t second = std::chrono::system_clock::to_time_t(now);
  if (second != formatted_at) {
    text = format_date(now);
    formatted_at = second;
  }
  return text;
}

}  // namespace

std::string_view reason_phrase(int status) {
  const auto found =
      std::find_if(std::begin(kReasons), std::end(kReasons), [status](const auto& row) { return row.first == status; });
  return found == std::end(kReasons) ? std::string_view("Unknown") : found->second;
}

bool may_have_body(int status) { return status >= 200 && status != 204 && status != 304; }

std::string response_head(const Response& response, const Wire& wire) {
  constexpr std::size_t kUsualSize = 512;
  std::string out;
  out.reserve(kUsualSize);
  out.append("HTTP/1.1 ").append(fmt::format_int(response.status).c_str()).append(" ");
  out.append(reason_phrase(response.status)).append("\r\n");

  bool dated = false;
  for (const auto& [name, value] : response.headers) {
    if (is_servers_own(name)) continue;
    dated = dated || iequals(name, "Date");
    append_field(out, name, value);
  }
  if (!dated) append_field(out, "Date", date_now());

  if (wire.framing == Framing::kLength) append_field(out, "Content-Length", fmt::format_int(wire.length).c_str());
  if (wire.framing == Framing::kChunked) append_field(out, "Transfer-Encoding", "chunked");
  if (wire.keep_alive == KeepAlive::kClose) append_field(out, "Connection", "close");
  if (wire.keep_alive == KeepAlive::kSaid) append_field(out, "Connection", "keep-alive");
  out.append("\r\n");
  return out;
}

}  // namespace cairn::http
