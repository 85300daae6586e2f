#include "cli/command.h"

#include <cstdio>
#include <fmt/format.h>

#include <CLI/CLI.hpp>

namespace cairn::cli {
namespace {

void add_flag(CLI::App& app, const Flag& flag) {
  CLI::Option* option = std::visit(
      [&](auto* target) -> CLI::Option* {
        using T = std::remove_pointer_t<decltype(target)>;
        if constexpr (std::is_same_v<T, bool>)
          return app.add_flag(flag.names, *target, flag.help);
        else
          return app.add_option(flag.names, *target, flag.help)->capture_default_str();
      },
      flag.target);
  if (!flag.env.empty()) option->envname(flag.env);
  if (flag.required) option->required();
}

void add_command(CLI::App& app, const Command& command) {
  for (const Flag& flag : command.flags) add_flag(app, flag);
  if (!command.example.empty()) app.footer(fmt::format("\nExample:\n  {}", command.example));
  if (!command.commands.empty()) app.require_subcommand(1);
  for (const Command& child : command.commands) {
    CLI::App* sub = app.add_subcommand(child.name, child.help);
    for (const std::string& alias : child.aliases) sub->alias(alias);
    add_command(*sub, child);
  }
}

const Command* chosen(const CLI::App& app, const Command& command) {
  for (const CLI::App* sub : app.get_subcommands()) {
    for (const Command& child : command.commands) {
      if (child.name == sub->get_name()) return chosen(*sub, child);
    }
  }
  return &command;
}

}  // namespace

int run_command_line(const Command& root, int argc, char** argv) {
  CLI::App app(root.help, root.name);
  app.set_help_flag("--help", "Print this help");  // -h is the short form of --host, as in MLflow
  app.set_version_flag("--version", fmt::format("cairn {}", CAIRN_VERSION));
  add_command(app, root);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {  // --help, --version
    return app.exit(wanted);
  } catch (const CLI::ParseError& wrong) {
    app.exit(wrong);
    return kMisused;
  }
  return chosen(app, root)->run();
}

}  // namespace cairn::cli
