#include "cli/cairn.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/completion.h"
#include "cli/data/command.h"
#include "cli/data/main.h"
#include "cli/db_command.h"
#include "cli/maintenance_command.h"
#include "cli/manual.h"
#include "cli/server_command.h"
#include "cli/tracking/artifacts_command.h"
#include "cli/tracking/doctor_command.h"
#include "cli/tracking/experiments_command.h"
#include "cli/tracking/models_command.h"
#include "cli/tracking/runs_command.h"
#include "cli/transfer_command.h"
#include "cli/verify/verify_command.h"

namespace cairn::cli {
namespace {

constexpr std::string_view kComplete = "__complete";

// Of both: ours tell about data too.
constexpr std::array<std::string_view, 3> kOursBeforeDvcs = {"completion", "doctor", "version"};

std::string program_name(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

// By the name `dvc` the program is DVC; by its own, DVC's commands stand beside the others.
bool is_about_data(const std::string& program, std::span<const std::string> words) {
  if (program == "dvc") return true;
  if (program == "mlflow") return false;
  const auto command = std::ranges::find_if(words, [](const std::string& word) { return !word.starts_with('-'); });
  if (command == words.end() || std::ranges::find(kOursBeforeDvcs, *command) != kOursBeforeDvcs.end()) return false;
  // `import` is DVC's, but for what is imported from MLflow.
  const bool from_mlflow = *command == "import" && command + 1 != words.end() && command[1] == "mlflow";
  return is_data_command(*command) && !from_mlflow;
}

std::vector<OtherCommand> data_commands() {
  std::vector<OtherCommand> commands;
  for (const DataCommand* command : all_data_commands()) {
    if (command->help.empty()) continue;  // for other programs
    commands.push_back({std::string(command->name), std::string(command->help)});
  }
  return commands;
}

std::string version_line(Shape shape) {
  return shape == Shape::kMlflow ? fmt::format("mlflow, version {}", kMlflowVersion)
                                 : fmt::format("cairn {}", CAIRN_VERSION);
}

Command version_command() {
  Command command;
  command.name = "version";
  command.help = "Print the version.";
  command.example = "cairn version";
  command.shape = Shape::kCairn;
  const auto json = std::make_shared<bool>(false);
  command.flags = {{.names = "--json", .target = json.get(), .help = "Print JSON."}};
  command.run = [json] {
    if (*json)
      fmt::print(R"({{"version":"{}"}})"
                 "\n",
                 CAIRN_VERSION);
    else
      fmt::print("{}\n", version_line(Shape::kCairn));
    return kDone;
  };
  return command;
}

Command completion_command() {
  Command command;
  command.name = "completion";
  command.help = "Print the script that lets a shell complete command lines.";
  command.example = "eval \"$(cairn completion bash)\"   # in ~/.bashrc; likewise zsh, and fish with `| source`";
  command.shape = Shape::kCairn;
  for (const char* shell : {"bash", "zsh", "fish"}) {
    command.commands.push_back({.name = shell,
                                .help = fmt::format("The script for {}.", shell),
                                .example = fmt::format("cairn completion {}", shell),
                                .run = [shell] {
                                  fmt::print("{}", completion_script(shell, "cairn"));
                                  return kDone;
                                }});
  }
  return command;
}

Command root_command(Shape shape);

int write_manual_pages(const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  for (const ManualPage& page : manual_pages(root_command(Shape::kCairn), data_commands())) {
    std::ofstream file(std::filesystem::path(folder) / page.file);
    file << page.text;
    file.close();
    if (file) continue;
    fmt::print(stderr, "Error: {} cannot be written in '{}'.\n", page.file, folder);
    return kFailed;
  }
  return kDone;
}

Command docs_command() {
  const auto folder = std::make_shared<std::string>(".");
  Command command;
  command.name = "docs";
  command.help = "Write the manual, made of the commands' own tables.";
  command.hidden = true;
  command.shape = Shape::kCairn;
  command.commands = {
      {.name = "markdown",
       .help = "docs/cli.md, printed.",
       .example = "cairn docs markdown > docs/cli.md",
       .run =
           [] {
             fmt::print("{}", manual_as_markdown(root_command(Shape::kCairn), data_commands()));
             return kDone;
           }},
      {.name = "man",
       .help = "Pages for man, as files.",
       .example = "cairn docs man --output-dir /usr/local/share/man/man1",
       .flags = {{.names = "--output-dir", .target = folder.get(), .help = "The folder.", .value = "FOLDER"}},
       .run = [folder] { return write_manual_pages(*folder); }},
  };
  return command;
}

Command tracking_experiments() {
  Command experiments = experiments_command();
  for (const auto& make : {&experiments_export_command, &experiments_import_command}) {
    Command& added = experiments.commands.emplace_back(make());
    added.shape = Shape::kCairn;
  }
  return experiments;
}

Command root_command(Shape shape) {
  Command root;
  root.name = shape == Shape::kMlflow ? "mlflow" : "cairn";
  root.help = shape == Shape::kMlflow ? "MLflow's command line, by cairn."
                                      : "Experiment tracking, data versioning and model serving in one program.";
  root.example = shape == Shape::kMlflow ? "mlflow server --port 5000" : "cairn server --port 5000";
  Command imports = import_command();
  imports.shape = Shape::kCairn;
  Command gc = gc_command();  // at our own top level that word is DVC's
  gc.shape = Shape::kMlflow;
  Command verify = verify_command();
  verify.shape = Shape::kCairn;
  root.commands = {server_command(),
                   tracking_experiments(),
                   runs_command(),
                   artifacts_command(),
                   models_command(),
                   db_command(),
                   gc,
                   imports,
                   verify,
                   doctor_command(),
                   completion_command(),
                   version_command(),
                   docs_command()};
  return root;
}

int complete(Shape shape, std::span<const std::string> words) {
  const auto others = shape == Shape::kMlflow ? std::vector<OtherCommand>() : data_commands();
  for (const std::string& word : completions(root_command(shape), shape, others, words)) fmt::print("{}\n", word);
  return kDone;
}

void print_data_commands() {
  fmt::print("\nCommands for data (DVC's; `cairn add --help` tells about one):\n");
  std::string line = " ";
  std::string last;
  for (const OtherCommand& other : data_commands()) {
    const std::string word = other.name.substr(0, other.name.find(' '));
    if (word == last) continue;
    last = word;
    constexpr std::size_t kWidth = 78;
    if (line.size() + word.size() + 1 > kWidth) {
      fmt::print("{}\n", line);
      line = " ";
    }
    line += " " + word;
  }
  fmt::print("{}\n", line);
}

}  // namespace

int run(int argc, char** argv) {
  const std::string program = program_name(argc > 0 ? argv[0] : "cairn");
  const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  if (is_about_data(program, words)) return data_main(argc, argv);
  const Shape shape = program == "mlflow" ? Shape::kMlflow : Shape::kCairn;
  if (!words.empty() && words.front() == "--version") {
    fmt::print("{}\n", version_line(shape));
    return kDone;
  }
  if (!words.empty() && words.front() == kComplete) return complete(shape, std::span(words).subspan(1));
  std::vector<std::string> others;
  if (shape == Shape::kCairn) {
    for (const OtherCommand& other : data_commands()) others.push_back(other.name.substr(0, other.name.find(' ')));
  }
  const int status = run_command_line(root_command(shape), shape, words, others);
  const bool asked_for_help = !words.empty() && (words.front() == "--help" || words.front() == "-h");
  if (asked_for_help && shape == Shape::kCairn) print_data_commands();
  std::fflush(stdout);
  return status;
}

}  // namespace cairn::cli
