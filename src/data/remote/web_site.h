// Requests to one web server below one URL, for the storages that speak HTTP: who asks, and what refusals mean.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "data/remote/storage.h"
#include "http_client/client.h"

namespace cairn::data {

struct WebRequest {
  std::string_view verb;
  http::Headers headers{};
  std::string_view body{};
  FileSource* stream = nullptr;  // instead of body; rewound before it is sent
};

// Any thread.
class WebSite {
 public:
  // `headers` go with every request.
  WebSite(std::string url, http_client::ClientOptions options, http::Headers headers);

  [[nodiscard]] const std::string& url() const { return url_; }
  // A file's URL; the site's own for an empty path.
  [[nodiscard]] std::string url_of(const std::string& path) const;
  // The same for messages: without credentials and query.
  [[nodiscard]] std::string place(const std::string& path) const;

  // Once; an answer of any status.
  Result<http_client::Response> send(const std::string& path, WebRequest request,
                                     http_client::BodySink* sink = nullptr);
  // The same for any URL of the server.
  Result<http_client::Response> send_to(std::string url, WebRequest request, http_client::BodySink* sink = nullptr);
  // Of a file; a refusal is an error.
  Result<http_client::Response> ask(const std::string& path, WebRequest request, http_client::BodySink* sink = nullptr);
  [[nodiscard]] Error refusal(const std::string& path, std::string_view verb,
                              const http_client::Response& answer) const;

  // A file's bytes from `offset` on, as far as the server can begin there.
  Status get(const std::string& path, std::uint64_t offset, FileSink& into);

 private:
  std::string url_;
  http::Headers headers_;
  http_client::Client client_;
};

// What an answer's headers say about a file.
[[nodiscard]] StoredFile described_file(const std::string& path, const http::Headers& headers);

}  // namespace cairn::data
