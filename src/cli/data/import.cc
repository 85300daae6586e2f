// Commands that take data from elsewhere: get, get-url, import, import-url, update.
#include "data/ops/import.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "cli/data/command.h"
#include "data/errors.h"
#include "data/files/paths.h"
#include "data/ops/url_source.h"

namespace cairn::cli {
namespace {

constexpr DataFlag kGetFlags[] = {
    {"url", Takes::kText, "Location of DVC or Git repository to download from", true},
    {"path", Takes::kText, "Path to a file or directory within the project or DVC remote", true},
    {"-o,--out", Takes::kText, "Destination path to download files to"},
    {"--show-url", Takes::kNothing, "Print where the data would be downloaded from, and exit."},
    {"-j,--jobs", Takes::kNumber, "Number of jobs to run simultaneously."},
    {"-f,--force", Takes::kNothing, "Override local file or folder if exists."},
};

// For a message that names what the user asked for.
Result<int> named(const DataContext& context, Status done, const std::string& failure) {
  if (done.ok()) return 0;
  if (!data::is_dvc_error(done.error())) return std::move(done).error();
  context.console.error(fmt::format("{} - {}", failure, done.error().message()));
  return 1;
}

Result<int> run_get(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const std::string url = arguments.text("url"), path = arguments.text("path");
  const data::SourceSpec from = TRY(source_spec(arguments));
  if (arguments.has("show-url")) {
    context.console.line(TRY(data::storage_place(from, path, context.progress)));
    return 0;
  }
  const auto get = [&]() -> Status {
    const std::string target = TRY(data::resolve_target(path, arguments.text("out"), arguments.has("force")));
    return data::get(from, path, target, jobs_of(arguments), context.progress);
  };
  return named(context, get(), fmt::format("failed to get '{}' from '{}'", path, url));
}

constexpr DataFlag kGetUrlFlags[] = {
    {"url", Takes::kText, "See `dvc import-url -h` for full list of supported URLs.", true},
    {"out", Takes::kText, "Destination path to put data to."},
    {"-j,--jobs", Takes::kNumber, "Number of jobs to run simultaneously."},
    {"-f,--force", Takes::kNothing, "Override local file or folder if exists."},
    {"--fs-config", Takes::kTexts, "Config options (name=value) for the target url."},
};

Result<data::UrlSpec> url_spec(const DataArguments& arguments) {
  return data::UrlSpec{.url = arguments.text("url"),
                       .options = TRY(data::parse_options(arguments.texts("fs-config"))),
                       .jobs = jobs_of(arguments)};
}

// The repository around, for "remote://name"; other URLs need none.
Result<std::unique_ptr<data::Repo>> repo_for(const std::string& url) {
  if (!url.starts_with("remote://")) return std::unique_ptr<data::Repo>();
  return data::Repo::open(data::working_directory());
}

Result<int> run_get_url(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const std::string url = arguments.text("url");
  const auto get = [&]() -> Status {
    const auto repo = TRY(repo_for(url));
    const std::string target = TRY(data::resolve_target(url, arguments.text("out"), arguments.has("force")));
    return data::get_url(repo.get(), TRY(url_spec(arguments)), target, context.progress);
  };
  return named(context, get(), fmt::format("failed to get '{}'", url));
}

constexpr DataFlag kListUrlFlags[] = {
    {"url", Takes::kText, "See `dvc import-url -h` for full list of supported URLs.", true},
    {"-R,--recursive", Takes::kNothing, "Recursively list files."},
    {"-T,--tree", Takes::kNothing, "Recurse into directories as a tree."},
    {"-L,--level", Takes::kNumber, "Limit the depth of recursion."},
    {"--size", Takes::kNothing, "Show sizes."},
    {"--fs-config", Takes::kTexts, "Config options (name=value) for the target url."},
};

// The URL itself has no size.
std::string size_of(const data::StoredFile& file) {
  if (file.path.empty()) return "";
  return fmt::format("{:>10}", file.path.ends_with('/') ? "-" : std::to_string(file.size));
}

// Where a path is cut off after some levels, a directory ('/' at the end) is left.
std::string cut(const std::string& path, std::size_t levels) {
  std::size_t end = 0;
  for (std::size_t level = 0; level < levels; ++level) {
    const std::size_t slash = path.find('/', end);
    if (slash == std::string::npos) return path;
    end = slash + 1;
  }
  return path.substr(0, end);
}

std::vector<data::StoredFile> cut_all(std::vector<data::StoredFile> files, std::size_t levels) {
  for (data::StoredFile& file : files) file.path = cut(file.path, levels);
  const auto same = std::ranges::unique(files, {}, &data::StoredFile::path);
  files.erase(same.begin(), same.end());
  return files;
}

bool is_directory_above(std::string_view path, std::optional<std::size_t> level) {
  return path.ends_with('/') && static_cast<std::size_t>(std::ranges::count(path, '/')) != level;
}

void show_files(const DataContext& context, const std::vector<data::StoredFile>& files) {
  for (const data::StoredFile& file : files) {
    const std::string url = context.arguments.text("url");
    const std::string itself = data::is_url(url) ? std::string(data::file_name(url)) : data::absolute_path(url);
    std::string name = file.path.empty() ? itself : file.path;
    if (file.path.ends_with('/')) name.pop_back();
    context.console.line(context.arguments.has("size") ? fmt::format("{}  {}", size_of(file), name) : name);
  }
}

struct UrlTree {
  std::map<std::string, UrlTree> below;
  std::uint64_t size = 0;
  bool is_directory = false;
};

void add_tree_rows(const UrlTree& tree, const std::string& prefix, bool with_size,
                   std::vector<std::vector<std::string>>& rows) {
  for (auto child = tree.below.begin(); child != tree.below.end(); ++child) {
    const bool is_last = std::next(child) == tree.below.end();
    std::vector<std::string> row{prefix + (is_last ? "└── " : "├── ") + child->first};
    const bool has_size = !child->second.is_directory;
    if (with_size) row.insert(row.begin(), has_size ? natural_size(static_cast<std::int64_t>(child->second.size)) : "");
    rows.push_back(std::move(row));
    add_tree_rows(child->second, prefix + (is_last ? "    " : "│   "), with_size, rows);
  }
}

void show_tree(const DataContext& context, const std::vector<data::StoredFile>& files) {
  UrlTree root;
  for (const data::StoredFile& file : files) {
    UrlTree* at = &root;
    std::string_view rest = file.path;
    while (!rest.empty()) {
      const std::size_t slash = std::min(rest.find('/'), rest.size());
      at = &at->below[std::string(rest.substr(0, slash))];
      at->is_directory = slash < rest.size();
      rest.remove_prefix(std::min(slash + 1, rest.size()));
    }
    at->size = file.size;
  }
  const bool with_size = context.arguments.has("size");
  std::vector<std::vector<std::string>> rows{{context.arguments.text("url")}};
  if (with_size) rows.front().insert(rows.front().begin(), "");
  add_tree_rows(root, "", with_size, rows);
  context.console.plain_table(rows, with_size ? DataConsole::FirstColumn::kRight : DataConsole::FirstColumn::kLeft);
}

Result<int> run_list_url(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const data::UrlSpec spec = TRY(url_spec(arguments));
  const auto repo = TRY(repo_for(spec.url));
  const bool is_tree = arguments.has("tree");
  const auto extent =
      is_tree || arguments.has("recursive") ? data::Storage::Extent::kAll : data::Storage::Extent::kOneLevel;
  auto found = data::list_url(repo.get(), spec, extent);
  if (!found.ok()) return data::plain_error(found.error().message());
  const auto level = TRY(depth_limit(arguments));
  if (level == 0 && !is_tree) found->assign(1, {});
  if (level) found = cut_all(*std::move(found), *level);
  // In a list, a directory stands for what lies below the last level.
  const bool is_list_of_all = arguments.has("recursive") && !is_tree;
  if (is_list_of_all) std::erase_if(*found, [&](const auto& file) { return is_directory_above(file.path, level); });
  is_tree ? show_tree(context, *found) : show_files(context, *found);
  return 0;
}

Result<data::Download> download_of(const DataArguments& arguments) {
  if (arguments.has("no-exec") && arguments.has("no-download"))
    return Error(ErrorCode::kInvalidParameterValue, "argument --no-download: not allowed with argument --no-exec");
  if (arguments.has("no-exec")) return data::Download::kNoLook;
  return arguments.has("no-download") ? data::Download::kNo : data::Download::kYes;
}

data::ImportNotice notice_on(DataConsole& console) {
  return [&console](const std::string& from, const std::string& to) {
    console.line(fmt::format("Importing '{}' -> '{}'", from, to));
  };
}

constexpr DataFlag kImportUrlFlags[] = {
    {"url", Takes::kText,
     "Location of the data to download: a path of this machine, s3://, http://, https://, ssh://, webdav://, "
     "webdavs://, or remote://name/path.",
     true},
    {"out", Takes::kText, "Destination path to put files to."},
    {"--no-exec", Takes::kNothing, "Only create .dvc file without actually importing target data."},
    {"--no-download", Takes::kNothing, "Create .dvc file including target data hash values but do not download it."},
    {"--to-remote", Takes::kNothing, "Download it directly to the remote"},
    {"-r,--remote", Takes::kText, "Remote storage to download to"},
    {"-j,--jobs", Takes::kNumber, "Number of jobs to run simultaneously."},
    {"-f,--force", Takes::kNothing, "Override destination file or folder if exists."},
    {"--version-aware", Takes::kNothing, "Import using cloud versioning (not supported yet)."},
    {"--fs-config", Takes::kTexts, "Config options (name=value) for the target url."},
};

Result<int> run_import_url(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const std::string url = arguments.text("url");
  const auto import = [&]() -> Status {
    if (arguments.has("version-aware")) return data::dvc_error("--version-aware is not supported yet");
    data::UrlImport wanted{.from = TRY(url_spec(arguments)), .target = {}, .download = TRY(download_of(arguments))};
    wanted.target = TRY(data::resolve_target(url, arguments.text("out"), arguments.has("force")));
    if (arguments.has("to-remote")) wanted.to_remote = arguments.text("remote");
    return data::import_url(*context.repo, wanted, notice_on(context.console));
  };
  return named(context, import(),
               fmt::format("failed to import {}. You could also try downloading it manually, and adding it with `dvc "
                           "add`.",
                           url));
}

constexpr DataFlag kImportFlags[] = {
    {"url", Takes::kText, "Location of DVC or Git repository to download from", true},
    {"path", Takes::kText, "Path to a file or directory within the repository", true},
    {"-o,--out", Takes::kText, "Destination path to download files to"},
    {"-f,--force", Takes::kNothing, "Override destination file or folder if exists."},
    {"--no-exec", Takes::kNothing, "Only create .dvc file without actually importing target data."},
    {"--no-download", Takes::kNothing, "Create .dvc file including target data hash values but do not download it."},
    {"-j,--jobs", Takes::kNumber, "Number of jobs to run simultaneously."},
};

Result<int> run_import(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const std::string url = arguments.text("url"), path = arguments.text("path");
  const auto import = [&]() -> Status {
    const std::string target = TRY(data::resolve_target(path, arguments.text("out"), arguments.has("force")));
    return data::import_from(*context.repo,
                             {.from = TRY(source_spec(arguments)),
                              .path = path,
                              .target = target,
                              .download = TRY(download_of(arguments)),
                              .jobs = jobs_of(arguments)},
                             notice_on(context.console));
  };
  return named(context, import(), fmt::format("failed to import '{}' from '{}'.", path, url));
}

constexpr DataFlag kUpdateFlags[] = {
    {"targets", Takes::kTexts, ".dvc files to update.", true},
    {"--rev", Takes::kText, "Git revision (e.g. SHA, branch, tag)"},
    {"-R,--recursive", Takes::kNothing, "Update all stages in the specified directory."},
    {"--no-download", Takes::kNothing, "Update .dvc files, but do not download the data."},
    {"--to-remote", Takes::kNothing, "Update data directly on the remote"},
    {"-r,--remote", Takes::kText, "Remote storage to perform updates to"},
    {"-j,--jobs", Takes::kNumber, "Number of jobs to run simultaneously."},
};

Result<data::ImportUpdate> update_of(const DataArguments& arguments) {
  data::ImportUpdate update{.revision = arguments.text("rev"), .jobs = jobs_of(arguments)};
  const bool to_remote = arguments.has("to-remote"), no_download = arguments.has("no-download");
  if (to_remote && no_download) return data::dvc_error("--to-remote can't be used with --no-download");
  if (!to_remote && arguments.has("remote")) return data::dvc_error("--remote can't be used without --to-remote");
  if (to_remote) update.to_remote = arguments.text("remote");
  if (no_download) update.download = data::Download::kNo;
  return update;
}

// One that fails doesn't stop the others.
Result<int> run_update(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const data::ImportUpdate update = TRY(update_of(arguments));
  std::vector<data::Stage> imports;
  for (const std::string& word : arguments.texts("targets"))
    for (data::Stage& import : TRY(data::imports_of(*context.repo, word, recursion_of(arguments))))
      imports.push_back(std::move(import));
  int status = 0;
  for (data::Stage& import : imports) {
    const std::string name = context.repo->shown(import.file);
    const auto updated = data::update_import(*context.repo, std::move(import), update, notice_on(context.console));
    if (updated.ok() && !*updated) context.console.line(fmt::format("'{}' didn't change, skipping", name));
    if (updated.ok()) continue;
    if (imports.size() == 1 || !data::is_dvc_error(updated.error())) return updated.error();
    context.console.error(fmt::format("failed to update '{}' - {}", name, updated.error().message()));
    status = 1;
  }
  return status;
}

constexpr std::string_view kListUrlAliases[] = {"ls-url"};

}  // namespace

std::span<const DataCommand> data_import_commands() {
  static constexpr DataCommand kCommands[] = {
      {.name = "get",
       .help = "Download file or directory tracked by DVC or by Git.",
       .flags = kGetFlags,
       .shared_flags = kSourceFlags,
       .needs = Needs::kNothing,
       .takes_long = true,
       .run = run_get},
      {.name = "get-url",
       .help = "Download or copy files from URL.",
       .flags = kGetUrlFlags,
       .needs = Needs::kNothing,
       .takes_long = true,
       .run = run_get_url},
      {.name = "list-url",
       .help = "List directory contents from URL.",
       .flags = kListUrlFlags,
       .needs = Needs::kNothing,
       .run = run_list_url,
       .aliases = kListUrlAliases},
      {.name = "import",
       .help = "Download file or directory tracked by DVC or by Git into the workspace, and track it.",
       .flags = kImportFlags,
       .shared_flags = kSourceFlags,
       .needs = Needs::kLockedRepository,
       .hints = true,
       .takes_long = true,
       .run = run_import},
      {.name = "import-url",
       .help = "Download or copy file from URL and take it under DVC control.",
       .flags = kImportUrlFlags,
       .needs = Needs::kLockedRepository,
       .hints = true,
       .takes_long = true,
       .run = run_import_url},
      {.name = "update",
       .help = "Update data artifacts imported from other DVC repositories.",
       .flags = kUpdateFlags,
       .needs = Needs::kLockedRepository,
       .answers = Answers::kDvcErrors,
       .failure = "failed update data",
       .takes_long = true,
       .run = run_update},
  };
  return kCommands;
}

}  // namespace cairn::cli
