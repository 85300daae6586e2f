// A GraphQL document as a tree: what MLflow's web app asks with. Only what may be executed is read; schemas and
// subscriptions are not.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace cairn::api::graphql {

struct Member;

struct Value {
  enum class Kind : std::uint8_t { kVariable, kScalar, kList, kObject };
  Kind kind = Kind::kScalar;
  std::string text;  // a variable's name, or a scalar as JSON
  std::vector<Value> items;
  std::vector<Member> fields;
};

struct Member {
  std::string name;
  Value value;
};

using Arguments = std::vector<Member>;

struct Selection {
  enum class Kind : std::uint8_t { kField, kSpread, kInline };
  Kind kind = Kind::kField;
  std::string alias;  // empty: the name
  std::string name;   // of a field, or of a fragment
  Arguments arguments;
  std::vector<std::string> directives;
  std::vector<Selection> selections;

  [[nodiscard]] const std::string& key() const { return alias.empty() ? name : alias; }
};

struct Operation {
  std::string kind;  // query, mutation
  std::string name;
  Arguments defaults;  // of variables
  std::vector<Selection> selections;
};

struct Document {
  std::vector<Operation> operations;
  std::map<std::string, std::vector<Selection>, std::less<>> fragments;
};

Result<Document> parse(std::string_view text);

// Bounds what a document may ask, as MLflow does: a text of a few lines can otherwise keep a server busy for long.
// MLflow knows one directive, @component, which stands at operations and says nothing to a server.
Status check_limits(const Document& document);

}  // namespace cairn::api::graphql
