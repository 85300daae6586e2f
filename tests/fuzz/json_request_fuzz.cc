// Any bytes as the JSON body of any tracking request: a message or an error, and what was read can be written again.
// The first byte chooses the request.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "api/tracking/logged_model_messages.h"
#include "api/tracking/tracking_messages.h"
#include "api/wire/json_reader.h"
#include "api/wire/json_writer.h"

namespace {

using namespace cairn::api;

template <class Request>
void read_write_read(std::string body) {
  Request request;
  if (!read_json(body, *message_type<Request>(), &request, {}).ok()) return;
  std::string written = to_json(request);
  Request again;
  if (!read_json(written, *message_type<Request>(), &again, {}).ok()) std::abort();
  if (to_json(again) != to_json(request)) std::abort();
}

using Target = void (*)(std::string);
constexpr Target kTargets[] = {
    read_write_read<ExperimentIdRequest>,
    read_write_read<CreateExperimentRequest>,
    read_write_read<GetExperimentByNameRequest>,
    read_write_read<SearchExperimentsRequest>,
    read_write_read<UpdateExperimentRequest>,
    read_write_read<ExperimentTagRequest>,
    read_write_read<SearchDatasetsRequest>,
    read_write_read<CreateRunRequest>,
    read_write_read<RunIdRequest>,
    read_write_read<UpdateRunRequest>,
    read_write_read<SearchRunsRequest>,
    read_write_read<LogMetricRequest>,
    read_write_read<KeyValueRequest>,
    read_write_read<LogBatchRequest>,
    read_write_read<LogModelRequest>,
    read_write_read<LogInputsRequest>,
    read_write_read<LogOutputsRequest>,
    read_write_read<GetMetricHistoryRequest>,
    read_write_read<GetMetricHistoryBulkIntervalRequest>,
    read_write_read<CreateLoggedModelRequest>,
    read_write_read<FinalizeLoggedModelRequest>,
    read_write_read<LoggedModelTagsRequest>,
    read_write_read<SearchLoggedModelsRequest>,
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  kTargets[data[0] % std::size(kTargets)](std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
  return 0;
}
