// Commands that take data from elsewhere: get, get-url, import, import-url, update.
#include <fmt/format.h>

#include "cli/data_command.h"
#include "data/errors.h"
#include "data/ops/import.h"

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

Result<int> run_get_url(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const std::string url = arguments.text("url");
  const auto get = [&]() -> Status {
    return data::get_url(url, TRY(data::resolve_target(url, arguments.text("out"), arguments.has("force"))));
  };
  return named(context, get(), fmt::format("failed to get '{}'", url));
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
    {"url", Takes::kText, "Location of the data to download: a path of this machine.", true},
    {"out", Takes::kText, "Destination path to put files to."},
    {"--no-exec", Takes::kNothing, "Only create .dvc file without actually importing target data."},
    {"--no-download", Takes::kNothing, "Create .dvc file including target data hash values but do not download it."},
    {"-j,--jobs", Takes::kNumber, "Number of jobs to run simultaneously."},
    {"-f,--force", Takes::kNothing, "Override destination file or folder if exists."},
};

Result<int> run_import_url(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const std::string url = arguments.text("url");
  const auto import = [&]() -> Status {
    const std::string target = TRY(data::resolve_target(url, arguments.text("out"), arguments.has("force")));
    return data::import_url(*context.repo, url, target, download_of(arguments), notice_on(context.console));
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
