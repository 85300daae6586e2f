// What the searches for models and for versions have in common: conditions on tags, and the rule that leaves out
// prompts.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "search/filter.h"
#include "search/order_by.h"
#include "tracking/sql_builder.h"

namespace cairn::registry {

// A table that is searched, under the name that its columns are written with, and the table of its tags.
struct Searched {
  std::string_view alias;      // "v"
  std::string_view tag_table;  // "model_version_tags"
  std::string_view same_item;  // which tag `t` belongs to an item: "t.name = v.name AND t.version = v.version"
  std::string_view (*column)(std::string_view attribute);
};

// " WHERE ..." with every clause, and the rule about prompts.
std::string where(tracking::SqlBuilder& sql, const Searched& searched, std::span<const search::Clause> clauses);

// "v.name ASC, v.version DESC", with `ties` behind for the attributes that the order does not name.
std::string order_terms(const Searched& searched, std::span<const search::OrderBy> order,
                        std::span<const search::OrderBy> ties);

}  // namespace cairn::registry
