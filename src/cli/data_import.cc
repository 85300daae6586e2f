// Commands that take data from elsewhere: get, get-url, import, import-url, update.
#include <fmt/format.h>

#include "cli/data_command.h"
#include "data/errors.h"
#include "data/files/paths.h"
#include "data/ops/import.h"
#include "data/ops/url_source.h"

namespace cairn::cli {
namespace {

constexpr DataFlag kGetFlags[] = {
    {"url", Takes::kText, "Location of DVC or Git repository to download from", true},
    {"path", Takes::kText, "Path to a file or directory within the project or DVC remote", true},
    {"-o,--out", Takes::kText, "Destination path to download files to"},
    {"--rev", Takes::kText, "Git revision (e.g. SHA, branch, tag)"},
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
  const auto get = [&]() -> Status {
    const std::string target = TRY(data::resolve_target(path, arguments.text("out"), arguments.has("force")));
    return data::get(url, path, arguments.text("rev"), target);
  };
  return named(context, get(), fmt::format("failed to get '{}' from '{}'", path, url));
}

constexpr DataFlag kGetUrlFlags[] = {
    {"url", Takes::kText, "See `dvc import-url -h` for full list of supported URLs.", true},
    {"out", Takes::kText, "Destination path to put data to."},
    {"-j,--jobs", Takes::kNumber, "Number of jobs to run simultaneously."},
    {"-f,--force", Takes::kNothing, "Override local file or folder if exists."},
};

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
    return data::get_url(repo.get(), url, target, jobs_of(arguments));
  };
  return named(context, get(), fmt::format("failed to get '{}'", url));
}

constexpr DataFlag kListUrlFlags[] = {
    {"url", Takes::kText, "See `dvc import-url -h` for full list of supported URLs.", true},
    {"-R,--recursive", Takes::kNothing, "Recursively list files."},
    {"--size", Takes::kNothing, "Show sizes."},
};

Result<int> run_list_url(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const std::string url = arguments.text("url");
  if (!data::is_url(url)) return data::plain_error(fmt::format("'{}' is no URL", url));
  const auto repo = TRY(repo_for(url));
  const auto extent = arguments.has("recursive") ? data::Storage::Extent::kAll : data::Storage::Extent::kOneLevel;
  auto found = data::list_url(repo.get(), url, extent);
  if (!found.ok()) return data::plain_error(found.error().message());
  for (const data::StoredFile& file : *found) {
    const bool is_directory = file.path.ends_with('/');
    const std::string name(file.path.empty() ? data::file_name(url) : std::string_view(file.path));
    const std::string shown = is_directory ? name.substr(0, name.size() - 1) : name;
    const std::string size = is_directory ? "-" : std::to_string(file.size);
    context.console.line(arguments.has("size") ? fmt::format("{:>10}  {}", size, shown) : shown);
  }
  return 0;
}

data::Download download_of(const DataArguments& arguments) {
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
};

Result<int> run_import_url(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const std::string url = arguments.text("url");
  const auto import = [&]() -> Status {
    data::UrlImport wanted{.url = url, .download = download_of(arguments), .jobs = jobs_of(arguments)};
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
    {"--rev", Takes::kText, "Git revision (e.g. SHA, branch, tag)"},
    {"--no-exec", Takes::kNothing, "Only create .dvc file without actually importing target data."},
    {"--no-download", Takes::kNothing, "Create .dvc file including target data hash values but do not download it."},
    {"-j,--jobs", Takes::kNumber, "Number of jobs to run simultaneously."},
};

Result<int> run_import(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const std::string url = arguments.text("url"), path = arguments.text("path");
  const auto import = [&]() -> Status {
    const std::string target = TRY(data::resolve_target(path, arguments.text("out"), arguments.has("force")));
    return data::import_from(*context.repo, url, path, arguments.text("rev"), target, download_of(arguments),
                             notice_on(context.console));
  };
  return named(context, import(), fmt::format("failed to import '{}' from '{}'.", path, url));
}

constexpr DataFlag kUpdateFlags[] = {
    {"targets", Takes::kTexts, ".dvc files to update.", true},
    {"--rev", Takes::kText, "Git revision (e.g. SHA, branch, tag)"},
    {"-j,--jobs", Takes::kNumber, "Number of jobs to run simultaneously."},
};

Result<int> run_update(const DataContext& context) {
  for (const std::string& word : context.arguments.texts("targets"))
    if (!TRY(data::update_import(*context.repo, word, context.arguments.text("rev"), notice_on(context.console))))
      context.console.line(fmt::format("'{}' didn't change, skipping", word));
  return 0;
}

constexpr std::string_view kListUrlAliases[] = {"ls-url"};

constexpr DataCommand kCommands[] = {
    {.name = "get",
     .help = "Download file or directory tracked by DVC or by Git.",
     .flags = kGetFlags,
     .needs = Needs::kNothing,
     .run = run_get},
    {.name = "get-url",
     .help = "Download or copy files from URL.",
     .flags = kGetUrlFlags,
     .needs = Needs::kNothing,
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
     .needs = Needs::kLockedRepository,
     .hints = true,
     .run = run_import},
    {.name = "import-url",
     .help = "Download or copy file from URL and take it under DVC control.",
     .flags = kImportUrlFlags,
     .needs = Needs::kLockedRepository,
     .hints = true,
     .run = run_import_url},
    {.name = "update",
     .help = "Update data artifacts imported from other DVC repositories.",
     .flags = kUpdateFlags,
     .needs = Needs::kLockedRepository,
     .answers = Answers::kDvcErrors,
     .failure = "failed update data",
     .run = run_update},
};

}  // namespace

std::span<const DataCommand> data_import_commands() { return kCommands; }

}  // namespace cairn::cli
