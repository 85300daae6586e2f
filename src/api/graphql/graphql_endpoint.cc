#include "api/graphql/graphql_endpoint.h"

#include <algorithm>
#include <fmt/format.h>
#include <simdjson.h>

#include "api/graphql/graphql_document.h"
#include "api/graphql/graphql_output.h"
#include "api/registry/registry_messages.h"
#include "api/tracking/tracking_endpoints.h"
#include "api/tracking/tracking_messages.h"
#include "api/wire/json_reader.h"
#include "core/json_text.h"
#include "registry/version_search.h"
#include "tracking/datasets.h"
#include "tracking/run_search.h"

namespace cairn::api {
namespace {

using graphql::Asked;
using graphql::Document;
using graphql::Operation;
using graphql::Variables;
using http::Method;

Result<RunResponse> get_run(Services& services, RunIdRequest& request) {
  return RunResponse{TRY(services.runs.get(request.run_id.empty() ? request.run_uuid : request.run_id))};
}

Result<ExperimentResponse> get_experiment(Services& services, ExperimentIdRequest& request) {
  return ExperimentResponse{TRY(services.experiments.get(request.experiment_id))};
}

Result<SearchRunsResponse> search_runs(Services& services, SearchRunsRequest& request) {
  auto page =
      TRY(tracking::search_runs(services.database, {request.experiment_ids, request.filter, request.run_view_type,
                                                    request.max_results, request.order_by, request.page_token}));
  return SearchRunsResponse{std::move(page.items), std::move(page.next_token)};
}

Result<ModelVersionsResponse> search_versions(Services& services, SearchModelVersionsRequest& request) {
  auto page = TRY(registry::search_model_versions(
      services.database, {request.filter, request.max_results, request.order_by, request.page_token}));
  return ModelVersionsResponse{std::move(page.items), std::move(page.next_token)};
}

// A root field takes one argument, `input`, which is a request as JSON.
using WriteRoot = Status (*)(const graphql::Request&, std::string input, const Asked&, std::string& out);

template <class Input, class Output, Result<Output> (*kAct)(Services&, Input&)>
Status write_root(const graphql::Request& request, std::string input, const Asked& asked, std::string& out) {
  Input message;
  TRY(read_json(input, *message_type<Input>(), &message, {}));
  const Output output = TRY(kAct(request.services, message));
  return graphql::write_object(request, *message_type<Output>(), &output, asked.selections, out);
}

struct RootField {
  std::string_view operation;
  std::string_view name;
  WriteRoot write;
};

constexpr RootField kRootFields[] = {
    {"query", "mlflowGetRun", write_root<RunIdRequest, RunResponse, get_run>},
    {"query", "mlflowGetExperiment", write_root<ExperimentIdRequest, ExperimentResponse, get_experiment>},
    {"query", "mlflowSearchRuns", write_root<SearchRunsRequest, SearchRunsResponse, search_runs>},
    {"mutation", "mlflowSearchRuns", write_root<SearchRunsRequest, SearchRunsResponse, search_runs>},
    {"query", "mlflowGetMetricHistoryBulkInterval",
     write_root<GetMetricHistoryBulkIntervalRequest, GetMetricHistoryBulkIntervalResponse, get_history_bulk_interval>},
    {"query", "mlflowSearchModelVersions",
     write_root<SearchModelVersionsRequest, ModelVersionsResponse, search_versions>},
};

std::string input_of(const graphql::Request& request, const Asked& asked) {
  for (const auto& [name, value] : asked.field->arguments) {
    if (name == "input") return graphql::json_of(value, request.variables);
  }
  return "{}";
}

struct Answer {
  std::string data;  // JSON
  std::vector<std::string> errors;
};

// A question that the schema does not know fails the whole document; one that cannot be answered is null.
Answer answer(const graphql::Request& request, const Operation& operation) {
  Answer answer{"{", {}};
  for (const Asked& asked : graphql::asked_fields(request, graphql::pointers(operation.selections))) {
    if (answer.data.size() > 1) answer.data += ',';
    answer.data += fmt::format(R"("{}":)", asked.field->key());
    if (asked.field->name == "__typename") {
      answer.data += operation.kind == "query" ? R"("Query")" : R"("Mutation")";
      continue;
    }
    const auto root = std::find_if(std::begin(kRootFields), std::end(kRootFields), [&](const RootField& each) {
      return each.operation == operation.kind && each.name == asked.field->name;
    });
    if (root == std::end(kRootFields)) {
      return {"null",
              {fmt::format("Cannot query field '{}' on type '{}'.", asked.field->name,
                           operation.kind == "query" ? "Query" : "Mutation")}};
    }
    std::string written;
    if (const Status done = root->write(request, input_of(request, asked), asked, written); !done.ok()) {
      answer.errors.emplace_back(done.error().message());
      written = "null";
    }
    answer.data += written;
  }
  answer.data += '}';
  return request.refusals.empty() ? answer : Answer{"null", request.refusals};
}

http::Response response_of(const Answer& answer) {
  std::string body = fmt::format(R"({{"data":{},"errors":)", answer.data);
  if (answer.errors.empty()) {
    body += "null";
  } else {
    for (const std::string& error : answer.errors) {
      body += body.back() == ':' ? '[' : ',';
      write_json_string(error, body);
    }
    body += ']';
  }
  return json_response(body + "}");
}

struct Question {
  std::string query;
  std::string operation_name;
  Variables variables;
};

Result<Question> read_question(const std::string& body) {
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (parser.parse(body).get(object)) return bad_request("GraphQL wants a JSON object with a query.");
  Question question;
  std::string_view text;
  if (object["query"].get(text)) return bad_request("GraphQL wants a JSON object with a query.");
  question.query = text;
  if (!object["operationName"].get(text)) question.operation_name = text;
  simdjson::dom::object variables;
  if (!object["variables"].get(variables)) {
    for (const auto& [name, value] : variables) question.variables.emplace(name, simdjson::minify(value));
  }
  return question;
}

const Operation* chosen(const Document& document, std::string_view name) {
  if (name.empty()) return document.operations.size() == 1 ? &document.operations.front() : nullptr;
  const auto found = std::find_if(document.operations.begin(), document.operations.end(),
                                  [&](const Operation& each) { return each.name == name; });
  return found == document.operations.end() ? nullptr : &*found;
}

http::Response serve(Services& services, http::Request& http_request) {
  auto question = read_question(http_request.body);
  if (!question.ok()) return error_response(question.error());
  const auto document = graphql::parse(question->query);
  if (!document.ok()) return error_response(document.error());
  if (const Status within = graphql::check_limits(*document); !within.ok()) {
    return response_of({"null", {std::string(within.error().message())}});
  }
  const Operation* operation = chosen(*document, question->operation_name);
  if (!operation) return response_of({"null", {"Must provide operation name if query contains multiple operations."}});
  for (const auto& [name, value] : operation->defaults) {
    question->variables.try_emplace(name, graphql::json_of(value, {}));
  }
  std::vector<std::string> refusals;
  return response_of(answer({services, *document, question->variables, refusals}, *operation));
}

}  // namespace

std::vector<Endpoint> graphql_endpoints() {
  return {{Method::kPost, Mount::kBare, "/graphql", serve}, {Method::kGet, Mount::kBare, "/graphql", serve}};
}

}  // namespace cairn::api
