#include "client/connection.h"

#include <array>
#include <charconv>
#include <fmt/format.h>

#include "api/wire/json_reader.h"
#include "api/wire/json_writer.h"
#include "client/error_answer.h"
#include "http/query.h"

namespace cairn::client {
namespace {

std::string text_of(const api::Field& field, const void* value) {
  switch (field.kind) {
    case api::Kind::kString:
      return *static_cast<const std::string*>(value);
    case api::Kind::kInt64:
      return fmt::to_string(*static_cast<const std::int64_t*>(value));
    case api::Kind::kInt32:
      return fmt::to_string(*static_cast<const std::int32_t*>(value));
    case api::Kind::kBool:
      return *static_cast<const bool*>(value) ? "true" : "false";
    case api::Kind::kEnum:
      return fmt::to_string(*static_cast<const std::int32_t*>(value));
    case api::Kind::kDouble:
      return fmt::to_string(*static_cast<const double*>(value));
    case api::Kind::kMessage:
    case api::Kind::kMap:
      break;  // no endpoint takes these in a query
  }
  return {};
}

std::string query_of(const api::MessageType& type, const void* message) {
  std::string query;
  for (const api::Field& field : type.fields) {
    for (std::size_t i = 0; i < field.count(message); ++i) {
      const std::string text = text_of(field, field.item(message, i));
      if (text.empty()) continue;
      query += fmt::format("{}{}={}", query.empty() ? '?' : '&', field.name,
                           http::percent_encode(text, http::Slashes::kEncode));
    }
  }
  return query;
}

bool is_empty_text(const api::Field& field, const void* message) {
  return field.kind == api::Kind::kString && field.arity == api::Arity::kOne &&
         static_cast<const std::string*>(field.item(message, 0))->empty();
}

// Without members that are "": to a server, what is there was meant.
void write_body(const api::MessageType& type, const void* message, std::string& body) {
  std::vector<api::Field> fields;
  for (const api::Field& field : type.fields) {
    if (!is_empty_text(field, message)) fields.push_back(field);
  }
  api::write_json({fields, type.reset}, message, body);
}

}  // namespace

Result<Answer> Connection::send(Call call, BodySink* sink) const {
  call.stop = stop_;
  Answer answer = TRY(transport_->send(call, sink));
  if (!answer.succeeded()) return error_of(answer, call, name());
  return answer;
}

Status Connection::exchange(const Endpoint& endpoint, const api::MessageType& request_type, const void* request,
                            const api::MessageType& response_type, void* response) const {
  Call call{.method = endpoint.method, .target = std::string(endpoint.path), .repeat = endpoint.repeat};
  if (endpoint.method == http::Method::kGet) {
    call.target += query_of(request_type, request);
  } else {
    write_body(request_type, request, call.body);
  }
  Answer answer = TRY(send(call));
  if (answer.headers.get("Content-Type").find("json") == std::string_view::npos) return no_mlflow_server(name());
  return api::read_json(answer.body, response_type, response, {});
}

}  // namespace cairn::client
