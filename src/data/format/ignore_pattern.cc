#include "data/format/ignore_pattern.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace cairn::data {
namespace {

struct CharacterClass {
  std::string_view name;
  int (*holds)(int);
};
constexpr std::array<CharacterClass, 12> kClasses{{{"alnum", std::isalnum},
                                                   {"alpha", std::isalpha},
                                                   {"blank", std::isblank},
                                                   {"cntrl", std::iscntrl},
                                                   {"digit", std::isdigit},
                                                   {"graph", std::isgraph},
                                                   {"lower", std::islower},
                                                   {"print", std::isprint},
                                                   {"punct", std::ispunct},
                                                   {"space", std::isspace},
                                                   {"upper", std::isupper},
                                                   {"xdigit", std::isxdigit}}};

// A bracket expression at the front of a pattern: [a-z], [!abc], [[:digit:]].
class Brackets {
 public:
  explicit Brackets(std::string_view pattern) : pattern_(pattern) {}

  // Whether it holds `c`; nothing if it isn't closed, so that it can match nothing. size() is its length then.
  std::optional<bool> holds(unsigned char c) {
    bool negated = false, found = false;
    if (peek() == '!' || peek() == '^') {
      negated = true;
      ++at_;
    }
    for (bool first = true; at_ < pattern_.size() && (first || peek() != ']'); first = false) {
      if (const CharacterClass* named = take_class()) {
        found |= named->holds(c) != 0;
        continue;
      }
      const unsigned char low = take_character();
      unsigned char high = low;
      if (peek() == '-' && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != ']') {
        ++at_;
        high = take_character();
      }
      found |= c >= low && c <= high;
    }
    if (at_ >= pattern_.size()) return std::nullopt;
    ++at_;
    return found != negated;
  }
  [[nodiscard]] std::size_t size() const { return at_; }

 private:
  [[nodiscard]] char peek() const { return at_ < pattern_.size() ? pattern_[at_] : '\0'; }

  unsigned char take_character() {
    if (peek() == '\\' && at_ + 1 < pattern_.size()) ++at_;
    return at_ < pattern_.size() ? static_cast<unsigned char>(pattern_[at_++]) : 0;
  }

  const CharacterClass* take_class() {
    const std::string_view rest = pattern_.substr(at_);
    if (!rest.starts_with("[:")) return nullptr;
    const std::size_t end = rest.find(":]");
    if (end == std::string_view::npos) return nullptr;
    const auto named = std::ranges::find(kClasses, rest.substr(2, end - 2), &CharacterClass::name);
    if (named == kClasses.end()) return nullptr;
    at_ += end + 2;
    return &*named;
  }

  std::string_view pattern_;
  std::size_t at_ = 1;
};

// Within one part of a path, or over several where the pattern has ** parts.
bool match_here(std::string_view pattern, std::string_view path, bool at_part_start) {
  while (!pattern.empty()) {
    const char c = pattern.front();
    if (c == '*') {
      const std::size_t stars = std::min(pattern.find_first_not_of('*'), pattern.size());
      const std::string_view rest = pattern.substr(stars);
      const bool whole_part = stars == 2 && at_part_start && (rest.empty() || rest.front() == '/');
      if (whole_part && rest.empty()) return !path.empty();
      if (whole_part) {
        // No part at all, or one after the other.
        if (match_here(rest.substr(1), path, true)) return true;
        for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1))
          if (match_here(rest.substr(1), path.substr(slash + 1), true)) return true;
        return false;
      }
      for (std::size_t taken = 0;; ++taken) {
        if (match_here(rest, path.substr(taken), false)) return true;
        if (taken == path.size() || path[taken] == '/') return false;
      }
    }
    if (path.empty()) return false;
    if (c == '[' && path.front() != '/') {
      Brackets brackets(pattern);
      const auto held = brackets.holds(static_cast<unsigned char>(path.front()));
      if (!held || !*held) return false;
      pattern.remove_prefix(brackets.size());
    } else {
      if (c == '\\' && pattern.size() > 1) pattern.remove_prefix(1);
      const bool any = c == '?' && path.front() != '/';
      if (!any && pattern.front() != path.front()) return false;
      pattern.remove_prefix(1);
    }
    at_part_start = path.front() == '/';
    path.remove_prefix(1);
  }
  return path.empty();
}

std::string_view without_trailing_blanks(std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
  return line;
}

}  // namespace

bool wildmatch(std::string_view pattern, std::string_view path) { return match_here(pattern, path, true); }

std::optional<IgnorePattern> IgnorePattern::parse(std::string_view line, std::string origin) {
  line = without_trailing_blanks(line);
  if (line.empty() || line.front() == '#') return std::nullopt;
  IgnorePattern pattern;
  pattern.origin_ = std::move(origin);
  if (line.front() == '!') {
    pattern.is_exception_ = true;
    line.remove_prefix(1);
  }
  if (line.ends_with('/')) {
    pattern.directories_only_ = true;
    line.remove_suffix(1);
  }
  pattern.name_only_ = line.find('/') == std::string_view::npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty()) return std::nullopt;
  pattern.glob_ = line;
  pattern.is_literal_ = line.find_first_of("*?[\\") == std::string_view::npos;
  return pattern;
}

bool IgnorePattern::matches(std::string_view path, EntryKind kind) const {
  if (directories_only_ && kind != EntryKind::kDirectory) return false;
  if (name_only_) path.remove_prefix(path.rfind('/') + 1);
  return is_literal_ ? glob_ == path : wildmatch(glob_, path);
}

}  // namespace cairn::data
