// Feeds arbitrary bytes to the request reader. Beyond not crashing: how the bytes are cut must not change what they
// say.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"
#include "http/query.h"
#include "http/request_reader.h"

namespace {

using cairn::http::Request;
using cairn::http::RequestReader;
using Event = RequestReader::Event;

constexpr std::uint64_t kBodyLimit = 4096;
constexpr RequestReader::Limits kLimits{.header_bytes = 2048, .target_bytes = 1024};

void require(bool holds) {
  if (!holds) std::abort();
}

// All that the bytes say, as one text.
std::string describe(const Request& request, const RequestReader::Head& head, std::string_view body) {
  std::string text(cairn::http::name(request.method));
  text += ' ' + request.target + (head.http11 ? " 1.1" : " 1.0") + (head.keep_alive ? " keep" : " close");
  for (const auto& [name, value] : request.headers) text += '\n' + name + ": " + value;
  return text += "\n\n" + std::string(body);
}

enum class Sink { kWhole, kWindow };

// The requests in `bytes`, which come `step` at a time; then how it ended, if it was refused.
std::vector<std::string> read(std::string_view bytes, std::size_t step, Sink sink) {
  std::vector<std::string> requests;
  RequestReader reader(kLimits);
  Request request;
  reader.start(request);
  std::string unused;
  std::string streamed;
  std::array<char, 5> window;
  for (;;) {
    if (sink == Sink::kWindow) reader.set_window(window);
    const RequestReader::Step got = reader.feed(unused);
    require(got.used <= unused.size());
    unused.erase(0, got.used);
    if (sink == Sink::kWindow) {
      require(reader.window_used() <= window.size());
      streamed.append(window.data(), reader.window_used());
    }
    switch (got.event) {
      case Event::kHead:
        if (sink == Sink::kWhole) reader.collect_body(kBodyLimit);
        break;
      case Event::kWindowFull:
        require(sink == Sink::kWindow && reader.window_used() > 0);
        break;
      case Event::kComplete:
        require(sink == Sink::kWindow || request.body.size() <= kBodyLimit);
        requests.push_back(describe(request, reader.head(), sink == Sink::kWhole ? request.body : streamed));
        (void)cairn::http::parse_query(request.query());
        (void)cairn::http::percent_decode(request.path());
        request = {};
        streamed.clear();
        reader.start(request);
        break;
      case Event::kRefused:
        require(reader.refusal().status >= 400 && !reader.refusal().reason.empty());
        return requests;
      case Event::kNeedMore:
        if (bytes.empty()) return requests;
        unused += bytes.substr(0, step);
        bytes.remove_prefix(std::min(step, bytes.size()));
        break;
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto whole = read(bytes, size + 1, Sink::kWhole);
  for (const std::size_t step : {std::size_t{1}, std::size_t{7}}) require(read(bytes, step, Sink::kWhole) == whole);
  const auto by_window = read(bytes, size + 1, Sink::kWindow);
  require(read(bytes, 3, Sink::kWindow) == by_window);
  // Windows have no limit, so that they may see more requests, never others.
  require(by_window.size() >= whole.size());
  for (std::size_t i = 0; i < whole.size(); ++i) require(by_window[i] == whole[i]);
  return 0;
}
