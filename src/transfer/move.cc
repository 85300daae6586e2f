#include "transfer/move.h"

#include <fmt/format.h>

#include "api/wire/json_writer.h"
#include "api/wire/message_fields.h"

namespace cairn::api {

CAIRN_MESSAGE(transfer::Skipped, F(what), F(why))
CAIRN_MESSAGE(transfer::MoveResult, F(source), F(copied), F(present), F(skipped), F(remarks), F(found), F(compared),
              F(differences))

}  // namespace cairn::api

namespace cairn::transfer {
namespace {

struct Line {
  std::string_view title;
  std::int64_t Counts::* count;
};
constexpr Line kLines[] = {
    {"experiments", &Counts::experiments},
    {"runs", &Counts::runs},
    {"parameters", &Counts::params},
    {"tags", &Counts::tags},
    {"metric points", &Counts::points},
    {"logged models", &Counts::logged_models},
    {"registered models", &Counts::registered_models},
    {"model versions", &Counts::versions},
    {"files", &Counts::files},
};

// A damaged store may have many of them.
constexpr std::size_t kMostListed = 50;

template <class Item, class Format>
void list(std::string_view title, const std::vector<Item>& items, Format format, std::string& out) {
  if (items.empty()) return;
  out += fmt::format("{}\n", title);
  for (std::size_t i = 0; i < std::min(items.size(), kMostListed); ++i) out += fmt::format("  {}\n", format(items[i]));
  if (items.size() > kMostListed) out += fmt::format("  and {} more; --json tells all\n", items.size() - kMostListed);
}

}  // namespace

Result<MoveResult> move(Source& source, Target& target, const CopyOptions& options, const OpenArrived& open_arrived,
                        const OnProgress& on_progress) {
  CopyReport report = TRY(copy(source, target, options, on_progress));
  const auto arrived = TRY(open_arrived());
  Verification checked = TRY(verify(source, target, *arrived, report));
  return MoveResult{source.name(),
                    report.copied,
                    report.present,
                    std::move(report.skipped),
                    std::move(report.remarks),
                    checked.found,
                    static_cast<std::int64_t>(checked.compared),
                    std::move(checked.differences)};
}

std::string to_json(const MoveResult& result) { return api::to_json(result); }

std::string to_text(const MoveResult& result) {
  std::string out = fmt::format("From {}:\n", result.source);
  for (const auto& [title, count] : kLines) {
    const std::int64_t copied = result.copied.*count;
    const std::int64_t present = result.present.*count;
    if (copied == 0 && present == 0) continue;
    out += fmt::format("  {:<18} {:>10}{}\n", title, copied,
                       present == 0 ? "" : fmt::format("  ({} were there already)", present));
  }
  const auto as_it_is = [](const std::string& text) { return text; };
  list("Note:", result.remarks, as_it_is, out);
  list(
      "Left out:", result.skipped, [](const Skipped& left) { return fmt::format("{}: {}", left.what, left.why); }, out);
  list("NOT EQUAL:", result.differences, as_it_is, out);
  if (result.differences.empty()) {
    out += fmt::format(
        "Checked: {} runs, {} parameters, {} tags and {} points counted anew, as many as were read; {} of what was "
        "copied read again from both sides and compared, all equal.\n",
        result.found.runs, result.found.params, result.found.tags, result.found.points, result.compared);
  }
  return out;
}

}  // namespace cairn::transfer
