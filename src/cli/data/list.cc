// Commands that look into a repository: list, du.
#include "data/ops/list.h"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <limits>

#include "cli/data/command.h"
#include "data/errors.h"
#include "data/files/paths.h"

namespace cairn::cli {
namespace {

using data::ListedItem;

constexpr std::size_t kAllTheWay = std::numeric_limits<std::size_t>::max();

// Names in the colors of LS_COLORS, where somebody looks.
class Colors {
 public:
  Colors() {
    if (!DataConsole::is_terminal()) return;
    const char* set = std::getenv("LS_COLORS");
    std::string_view rest = set && *set ? set : "rs=0:di=01;34:ex=01;32";
    while (!rest.empty()) {
      const std::string_view item = rest.substr(0, rest.find(':'));
      rest.remove_prefix(std::min(item.size() + 1, rest.size()));
      const std::size_t equals = item.find('=');
      if (equals != std::string_view::npos) codes_[std::string(item.substr(0, equals))] = item.substr(equals + 1);
    }
  }

  [[nodiscard]] std::string paint(const ListedItem& item, const std::string& text) const {
    const std::size_t dot = item.name.rfind('.');
    std::string code = dot == std::string::npos ? "" : code_of('*' + item.name.substr(dot));
    if (item.is_executable) code = code_of("ex");
    if (item.is_directory) code = code_of("di");
    if (item.is_output && codes_.contains("out")) code = code_of("out");
    return code.empty() ? text
                        : fmt::format("\x1b[{}m{}\x1b[{}m", code, text, codes_.contains("rs") ? code_of("rs") : "0");
  }

 private:
  [[nodiscard]] std::string code_of(const std::string& kind) const {
    const auto found = codes_.find(kind);
    return found == codes_.end() ? "" : found->second;
  }
  std::map<std::string, std::string> codes_;
};

constexpr DataFlag kListFlags[] = {
    {"url", Takes::kText, "Location of DVC repository to list", true},
    {"path", Takes::kText, "Path to directory within the repository to list outputs for"},
    {"-R,--recursive", Takes::kNothing, "Recursively list files."},
    {"-T,--tree", Takes::kNothing, "Recurse into directories as a tree."},
    {"-L,--level", Takes::kNumber, "Limit the depth of recursion."},
    {"--dvc-only", Takes::kNothing, "Show only DVC outputs."},
    {"--json", Takes::kNothing, "Show output in JSON format."},
    {"--size", Takes::kNothing, "Show sizes."},
    {"--show-hash", Takes::kNothing, "Display hash value for each item."},
};

std::vector<std::string> row_of(const DataArguments& arguments, const ListedItem& item, std::string name) {
  std::vector<std::string> row;
  if (arguments.has("size")) {
    const bool has_none = !item.size || (item.is_directory && *item.size <= 0);
    row.push_back(has_none ? "" : natural_size(*item.size));
  }
  if (arguments.has("show-hash")) row.push_back(item.hash.empty() ? "-" : item.hash);
  row.push_back(std::move(name));
  return row;
}

void show_rows(const DataContext& context, const std::vector<std::vector<std::string>>& rows) {
  using FirstColumn = DataConsole::FirstColumn;
  context.console.plain_table(rows, context.arguments.has("size") ? FirstColumn::kRight : FirstColumn::kLeft);
}

void add_tree_rows(const DataContext& context, const Colors& colors, const ListedItem& directory,
                   const std::string& prefix, std::vector<std::vector<std::string>>& rows) {
  for (const ListedItem& item : directory.contents) {
    const bool is_last = &item == &directory.contents.back();
    rows.push_back(
        row_of(context.arguments, item, prefix + (is_last ? "└── " : "├── ") + colors.paint(item, item.name)));
    add_tree_rows(context, colors, item, prefix + (is_last ? "    " : "│   "), rows);
  }
}

void show_json(const DataContext& context, const std::vector<ListedItem>& items) {
  data::JsonWriter json = context.console.json();
  json.begin_array();
  for (const ListedItem& item : items) {
    json.begin_object().key("isout").boolean(item.is_output).key("isdir").boolean(item.is_directory);
    json.key("isexec").boolean(item.is_executable).key("size");
    if (item.size)
      json.integer(*item.size);
    else
      json.null();
    json.key("md5");
    if (item.hash.empty())
      json.null();
    else
      json.string(item.hash);
    json.key("path").string(item.name).end_object();
  }
  context.console.line(json.end_array().take());
}

Status show_listing(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const bool is_tree = arguments.has("tree"), goes_down = is_tree || arguments.has("recursive");
  const std::size_t level = TRY(depth_limit(arguments)).value_or(kAllTheWay);
  const std::size_t depth = goes_down ? level : 1;
  const auto source = TRY(data::Source::open(TRY(source_spec(arguments)), context.progress));
  const auto scope = arguments.has("dvc-only") ? data::ListScope::kTracked : data::ListScope::kEverything;
  const ListedItem root = TRY(data::list(*source, arguments.text("path"), scope, depth));
  const Colors colors;
  if (is_tree) {
    std::vector<std::vector<std::string>> rows{row_of(arguments, root, arguments.text("path", "."))};
    add_tree_rows(context, colors, root, "", rows);
    show_rows(context, rows);
    return {};
  }
  const bool is_single = !root.is_directory || depth == 0;
  const std::vector<ListedItem> items = is_single ? std::vector{root} : data::flattened(root, depth);
  if (arguments.has("json")) {
    show_json(context, items);
    return {};
  }
  std::vector<std::vector<std::string>> rows;
  for (const ListedItem& item : items) rows.push_back(row_of(arguments, item, colors.paint(item, item.name)));
  show_rows(context, rows);
  return {};
}

Result<int> run_list(const DataContext& context) {
  if (context.arguments.has("tree") && context.arguments.has("json"))
    return data::plain_error("Cannot use --tree and --json options together.");
  const Status shown = show_listing(context);
  if (shown.ok()) return 0;
  if (data::is_missing(shown.error())) {
    context.console.error(shown.error().message());
    return 1;
  }
  if (!data::is_dvc_error(shown.error())) return shown.error();
  context.console.error(
      fmt::format("failed to list '{}' - {}", context.arguments.text("url"), shown.error().message()));
  return 1;
}

constexpr DataFlag kUsageFlags[] = {
    {"url", Takes::kText, "Location of DVC repository", true},
    {"path", Takes::kText, "Path to directory within the repository"},
    {"-s,--summarize", Takes::kNothing, "Show total disk usage."},
};

Result<int> run_usage(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const std::string path = arguments.text("path");
  const auto source = TRY(data::Source::open(TRY(source_spec(arguments)), context.progress));
  const ListedItem root = TRY(data::list(*source, path, data::ListScope::kAllButStageFiles, kAllTheWay));
  std::vector<std::vector<std::string>> rows;
  if (!arguments.has("summarize"))
    for (const ListedItem& item : root.contents)
      rows.push_back({natural_size(data::disk_usage(item)), data::join_path(path, item.name)});
  rows.push_back({natural_size(data::disk_usage(root)), path});
  context.console.plain_table(rows, DataConsole::FirstColumn::kLeft);
  return 0;
}

constexpr std::string_view kListAliases[] = {"ls"};

}  // namespace

Result<std::optional<std::size_t>> depth_limit(const DataArguments& arguments) {
  if (!arguments.has("level")) return std::optional<std::size_t>();
  const std::int64_t level = arguments.number("level", 0);
  if (level < 0) return Error(ErrorCode::kInvalidParameterValue, "argument -L/--level: must not be negative");
  return std::optional<std::size_t>(level);
}

Result<data::SourceSpec> source_spec(const DataArguments& arguments) {
  return data::SourceSpec{.url = arguments.text("url"),
                          .revision = arguments.text("rev"),
                          .config_file = arguments.text("config"),
                          .config = {},
                          .remote = arguments.text("remote"),
                          .remote_options = TRY(data::parse_options(arguments.texts("remote-config")))};
}

std::span<const DataCommand> data_list_commands() {
  static constexpr DataCommand kCommands[] = {
      {.name = "list",
       .help = "List repository contents, including files and directories tracked by DVC and by Git.",
       .flags = kListFlags,
       .shared_flags = kSourceFlags,
       .needs = Needs::kNothing,
       .run = run_list,
       .aliases = kListAliases},
      {.name = "du",
       .help = "Show disk usage.",
       .flags = kUsageFlags,
       .shared_flags = kSourceFlags,
       .needs = Needs::kNothing,
       .run = run_usage},
  };
  return kCommands;
}

}  // namespace cairn::cli
