// What was noticed while a request was read, held against its rules.
//
// The usual request costs a bit mask. Only one that could not be read is looked at a second time, value by value, to
// give the very error that MLflow gives.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/wire/message.h"
#include "api/wire/rules.h"
#include "core/result.h"

namespace cairn::api {

// A top-level value as Python sees it, for error texts.
struct RawValue {
  std::string json;              // compact, keys sorted
  std::string_view python_type;  // str, int, float, bool, NoneType, list, dict
  bool all_strings = false;      // of a list
  bool int_like = false;         // int(value) would not fail
  bool float_like = false;
};
using RawFields = std::vector<std::pair<std::string, RawValue>>;
using ReadRawFields = std::function<RawFields()>;

RawFields raw_fields_of_json(std::string& body);
RawFields raw_fields_of_query(std::span<const std::pair<std::string, std::string>> query, const MessageType& type);

// Text forms of numbers that a JSON string or a query value may hold.
std::optional<std::int64_t> integer_of(std::string_view text);
std::optional<double> real_of(std::string_view text);
std::optional<std::int64_t> enum_number(const Field& field, std::string_view name);
bool enum_holds(const Field& field, std::int64_t number);

class RequestCheck {
 public:
  RequestCheck(const MessageType& type, std::span<const Rule> rules) : type_(&type), rules_(rules) {}

  void saw(std::size_t field, bool filled) {
    present_ |= std::uint64_t{1} << field;
    if (filled) filled_ |= std::uint64_t{1} << field;
  }
  void unreadable(std::string path, std::string_view json);
  void named_twice(std::string_view field);
  void item_lacks(std::string_view list, std::string path);

  // The first broken rule, or whatever else is wrong.
  Status verdict(const void* message, const ReadRawFields& raw_fields) const;

 private:
  struct Unreadable {
    std::string path;
    std::string json;
  };
  struct Lack {
    std::string_view list;
    std::string path;
  };

  [[nodiscard]] Status check(const Rule& rule, Check check, std::size_t field, const void* message, const RawValue* raw,
                             const ReadRawFields& raw_fields) const;
  [[nodiscard]] Status check_range(const Rule& rule, const Field& field, const void* message,
                                   const ReadRawFields& raw_fields) const;

  const MessageType* type_;
  std::span<const Rule> rules_;
  std::uint64_t present_ = 0;
  std::uint64_t filled_ = 0;
  std::optional<Unreadable> unreadable_;
  std::optional<Error> named_twice_;
  std::vector<Lack> lacks_;
};

Status read_query_value(const std::string& text, const Field& field, void* message, RequestCheck& check);

}  // namespace cairn::api
