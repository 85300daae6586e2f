// How a search for logged models is to be sorted, and the tokens of its pages, which hold the whole question. Pure; any
// thread may call.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "search/order_by.h"

namespace cairn::search {

// One key of the order, as a request names it.
struct LoggedModelOrder {
  std::string field_name;
  bool ascending = true;
  std::string dataset_name;  // of a metric: measured on this dataset; empty for any
  std::string dataset_digest;
};

// What it sorts by: an attribute, by its column, or a metric.
[[nodiscard]] Result<OrderBy> read_logged_model_order(const LoggedModelOrder& order);

struct LoggedModelQuestion {
  std::vector<std::string> experiment_ids;
  std::string filter;
  std::vector<LoggedModelOrder> order_by;
};

// MLflow's token: base64 of the question and an offset, as JSON.
[[nodiscard]] std::string make_page_token(const LoggedModelQuestion& question, std::int64_t offset);
// The offset in a token for this question: 0 for an empty token, an error for a token of another question.
[[nodiscard]] Result<std::int64_t> read_page_token(std::string_view token, const LoggedModelQuestion& question);

}  // namespace cairn::search
