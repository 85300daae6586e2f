#include "cli/server_command.h"

#include <cstdio>
#include <fmt/format.h>
#include <memory>
#include <signal.h>
#include <stop_token>

#include "api/app.h"
#include "cli/output/interrupt.h"
#include "cli/services.h"
#include "cli/split_list.h"
#include "cli/webhook_flags.h"
#include "core/log.h"
#include "db/postgres_address.h"
#include "maintenance/stats.h"
#include "transfer/file_store_source.h"

namespace cairn::cli {
namespace {

constexpr const char* kDefaultStore = "sqlite:///mlflow.db";

struct ServerFlags {
  std::string backend_store_uri = kDefaultStore;
  std::string default_artifact_root;
  std::string artifacts_destination = "./mlartifacts";
  bool serve_artifacts = true;
  bool artifacts_only = false;
  std::string host = "127.0.0.1";
  std::int64_t port = 5000;
  std::string static_prefix;
  std::string allowed_hosts;
  std::string cors_allowed_origins;
  std::string x_frame_options = "SAMEORIGIN";
  bool disable_security = false;
  std::string ui_dir;
  std::string tls_cert;
  std::string tls_key;
  std::string metric_history = "chunks";
  std::string log_level = "info";
  std::string log_format = "text";
  std::int64_t slow_request_ms = 1000;
  std::string model_source_pattern;
  WebhookFlags webhooks;
  // MLflow's, for start scripts that have them.
  std::string workers, gunicorn_opts, waitress_opts, uvicorn_opts, app_name, expose_prometheus, registry_store_uri;
  std::string secrets_cache_ttl, secrets_cache_max_size, trace_archival_config, workspace_store_uri, read_replica_uri;
  bool dev = false;
};

struct IgnoredFlag {
  const char* names;
  std::string ServerFlags::* value;
  const char* why;
};
constexpr IgnoredFlag kIgnored[] = {
    {"--workers,-w", &ServerFlags::workers, "one process serves all requests"},
    {"--gunicorn-opts", &ServerFlags::gunicorn_opts, "there is no gunicorn here"},
    {"--waitress-opts", &ServerFlags::waitress_opts, "there is no waitress here"},
    {"--uvicorn-opts", &ServerFlags::uvicorn_opts, "there is no uvicorn here"},
    {"--expose-prometheus", &ServerFlags::expose_prometheus, "/metrics is always served"},
    {"--registry-store-uri", &ServerFlags::registry_store_uri, "models are kept in the backend store"},
    {"--secrets-cache-ttl", &ServerFlags::secrets_cache_ttl, "there is no AI gateway here"},
    {"--secrets-cache-max-size", &ServerFlags::secrets_cache_max_size, "there is no AI gateway here"},
    {"--trace-archival-config", &ServerFlags::trace_archival_config, "there are no traces here"},
    {"--workspace-store-uri", &ServerFlags::workspace_store_uri, "there is one workspace"},
};

std::string artifact_root(const ServerFlags& flags) {
  if (!flags.default_artifact_root.empty()) return flags.default_artifact_root;
  return flags.serve_artifacts ? "mlflow-artifacts:/" : "./mlruns";
}

Result<std::string> static_prefix(std::string_view prefix) {
  if (prefix.empty()) return std::string();
  if (!prefix.starts_with('/')) return invalid_parameter("--static-prefix must begin with a '/'.");
  if (prefix.ends_with('/')) return invalid_parameter("--static-prefix must not end with a '/'.");
  return std::string(prefix);
}

Result<tracking::MetricHistory> metric_history(std::string_view form) {
  if (form == "chunks") return tracking::MetricHistory(tracking::MetricHistory::kChunks);
  if (form == "rows") return tracking::MetricHistory(tracking::MetricHistory::kRows);
  return invalid_parameter(fmt::format("--metric-history is 'chunks' or 'rows', not '{}'.", form));
}

Status check_artifacts_only(const ServerFlags& flags) {
  if (!flags.artifacts_only || flags.backend_store_uri == kDefaultStore) return {};
  return invalid_parameter("--artifacts-only serves no tracking, so it takes no --backend-store-uri.");
}

void note_ignored_flags(const ServerFlags& flags) {
  for (const IgnoredFlag& ignored : kIgnored) {
    if (!(flags.*ignored.value).empty()) fmt::print("Note: {} has no effect: {}.\n", ignored.names, ignored.why);
  }
  if (!flags.app_name.empty()) fmt::print("Note: --app-name {} has no effect: users come later.\n", flags.app_name);
  if (flags.dev) fmt::print("Note: --dev has no effect.\n");
}

void print_welcome(const ServerFlags& flags, const std::string& address) {
  fmt::print(
      "\n  cairn {} is ready\n\n"
      "    Address    {}\n"
      "    Database   {}\n"
      "    Artifacts  {}\n\n"
      "  Try it from Python:\n\n"
      "    import mlflow\n"
      "    mlflow.set_tracking_uri(\"{}\")\n"
      "    mlflow.log_metric(\"loss\", 0.5)\n\n",
      CAIRN_VERSION, address, db::shown_uri(flags.backend_store_uri), artifact_root(flags), address);
  std::fflush(stdout);
}

// Who used MLflow's file store in this folder would see an empty list instead.
Status offer_import(const ServerFlags& flags, db::Database& database) {
  constexpr const char* kFileStore = "mlruns";
  if (!transfer::is_file_store(kFileStore) || TRY(maintenance::has_runs(database))) return {};
  fmt::print(
      "  There are runs in the folder {0}. To bring them in:\n\n    cairn import mlflow {0} --backend-store-uri "
      "{1}\n\n",
      kFileStore, flags.backend_store_uri);
  std::fflush(stdout);
  return {};
}

Status serve(const ServerFlags& flags) {
  log::configure(TRY(log::parse_level(flags.log_level)),
                 flags.log_format == "json" ? log::Format::kJson : log::Format::kText);
  TRY(check_artifacts_only(flags));
  note_ignored_flags(flags);
  const Interruptible interrupt;
  signal(SIGPIPE, SIG_IGN);

  const auto opened = TRY(OpenedServices::open({
      .database_uri = flags.backend_store_uri,
      .read_replica_uri = flags.read_replica_uri,
      .artifact_root = artifact_root(flags),
      .artifacts_destination = flags.serve_artifacts ? flags.artifacts_destination : "",
      .history = TRY(metric_history(flags.metric_history)),
      .model_source_pattern = flags.model_source_pattern,
      .webhooks = TRY(webhook_settings(flags.webhooks)),
  }));
  TRY(opened->services().webhooks.resume());

  api::AppOptions options;
  options.static_prefix = TRY(static_prefix(flags.static_prefix));
  options.artifacts_only = flags.artifacts_only;
  options.slow_request = std::chrono::milliseconds(flags.slow_request_ms);
  options.security = {.enabled = !flags.disable_security,
                      .allowed_hosts = split_list(flags.allowed_hosts),
                      .cors_allowed_origins = split_list(flags.cors_allowed_origins),
                      .x_frame_options = flags.x_frame_options,
                      .static_prefix = options.static_prefix};
  if (!flags.ui_dir.empty()) options.ui_folder = TRY(webapp::UiFolder::open(flags.ui_dir));
  api::App app(opened->services(), options);

  http::ServerOptions http_options;
  http_options.host = flags.host;
  http_options.port = static_cast<std::uint16_t>(flags.port);
  http_options.tls_cert = flags.tls_cert;
  http_options.tls_key = flags.tls_key;
  auto server = TRY(http::Server::open(http_options, app.router()));
  app.attach(*server);

  print_welcome(flags, fmt::format("{}://{}:{}{}", flags.tls_cert.empty() ? "http" : "https", flags.host,
                                   server->port(), options.static_prefix));
  TRY(offer_import(flags, opened->services().database));
  const std::stop_callback on_signal(interrupt.token(), [&server] { server->stop(); });
  server->run();
  return {};
}

}  // namespace

Command server_command() {
  const auto flags = std::make_shared<ServerFlags>();
  ServerFlags& f = *flags;
  Command command;
  command.name = "server";
  command.aliases = {"ui"};
  command.help = "Run the tracking server: MLflow's REST API and the web app";
  command.example = "cairn server --backend-store-uri sqlite:///mlflow.db --port 5000";
  command.flags = {
      {"--backend-store-uri", &f.backend_store_uri,
       "The database: sqlite:///file.db, or postgresql://user:password@host:5432/database", "MLFLOW_BACKEND_STORE_URI"},
      {"--read-replica-uri,--read-replica-backend-store-uri", &f.read_replica_uri,
       "A replica of the PostgreSQL database, for reading", "MLFLOW_READ_REPLICA_BACKEND_STORE_URI"},
      {"--default-artifact-root", &f.default_artifact_root, "Where new experiments keep their artifacts",
       "MLFLOW_DEFAULT_ARTIFACT_ROOT"},
      {"--artifacts-destination", &f.artifacts_destination, "Where artifacts that go through the server are kept",
       "MLFLOW_ARTIFACTS_DESTINATION"},
      {"--serve-artifacts,!--no-serve-artifacts", &f.serve_artifacts, "Pass artifacts through the server",
       "MLFLOW_SERVE_ARTIFACTS"},
      {"--artifacts-only", &f.artifacts_only, "Serve artifacts alone: no tracking", "MLFLOW_ARTIFACTS_ONLY"},
      {"--host,-h", &f.host, "The address to listen on; 0.0.0.0 for all", "MLFLOW_HOST"},
      {"--port,-p", &f.port, "The port to listen on; 0 for any free one", "MLFLOW_PORT"},
      {"--static-prefix", &f.static_prefix, "A prefix for all paths: /mlflow", "MLFLOW_STATIC_PREFIX"},
      {"--allowed-hosts", &f.allowed_hosts, "Host headers to accept, with *, separated by commas",
       "MLFLOW_SERVER_ALLOWED_HOSTS"},
      {"--cors-allowed-origins", &f.cors_allowed_origins, "Web origins that may change data, separated by commas",
       "MLFLOW_SERVER_CORS_ALLOWED_ORIGINS"},
      {"--x-frame-options", &f.x_frame_options, "Who may show the web app in a frame: SAMEORIGIN, DENY or NONE",
       "MLFLOW_SERVER_X_FRAME_OPTIONS"},
      {"--disable-security-middleware", &f.disable_security, "Check neither Host nor Origin",
       "MLFLOW_SERVER_DISABLE_SECURITY_MIDDLEWARE"},
      {"--ui-dir", &f.ui_dir, "Serve another web app: MLflow's own is in its package, mlflow/server/js/build", ""},
      {"--tls-cert", &f.tls_cert, "PEM file with the certificate chain; serves https", ""},
      {"--tls-key", &f.tls_key, "PEM file with the certificate's key", ""},
      {"--metric-history", &f.metric_history, "chunks, or rows to share the live database with MLflow", ""},
      {"--log-level", &f.log_level, "debug (a line for each request), info, warning or error", ""},
      {"--log-format", &f.log_format, "text or json", ""},
      {"--slow-request-ms", &f.slow_request_ms, "Log requests that take longer, searches with their filter", ""},
      {"--model-source-pattern", &f.model_source_pattern,
       "A regular expression that sources of model versions must match",
       "MLFLOW_CREATE_MODEL_VERSION_SOURCE_VALIDATION_REGEX"},
      {"--app-name", &f.app_name, "Ignored: MLflow's", ""},
      {"--dev", &f.dev, "Ignored: MLflow's", ""},
  };
  add_webhook_flags(f.webhooks, command.flags);
  for (const IgnoredFlag& ignored : kIgnored) {
    command.flags.push_back({ignored.names, &(f.*ignored.value), fmt::format("Ignored: {}", ignored.why), ""});
  }
  command.run = [flags] {
    if (const Status served = serve(*flags); !served.ok()) {
      fmt::print(stderr, "cairn server: {}\n", served.error().message());
      return kFailed;
    }
    return kDone;
  };
  return command;
}

}  // namespace cairn::cli
