#include "data/format/json.h"

#include "core/json_text.h"

namespace cairn::data {

JsonWriter& JsonWriter::begin(char bracket) {
  separate();
  text_ += bracket;
  has_items_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  const bool had_items = has_items_.back();
  has_items_.pop_back();
  if (had_items) new_line();
  text_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  string(name);
  text_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view value) {
  separate();
  write_ascii_json_string(value, text_);
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
  separate();
  text_ += std::to_string(value);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  separate();
  text_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  text_ += "null";
  return *this;
}

// Before a value: what stands between it and the one before.
void JsonWriter::separate() {
  if (after_key_ || has_items_.empty()) {
    after_key_ = false;
    return;
  }
  if (has_items_.back()) text_ += layout_ == Layout::kLine ? ", " : ",";
  has_items_.back() = true;
  new_line();
}

void JsonWriter::new_line() {
  if (layout_ == Layout::kLine) return;
  text_ += '\n';
  text_.append(2 * has_items_.size(), ' ');
}

}  // namespace cairn::data
