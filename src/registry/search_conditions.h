// What the searches for models and for versions have in common: conditions on tags, the rule that leaves out prompts,
// and where a search starts.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "db/connection.h"
#include "search/filter.h"
#include "search/order_by.h"
#include "tracking/sql_builder.h"

namespace cairn::registry {

// A table that is searched, and the table of its tags.
struct Searched {
  std::string_view table;      // with the name that its columns are written with: "model_versions AS v"
  std::string_view alias;      // that name
  std::string_view tag_table;  // "model_version_tags"
  std::string_view same_item;  // which tag {0} belongs to an item: "v.name = {0}.name AND v.version = {0}.version"
  std::string_view (*column)(std::string_view attribute);
  std::string_view selective_attribute = {};  // few items have the same value of it
  std::string_view selective_index = {};      // where they are found by it
};

// " FROM ... WHERE ...": the items that every clause accepts, without prompts unless the clauses ask for them. Starts
// at the tag that fewest items have, where there are few, and else leaves the start to the order.
Result<std::string> from_where(db::Connection& connection, tracking::SqlBuilder& sql, const Searched& searched,
                               std::span<const search::Clause> clauses);

// "v.name ASC, v.version DESC", with `ties` behind for the attributes that the order does not name.
std::string order_terms(const Searched& searched, std::span<const search::OrderBy> order,
                        std::span<const search::OrderBy> ties);

}  // namespace cairn::registry
