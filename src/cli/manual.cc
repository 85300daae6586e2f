#include "cli/manual.h"

#include <fmt/format.h>

#include "cli/help.h"

namespace cairn::cli {
namespace {

bool is_shown(const Command& command) { return !command.hidden && is_there(command, Shape::kCairn); }

std::string escaped_cell(std::string_view text) {
  std::string cell;
  for (const char c : text) cell += c == '|' ? std::string("\\|") : c == '\n' ? std::string(" ") : std::string(1, c);
  return cell;
}

void append_markdown(const Command& command, const std::string& name, std::size_t depth, std::string& text) {
  text += fmt::format("\n{} {}\n\n{}\n", std::string(depth, '#'), name, command.help);
  if (command.run) {
    const std::string usage = usage_line(command, name);
    text += fmt::format("\n```\n{}```\n", usage.substr(std::string_view("Usage: ").size()));
  }
  if (command.run && !command.flags.empty()) {
    text += "\n| flag | what it does |\n|---|---|\n";
    for (const Flag& flag : command.flags) {
      const FlagRow row = flag_row(flag);
      text += fmt::format("| `{}` | {} |\n", escaped_cell(row.names), escaped_cell(row.text));
    }
  }
  if (command.run && !command.example.empty()) text += fmt::format("\n```sh\n{}\n```\n", command.example);
  for (const Command& child : command.commands) {
    if (is_shown(child)) append_markdown(child, name + " " + child.name, depth + 1, text);
  }
}

// Text for troff: backslashes, and lines that begin with a dot.
std::string troff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) out += "\\&";
      out += c;
    }
  }
  return out;
}

void append_man(const Command& command, const std::string& name, std::string& text) {
  text += fmt::format(".SS {}\n{}\n", troff(name), troff(command.help));
  for (const Flag& flag : command.flags) {
    const FlagRow row = flag_row(flag);
    text += fmt::format(".TP\n.B {}\n{}\n", troff(row.names), troff(row.text));
  }
  if (!command.example.empty()) text += fmt::format(".PP\nExample:\n.PP\n.RS\n{}\n.RE\n", troff(command.example));
  for (const Command& child : command.commands) {
    if (is_shown(child)) append_man(child, name + " " + child.name, text);
  }
}

std::string page_head(const std::string& title, std::string_view what) {
  std::string upper_title;
  for (const char c : title) upper_title += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return fmt::format(".TH {} 1 \"\" \"cairn {}\"\n.SH NAME\n{} \\- {}\n", upper_title, CAIRN_VERSION, troff(title),
                     troff(what));
}

}  // namespace

std::string manual_as_markdown(const Command& root, const std::vector<OtherCommand>& others) {
  std::string text =
      "# The command line\n\n"
      "<!-- Written by `cairn docs markdown`, from the tables of the commands: change those. -->\n\n"
      "Every command has `--help`. Commands about a tracking server take `--tracking-uri` or `MLFLOW_TRACKING_URI`: a\n"
      "server (`http://host:5000`), a database that they open themselves (`sqlite:///mlflow.db`, `postgresql://...`), "
      "or\n"
      "the name of a profile in `~/.config/cairn/config.toml`:\n\n"
      "```toml\n"
      "default = \"lab\"            # where neither of the above is set\n\n"
      "[profiles.lab]\n"
      "tracking_uri = \"https://mlflow.example.org\"\n"
      "username = \"ada\"           # and password; or token\n"
      "password = \"...\"\n"
      "ca_file = \"/etc/ssl/lab.pem\"\n"
      "```\n\n"
      "Credentials and limits are MLflow's variables too: `MLFLOW_TRACKING_USERNAME`, `MLFLOW_TRACKING_PASSWORD`,\n"
      "`MLFLOW_TRACKING_TOKEN`, `MLFLOW_TRACKING_INSECURE_TLS`, `MLFLOW_TRACKING_SERVER_CERT_PATH`,\n"
      "`MLFLOW_TRACKING_CLIENT_CERT_PATH`, `MLFLOW_HTTP_REQUEST_TIMEOUT`, `MLFLOW_HTTP_REQUEST_MAX_RETRIES`.\n\n"
      "Tables fit the terminal; into a pipe they go whole, as plain text. The exit status is 0, or 1 where something\n"
      "failed, or 2 where the command line is wrong.\n\n"
      "`--csv` is there where a table is printed. `--json` is there everywhere, but where a script or a page is "
      "printed, and\n"
      "prints one value on one line (indented on a terminal): the things that were asked for, in the form of MLflow's "
      "REST\n"
      "API, in a list where there may be several. A command that changed something prints what there is now:\n\n"
      "| command | `--json` |\n|---|---|\n"
      "| `experiments rename`, `delete`, `restore` | the experiment, as `experiments get` does |\n"
      "| `runs delete`, `restore` | the run, as `runs get` does |\n"
      "| `runs log-metric` | `{\"run_id\", \"key\", \"value\", \"timestamp\", \"step\"}` |\n"
      "| `runs log-param`, `set-tag` | `{\"run_id\", \"key\", \"value\"}` |\n"
      "| `artifacts log-artifact`, `log-artifacts` | the file, or a list of them, as `artifacts list` does |\n"
      "| `artifacts download`, `models download` | `{\"path\"}`: where it is now |\n"
      "| `models register`, `stage` | the version, as `models get --version` does |\n"
      "| `models alias`, `tag` | `{\"name\", \"version\", \"alias\"}`, `{\"name\", \"version\", \"key\", \"value\"}` "
      "|\n"
      "| what is gone for good | `{\"deleted\": {\"name\", ...}}`, by the names that it had |\n"
      "| `db backup`, `restore` | `{\"database\", \"file\", \"bytes\"}`, `{\"database\", \"file\", \"kept\"}` |\n"
      "| `db gc` | `{\"dry_run\", \"deleted\": [{\"kind\", \"id\"}], \"kept\": [{\"kind\", \"id\", \"why\"}], "
      "\"remarks\"}` |\n\n"
      "By the name `mlflow` (`ln -s cairn mlflow`) the program takes MLflow's command lines, and prints what MLflow's\n"
      "would; by the name `dvc`, DVC's.\n";
  for (const Command& child : root.commands) {
    if (is_shown(child)) append_markdown(child, root.name + " " + child.name, 2, text);
  }
  text +=
      "\n## Commands for data\n\nThey are DVC's; [dvc.md](dvc.md) tells what differs.\n\n| command | what it does "
      "|\n|---|---|\n";
  for (const OtherCommand& other : others) {
    text += fmt::format("| `cairn {}` | {} |\n", other.name, escaped_cell(other.help));
  }
  return text;
}

std::vector<ManualPage> manual_pages(const Command& root, const std::vector<OtherCommand>& others) {
  std::string overview = page_head(root.name, "experiment tracking, data versioning and model serving");
  overview += fmt::format(".SH SYNOPSIS\n.B {}\nCOMMAND [ARGS]...\n.SH DESCRIPTION\n{}\n.SH COMMANDS\n", root.name,
                          troff(root.help));
  std::vector<ManualPage> pages;
  for (const Command& child : root.commands) {
    if (!is_shown(child)) continue;
    const std::string title = root.name + "-" + child.name;
    overview += fmt::format(".TP\n.BR {} (1)\n{}\n", troff(title), troff(child.help));
    std::string page = page_head(title, child.help.substr(0, child.help.find('\n')));
    page += ".SH COMMANDS\n";
    append_man(child, root.name + " " + child.name, page);
    pages.push_back({title + ".1", std::move(page)});
  }
  for (const OtherCommand& other : others)
    overview += fmt::format(".TP\n.B {}\n{}\n", troff(other.name), troff(other.help));
  pages.insert(pages.begin(), {root.name + ".1", std::move(overview)});
  return pages;
}

}  // namespace cairn::cli
