#include "cli/output/text_width.h"

#include <algorithm>
#include <clocale>
#include <cwchar>

#include "core/utf8.h"

namespace cairn::cli {
namespace {

constexpr std::string_view kCut = "…";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::size_t columns(std::uint32_t character) {
  static const bool set = std::setlocale(LC_CTYPE, "C.UTF-8") != nullptr;
  const int width = set ? ::wcwidth(static_cast<wchar_t>(character)) : 1;
  return width > 0 ? static_cast<std::size_t>(width) : 0;
}

struct Character {
  std::string_view bytes;
  std::size_t width;
};

Character take_character(std::string_view& text) {
  const auto decoded = decode_utf8(text);
  const std::size_t length = decoded.length == 0 ? 1 : decoded.length;
  const Character taken{text.substr(0, length), decoded.length == 0 ? 1 : columns(decoded.value)};
  text.remove_prefix(length);
  return taken;
}

}  // namespace

std::size_t text_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) width += take_character(text).width;
  return width;
}

std::string fit_text(std::string_view text, std::size_t width) {
  if (text_width(text) <= width) return std::string(text);
  if (width == 0) return {};
  std::string fitting;
  std::size_t used = 1;  // the mark
  while (!text.empty()) {
    const Character next = take_character(text);
    if (used + next.width > width) break;
    used += next.width;
    fitting += next.bytes;
  }
  return fitting + std::string(kCut);
}

std::string printable(std::string_view text) {
  std::string clean;
  while (!text.empty()) {
    const auto decoded = decode_utf8(text);
    const std::size_t length = decoded.length == 0 ? 1 : decoded.length;
    const bool c1 = decoded.value >= 0x80 && decoded.value < 0xA0;
    if (decoded.length == 0 || c1) {
      clean += kReplacement;
    } else if (decoded.value < 0x20 || decoded.value == 0x7F) {
      clean += ' ';
    } else {
      clean += text.substr(0, length);
    }
    text.remove_prefix(length);
  }
  return clean;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  const auto end_line = [&] {
    lines.push_back(line);
    line.clear();
  };
  while (!text.empty()) {
    if (text.front() == '\n') {
      end_line();
      text.remove_prefix(1);
      continue;
    }
    const std::size_t blanks = std::min(text.find_first_not_of(' '), text.size());
    const std::size_t end = std::min(text.find_first_of(" \n", blanks), text.size());
    const std::string_view gap = text.substr(0, blanks), word = text.substr(blanks, end - blanks);
    if (!line.empty() && text_width(line) + gap.size() + text_width(word) > width)
      end_line();
    else if (!line.empty() || lines.empty())
      line += gap;
    line += word;
    text.remove_prefix(end);
  }
  if (!line.empty()) end_line();
  return lines;
}

std::string upper(std::string_view ascii) {
  std::string text(ascii);
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c == '-' ? '_' : c;
  });
  return text;
}

}  // namespace cairn::cli
