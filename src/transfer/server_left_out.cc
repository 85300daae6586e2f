#include "transfer/server_left_out.h"

#include <algorithm>
#include <fmt/format.h>
#include <simdjson.h>
#include <span>

namespace cairn::transfer {
namespace {

using Ids = std::span<const std::string>;

std::string no_body(Ids /*ids*/) { return {}; }

std::string places(Ids ids) {
  std::string list;
  for (const std::string& id : ids) {
    list += fmt::format(R"({}{{"type":"MLFLOW_EXPERIMENT","mlflow_experiment":{{"experiment_id":"{}"}}}})",
                        list.empty() ? "" : ",", id);
  }
  return fmt::format(R"({{"locations":[{}],"max_results":1}})", list);
}

std::string experiments(Ids ids) {
  return fmt::format(R"({{"experiment_ids":["{}"],"max_results":1}})", fmt::join(ids, "\",\""));
}

struct Probe {
  std::string_view what;
  http::Method method;
  std::string_view target;
  std::string (*body)(Ids ids);
  std::string_view list;  // the member of the answer that holds them
};
constexpr Probe kProbes[] = {
    {"traces, with their assessments", http::Method::kPost, "/api/3.0/mlflow/traces/search", places, "traces"},
    {"evaluation datasets", http::Method::kPost, "/api/3.0/mlflow/datasets/search", experiments, "datasets"},
    {"webhooks", http::Method::kGet, "/api/2.0/mlflow/webhooks?max_results=1", no_body, "webhooks"},
};
constexpr std::string_view kWorkspaces = "/api/3.0/mlflow/workspaces";
constexpr std::size_t kExperimentsAtOnce = 100;

// Calls `each` for every element of a list in the server's answer.
template <class Each>
void for_each_in(const client::Connection& connection, client::Call call, std::string_view list, Each each) {
  const auto answer = connection.send(std::move(call));
  if (!answer.ok()) return;
  const simdjson::padded_string json(answer->body);
  simdjson::dom::parser parser;
  simdjson::dom::array found;
  if (parser.parse(json)[list].get(found) != simdjson::SUCCESS) return;
  for (const simdjson::dom::element one : found) each(one);
}

bool has_any(const client::Connection& connection, const Probe& probe, Ids ids) {
  bool found = false;
  for (std::size_t begin = 0; begin < std::max<std::size_t>(ids.size(), 1) && !found; begin += kExperimentsAtOnce) {
    const Ids some = ids.subspan(begin, std::min(kExperimentsAtOnce, ids.size() - begin));
    const std::string body = probe.body(some);
    for_each_in(connection, {.method = probe.method, .target = std::string(probe.target), .body = body}, probe.list,
                [&](const simdjson::dom::element&) { found = true; });
    if (body.empty()) break;
  }
  return found;
}

}  // namespace

void note_left_out(const client::Connection& connection, const std::vector<std::string>& experiment_ids,
                   std::vector<Skipped>& skipped) {
  for (const Probe& probe : kProbes) {
    if (has_any(connection, probe, experiment_ids))
      skipped.push_back({std::string(probe.what), "they are not moved by this command"});
  }
  for_each_in(connection, {.method = http::Method::kGet, .target = std::string(kWorkspaces)}, "workspaces",
              [&](const simdjson::dom::element& workspace) {
                std::string_view name;
                if (workspace["name"].get(name) != simdjson::SUCCESS || name == "default") return;
                skipped.push_back({fmt::format("the workspace '{}'", name), "the default one alone is moved"});
              });
}

}  // namespace cairn::transfer
