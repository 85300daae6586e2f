// The order of a run search as SQL, and where in that order a page begins.
//
// Every order ends with the newest start and the run's id, so that no two runs are equal and a page can begin after a
// run: that costs the same for the first page and the thousandth, and runs that come meanwhile double or hide none.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "db/connection.h"
#include "search/order_by.h"
#include "search/page_token.h"
#include "tracking/sql_builder.h"

namespace cairn::tracking {

class RunOrder {
 public:
  explicit RunOrder(std::span<const search::OrderBy> order);

  // Whether the newest runs come first and nothing else orders them: an index lists them so.
  [[nodiscard]] bool newest_first() const;

  // Where the first ordering metric's row comes from: a LEFT JOIN of ours, or the walk of its values as `w`.
  enum class Source { kJoined, kWalked };

  // LEFT JOINs that the terms need, on the run `r`.
  [[nodiscard]] std::string joins(SqlBuilder& sql, Source source) const;
  // What ORDER BY takes.
  [[nodiscard]] std::string terms(Source source) const;

  // A run's place in the order, as the columns of a row and as read from there.
  [[nodiscard]] std::string place_columns(Source source) const;
  [[nodiscard]] search::Place read_place(const db::Rows& row, int first) const;

  // A place from a page token as values. Nothing if it belongs to another order.
  using Values = std::vector<db::Value>;
  [[nodiscard]] std::optional<Values> values(const search::Place& place) const;
  // The condition on runs that come after the place.
  [[nodiscard]] std::string after(SqlBuilder& sql, const Values& place, Source source) const;
  // Where an index that serves the order can begin, as " AND …"; empty where none can. It leaves out runs whose first
  // value is missing, which come last: a page that it does not fill must be asked for without it.
  [[nodiscard]] std::string beginning(SqlBuilder& sql, const Values& place, Source source) const;
  // Whether the place lies among the numbers of the first ordering metric, or before it: where a walk has runs to give.
  [[nodiscard]] static bool among_numbers(const Values& place);

 private:
  struct Term {
    enum class Type { kInteger, kReal, kText, kFlag } type;
    std::string joined, walked;  // the column, by source
    bool ascending;
    bool nullable = true;

    [[nodiscard]] const std::string& column(Source source) const { return source == Source::kWalked ? walked : joined; }
  };

  void add(Term::Type type, std::string column, bool ascending);

  std::span<const search::OrderBy> order_;
  std::vector<Term> terms_;
};

}  // namespace cairn::tracking
