#include "cli/mlflow_only.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace cairn::cli {
namespace {

constexpr std::string_view kPackage =
    "It runs your Python code: use the one of the package (`python -m mlflow`), with MLFLOW_TRACKING_URI set to this "
    "server.";
constexpr std::string_view kTraces = "cairn keeps no traces.";
constexpr std::string_view kWorkspaces = "cairn has the workspace 'default' alone.";
constexpr std::string_view kHelpers = "It is a helper of the package's own, which keeps nothing on a server.";

struct Row {
  std::string_view command;
  std::string_view why;
};
constexpr std::array kRows = {
    Row{"agent", kHelpers},
    Row{"ai-commands", kHelpers},
    Row{"assistant", kTraces},
    Row{"autolog", kPackage},
    Row{"crypto", "cairn's secrets are those of webhooks, under MLFLOW_WEBHOOK_SECRET_ENCRYPTION_KEY."},
    Row{"datasets", "cairn keeps no evaluation datasets."},
    Row{"db delete-trace-rollups", kTraces},
    Row{"db migrate-to-default-workspace", kWorkspaces},
    Row{"db move-resources", kWorkspaces},
    Row{"db prepopulate-trace-analytics", kTraces},
    Row{"demo", kTraces},
    Row{"deployments", kPackage},
    Row{"experiments update", "It sets how long traces are kept, and cairn keeps no traces."},
    Row{"mcp", kTraces},
    Row{"migrate-filestore", "`cairn import mlflow ./mlruns` does that, and checks it."},
    Row{"models", kPackage},
    Row{"run", kPackage},
    Row{"runs link-traces", kTraces},
    Row{"sagemaker", kPackage},
    Row{"scorers", "cairn keeps no scorers."},
    Row{"skills", kHelpers},
    Row{"traces", kTraces},
};

}  // namespace

std::string mlflow_only(std::string_view command) {
  const auto row = std::ranges::find(kRows, command, &Row::command);
  if (row == kRows.end()) return {};
  return fmt::format("'mlflow {}' is not in cairn. {}", command, row->why);
}

}  // namespace cairn::cli
