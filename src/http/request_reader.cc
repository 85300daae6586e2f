#include "http/request_reader.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <limits>
#include <string>
#include <utility>

#include <boost/beast/http/basic_parser.hpp>

#include "http/text.h"

namespace cairn::http {
namespace {

namespace beast = boost::beast;
using Verb = beast::http::verb;
using Field = beast::http::field;

// Spare room behind a whole body, for JSON parsers that read past the end.
constexpr std::size_t kBodyPadding = 64;
// Room taken in advance on the word of a Content-Length.
constexpr std::uint64_t kReserveAtMost = 1024 * 1024;

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

Method method_of(Verb verb) {
  switch (verb) {
    case Verb::get:
      return Method::kGet;
    case Verb::head:
      return Method::kHead;
    case Verb::post:
      return Method::kPost;
    case Verb::put:
      return Method::kPut;
    case Verb::patch:
      return Method::kPatch;
    case Verb::delete_:
      return Method::kDelete;
    case Verb::options:
      return Method::kOptions;
    default:
      return Method::kOther;
  }
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A line that starts with a blank continues the one before (obs-fold).
bool has_folded_line(std::string_view head) {
  return head.find("\r\n ") != std::string_view::npos || head.find("\r\n\t") != std::string_view::npos;
}

}  // namespace

class RequestReader::Parser final : public beast::http::basic_parser<true> {
 public:
  Parser(const Limits& limits, Request& request) : limits_(limits), request_(&request) {
    body_limit(std::numeric_limits<std::uint64_t>::max());  // the sinks have limits of their own
    header_limit(static_cast<std::uint32_t>(
        std::min<std::size_t>(limits.header_bytes, std::numeric_limits<std::uint32_t>::max())));
  }
  Parser(Parser&&) = default;
  Parser& operator=(Parser&&) = default;

  Step feed(std::string_view bytes) {
    const std::size_t given = bytes.size();
    const Event event = stage_ == Stage::kHead ? feed_head(bytes) : feed_body(bytes);
    return {event, given - bytes.size()};
  }

  void collect_body(std::uint64_t limit) {
    sink_ = Sink::kWhole;
    left_of_limit_ = limit;
    if (head_.content_length.value_or(0) > limit) {
      refuse(413, "the body is larger than this server accepts");
    } else if (head_.content_length) {
      request_->body.reserve(std::min(*head_.content_length, kReserveAtMost) + kBodyPadding);
    }
  }
  void discard_body(std::uint64_t limit) {
    sink_ = Sink::kNowhere;
    left_of_limit_ = limit;
  }
  void set_window(std::span<char> window) {
    sink_ = Sink::kWindow;
    window_ = window;
    window_used_ = 0;
  }
  [[nodiscard]] std::size_t window_used() const { return window_used_; }
  [[nodiscard]] std::optional<std::uint64_t> body_left() const {
    if (!head_.content_length) return std::nullopt;
    return *head_.content_length - body_taken_;
  }
  void took_body(std::size_t count) {
    assert(stage_ == Stage::kBody && head_.content_length && count <= *body_left());
    body_taken_ += count;
    if (*body_left() == 0) stage_ = Stage::kComplete;
  }
  [[nodiscard]] bool begun() const { return head_bytes_ > 0; }
  [[nodiscard]] bool complete() const { return stage_ == Stage::kComplete; }
  [[nodiscard]] const Head& head() const { return head_; }
  [[nodiscard]] const Refusal& refusal() const { return refusal_; }

 private:
  enum class Stage : std::uint8_t { kHead, kBody, kComplete, kRefused };
  enum class Sink : std::uint8_t { kNowhere, kWhole, kWindow };
  using ErrorCode = beast::error_code;

  Event feed_head(std::string_view& bytes) {
    // Some clients end a body with a line break that is not part of it.
    while (head_bytes_ == 0 && bytes.starts_with("\r\n")) bytes.remove_prefix(2);
    if (bytes.empty() || (head_bytes_ == 0 && bytes == "\r")) return Event::kNeedMore;

    ErrorCode error;
    const std::size_t used = put({bytes.data(), bytes.size()}, error);
    const std::string_view taken = bytes.substr(0, used);
    head_bytes_ += used;
    bytes.remove_prefix(used);
    if (stage_ == Stage::kRefused) return Event::kRefused;
    if (has_folded_line(taken)) return refuse(400, "a header field is folded over lines");
    if (head_bytes_ + (is_header_done() ? 0 : bytes.size()) > limits_.header_bytes) return refuse_size(bytes);
    if (error == beast::http::error::need_more) return Event::kNeedMore;
    if (error == beast::http::error::header_limit) return refuse_size(bytes);
    if (error) return refuse(400, "the request is malformed");
    return finish_head();
  }

  Event finish_head() {
    if (hosts_ > 1 || (hosts_ == 0 && head_.http11)) return refuse(400, "a request needs exactly one Host field");
    head_.keep_alive = keep_alive();
    head_.chunked = chunked();
    if (const auto length = content_length()) head_.content_length = *length;
    if (head_.chunked && !head_.http11) return refuse(400, "HTTP/1.0 has no transfer codings");
    stage_ = Stage::kBody;
    return Event::kHead;
  }

  Event feed_body(std::string_view& bytes) {
    if (head_.content_length) return feed_sized_body(bytes);
    while (stage_ == Stage::kBody && !is_done()) {
      // Fewer bytes than the shortest last chunk would trip an assertion in Beast when it resumes there.
      constexpr std::size_t kShortestLastChunk = 5;
      if (bytes.empty() || (head_.chunked && chunk_left_ == 0 && bytes.size() < kShortestLastChunk)) {
        return Event::kNeedMore;
      }
      ErrorCode error;
      const std::size_t used = put({bytes.data(), bytes.size()}, error);
      bytes.remove_prefix(used);
      if (stage_ == Stage::kRefused) break;
      if (error == beast::http::error::need_more) {
        // Data is always taken, so what is left is a chunk's extensions, or trailers.
        if (bytes.size() < limits_.header_bytes) return Event::kNeedMore;
        return refuse(431, "the fields within the body are too large");
      }
      if (error == beast::http::error::need_buffer) return Event::kWindowFull;
      if (error) return refuse(400, "the body is malformed");
    }
    if (stage_ == Stage::kRefused) return Event::kRefused;
    stage_ = Stage::kComplete;
    return Event::kComplete;
  }

  // Nothing here needs Beast, and took_body() would go unnoticed by it.
  Event feed_sized_body(std::string_view& bytes) {
    if (stage_ == Stage::kBody && *body_left() > 0) {
      if (bytes.empty()) return Event::kNeedMore;
      const auto offered = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), *body_left()));
      ErrorCode error;
      const std::size_t used = take_body(bytes.substr(0, offered), error);
      bytes.remove_prefix(used);
      if (stage_ == Stage::kRefused) return Event::kRefused;
      if (error) return Event::kWindowFull;
      if (*body_left() > 0) return Event::kNeedMore;
    }
    if (stage_ == Stage::kRefused) return Event::kRefused;
    stage_ = Stage::kComplete;
    return Event::kComplete;
  }

  Event refuse(int status, std::string_view reason) {
    stage_ = Stage::kRefused;
    refusal_ = {status, reason};
    return Event::kRefused;
  }
  Event refuse_size(std::string_view unparsed) {
    // A head that comes in small pieces is parsed only when it is whole, so its first line may still be unread.
    const bool in_first_line = request_->target.empty() && unparsed.find("\r\n") > limits_.target_bytes;
    return in_first_line ? refuse(414, "the request's target is too long")
                         : refuse(431, "the request's header fields are too large");
  }
  // Stops Beast from within one of its callbacks; refusal() says why.
  void refuse(int status, std::string_view reason, ErrorCode& error) {
    refuse(status, reason);
    error = beast::http::error::bad_value;
  }

  std::size_t take_body(std::string_view bytes, ErrorCode& error) {
    const std::size_t taken = sink(bytes, error);
    body_taken_ += taken;
    return taken;
  }

  std::size_t sink(std::string_view bytes, ErrorCode& error) {
    if (sink_ == Sink::kWindow) {
      const std::size_t taken = std::min(bytes.size(), window_.size() - window_used_);
      if (taken > 0) std::memcpy(window_.data() + window_used_, bytes.data(), taken);
      window_used_ += taken;
      if (taken < bytes.size()) error = beast::http::error::need_buffer;
      return taken;
    }
    if (bytes.size() > left_of_limit_) {
      refuse(413, "the body is larger than this server accepts", error);
      return 0;
    }
    left_of_limit_ -= bytes.size();
    if (sink_ == Sink::kWhole) request_->body.append(bytes);
    return bytes.size();
  }

  void on_request_impl(Verb verb, beast::string_view, beast::string_view target, int version,
                       ErrorCode& error) override {
    request_->method = method_of(verb);
    head_.http11 = version == 11;
    const std::string_view given = view(target);
    request_->target = given;
    if (given.size() > limits_.target_bytes) return refuse(414, "the request's target is too long", error);
    const bool asterisk = given == "*" && verb == Verb::options;
    if (!given.starts_with('/') && !asterisk) take_absolute_form(given, error);
  }

  // "GET http://host/path": a server must accept it, and take the host from there.
  void take_absolute_form(std::string_view target, ErrorCode& error) {
    const std::size_t colon = target.find("://");
    const std::string_view scheme = target.substr(0, colon);
    if (colon == std::string_view::npos || (!iequals(scheme, "http") && !iequals(scheme, "https"))) {
      return refuse(400, "the request's target is neither a path nor a URL", error);
    }
    const std::string_view rest = target.substr(colon + 3);
    const std::size_t end = std::min(rest.find_first_of("/?"), rest.size());
    authority_ = rest.substr(0, end);
    if (authority_.empty()) return refuse(400, "the request's target names no host", error);
    request_->target =
        rest.substr(end).starts_with('/') ? std::string(rest.substr(end)) : "/" + std::string(rest.substr(end));
  }

  void on_field_impl(Field field, beast::string_view name, beast::string_view value, ErrorCode& error) override {
    if (stage_ != Stage::kHead) return;  // trailers say nothing that we need
    const std::string_view text = trim(view(value));
    switch (field) {
      case Field::host:
        ++hosts_;
        if (!authority_.empty()) {
          request_->headers.add(std::string(view(name)), authority_);
          return;
        }
        break;
      case Field::content_length:
        if (std::exchange(has_length_, true) || !all_digits(text)) {
          return refuse(400, "the Content-Length is not one number", error);
        }
        break;
      case Field::transfer_encoding:
        if (!iequals(text, "chunked")) return refuse(501, "this transfer coding is not supported", error);
        break;
      case Field::expect:
        head_.expects_continue = head_.http11 && iequals(text, "100-continue");
        break;
      default:
        break;
    }
    request_->headers.add(std::string(view(name)), std::string(text));
  }

  std::size_t on_body_impl(beast::string_view bytes, ErrorCode& error) override {
    return take_body(view(bytes), error);
  }
  void on_chunk_header_impl(std::uint64_t size, beast::string_view, ErrorCode&) override { chunk_left_ = size; }
  std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view bytes, ErrorCode& error) override {
    const std::size_t taken = take_body(view(bytes), error);
    chunk_left_ -= taken;
    return taken;
  }
  void on_response_impl(int, beast::string_view, int, ErrorCode&) override {}
  void on_header_impl(ErrorCode&) override {}
  void on_body_init_impl(const boost::optional<std::uint64_t>&, ErrorCode&) override {}
  void on_finish_impl(ErrorCode&) override {}

  Limits limits_;
  Request* request_;
  Stage stage_ = Stage::kHead;
  Head head_;
  Refusal refusal_;
  std::string authority_;  // of a target in absolute form
  std::size_t head_bytes_ = 0;
  int hosts_ = 0;
  bool has_length_ = false;
  Sink sink_ = Sink::kNowhere;
  std::uint64_t left_of_limit_ = 0;
  std::uint64_t body_taken_ = 0;
  std::uint64_t chunk_left_ = 0;
  std::span<char> window_;
  std::size_t window_used_ = 0;
};

RequestReader::RequestReader(Limits limits) : limits_(limits) {}
RequestReader::~RequestReader() = default;

void RequestReader::start(Request& request) {
  if (parser_) {
    *parser_ = Parser(limits_, request);
  } else {
    parser_ = std::make_unique<Parser>(limits_, request);
  }
}

RequestReader::Step RequestReader::feed(std::string_view bytes) { return parser_->feed(bytes); }
void RequestReader::collect_body(std::uint64_t limit) { parser_->collect_body(limit); }
void RequestReader::discard_body(std::uint64_t limit) { parser_->discard_body(limit); }
std::optional<std::uint64_t> RequestReader::body_left() const { return parser_->body_left(); }
void RequestReader::set_window(std::span<char> window) { parser_->set_window(window); }
std::size_t RequestReader::window_used() const { return parser_->window_used(); }
void RequestReader::took_body(std::size_t count) { parser_->took_body(count); }
bool RequestReader::begun() const { return parser_->begun(); }
bool RequestReader::complete() const { return parser_->complete(); }
const RequestReader::Head& RequestReader::head() const { return parser_->head(); }
const RequestReader::Refusal& RequestReader::refusal() const { return parser_->refusal(); }

}  // namespace cairn::http
