#include "data/remote/storage_options.h"

#include <charconv>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"

namespace cairn::data {
namespace {

template <class Number>
std::optional<Number> parsed(const std::string& text) {
  Number number{};
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// 0 is none, as in DVC.
std::chrono::milliseconds limit_of(std::chrono::milliseconds set) {
  return set.count() > 0 ? set : std::chrono::hours(24 * 365);
}

// Asks on the terminal, without showing the answer.
Result<std::string> ask_on_terminal(std::string_view question) {
  const Fd terminal = TRY(open_file("/dev/tty", O_RDWR | O_CLOEXEC));
  // Before the question: what is typed early is not to show, either.
  termios before{};
  ::tcgetattr(terminal.get(), &before);
  termios silent = before;
  silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  ::tcsetattr(terminal.get(), TCSAFLUSH, &silent);
  const Status asked = write_all(terminal, std::as_bytes(std::span(question)), "/dev/tty");
  std::string answer;
  char c = 0;
  while (asked.ok() && ::read(terminal.get(), &c, 1) == 1 && c != '\n') answer += c;
  ::tcsetattr(terminal.get(), TCSAFLUSH, &before);
  TRY(asked);
  TRY(write_all(terminal, std::as_bytes(std::span(std::string_view("\n"))), "/dev/tty"));
  return answer;
}

}  // namespace

std::string StorageOptions::text(std::string_view option) const {
  const ConfigOption* found = section_.find(option);
  return found ? found->value.text : std::string();
}

bool StorageOptions::flag(std::string_view option, bool otherwise) const {
  return has(option) ? lower_ascii(text(option)) == "true" : otherwise;
}

std::optional<std::int64_t> StorageOptions::number(std::string_view option) const {
  return parsed<std::int64_t>(text(option));
}

std::optional<std::chrono::milliseconds> StorageOptions::seconds(std::string_view option) const {
  const auto number = parsed<double>(text(option));
  if (!number) return std::nullopt;
  return std::chrono::milliseconds(static_cast<std::int64_t>(*number * 1000));
}

Result<std::string> StorageOptions::secret(std::string_view option, std::string_view ask_option,
                                           std::string_view question) const {
  if (has(option) || !flag(ask_option)) return text(option);
  auto answer = ask_on_terminal(question);
  if (answer.ok()) return answer;
  return dvc_error("there is no terminal to ask for a password on; set it in the config (dvc remote modify --local)");
}

http_client::ClientOptions StorageOptions::http() const {
  http_client::ClientOptions options;
  if (const auto timeout = seconds("connect_timeout")) options.connect_timeout = limit_of(*timeout);
  if (const auto timeout = seconds("read_timeout")) options.stall_timeout = limit_of(*timeout);
  const std::string verify = text("ssl_verify");
  if (lower_ascii(verify) == "false")
    options.tls = http_client::TlsCheck::kSkip;
  else if (!verify.empty() && lower_ascii(verify) != "true")
    options.ca_file = expand_home(verify);
  return options;
}

}  // namespace cairn::data
