#include "cli/verify/advice.h"

#include <array>

namespace cairn::cli {
namespace {

struct Advice {
  std::string_view check;  // empty: any
  ErrorCode code;
  std::string_view text;
};

// The first row that fits counts.
constexpr std::array kAdvice = {
    Advice{"artifacts", ErrorCode::kPermissionDenied,
           "Give the server (or, where artifacts do not pass through it, this machine) the right to write there."},
    Advice{
        "", ErrorCode::kPermissionDenied,
        "Either the server asks for a user (MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or "
        "MLFLOW_TRACKING_TOKEN), or it does not know the name by which it was called: start it with --allowed-hosts."},
    Advice{"", ErrorCode::kUnauthenticated,
           "Set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN."},
    Advice{"", ErrorCode::kEndpointNotFound,
           "Look at the address: is it the server's, and does it end in the prefix that the server was given "
           "(--static-prefix), if any?"},
    Advice{"", ErrorCode::kRequestLimitExceeded, "The server is busy. Try again later, or start more of them."},
    Advice{
        "", ErrorCode::kResourceDoesNotExist,
        "The server has lost what it was told a moment ago. Look at its log; with several servers behind one address, "
        "do they share one database?"},
    Advice{"", ErrorCode::kDataLoss,
           "The server does not keep what it is told. Do not use it; look into its log, and at what stands in front of "
           "it."},
    Advice{"health", ErrorCode::kTemporarilyUnavailable,
           "Is the server running, is the address right, and does a firewall let it through? --wait 60 waits for a "
           "server that is just being started."},
    Advice{"health", ErrorCode::kDeadlineExceeded,
           "Something takes the connection and does not answer. Look at the server's log; --timeout waits longer."},
    Advice{"artifacts", ErrorCode::kInternalError,
           "Look at the server's log, its --artifacts-destination and, for S3, the keys, the bucket and the endpoint."},
    Advice{"artifacts", ErrorCode::kTemporarilyUnavailable,
           "The store of the artifacts cannot be reached. Look at the server's log and its --artifacts-destination."},
    Advice{"", ErrorCode::kTemporarilyUnavailable,
           "Look at the server's log: is its database there, and is its disk full?"},
    Advice{"", ErrorCode::kDeadlineExceeded, "Look at the server's log and load; --timeout waits longer."},
    Advice{"", ErrorCode::kInternalError, "Look at the server's log."},
};

}  // namespace

std::string advice_for(std::string_view check, const Error& error) {
  for (const Advice& advice : kAdvice) {
    if ((advice.check.empty() || advice.check == check) && advice.code == error.code()) return std::string(advice.text);
  }
  return "The server answers otherwise than MLflow's does. Look at its log and its version.";
}

}  // namespace cairn::cli
