#include "data/remote/remote.h"

#include <algorithm>
#include <fmt/format.h>

#include "data/errors.h"
#include "data/files/paths.h"
#include "data/remote/local_remote.h"

namespace cairn::data {
namespace {

// remote://base/sub means a place in another remote; what is set for this one shadows what is set for that.
Result<ConfigSection> settings_of(const ConfigValues& config, const std::string& name, int depth = 0) {
  constexpr std::string_view kScheme = "remote://";
  constexpr int kDeepest = 16;
  const ConfigSection* remote = config.remote(name);
  if (!remote || depth > kDeepest) return config_error(fmt::format("remote '{}' doesn't exist", name));
  const ConfigOption* url = remote->find("url");
  if (!url || !url->value.text.starts_with(kScheme)) return *remote;
  const std::string rest = url->value.text.substr(kScheme.size());
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  ConfigSection settings = TRY(settings_of(config, lower_ascii(rest.substr(0, slash)), depth + 1));
  for (const auto& [option_name, option] : *remote)
    if (option_name != "url") settings[option_name] = option;
  settings["url"].value.text += rest.substr(slash);
  return settings;
}

std::string scheme_of(const std::string& url) {
  const std::size_t end = url.find("://");
  return end == std::string::npos ? "" : lower_ascii(url.substr(0, end));
}

Error no_remote(const Repo& repo, std::string_view command) {
  const auto* remotes = repo.config().named.find("remote");
  if (remotes && !remotes->empty())
    return config_error(
        fmt::format("no remote specified in {}. Setup default remote with\n    dvc remote default <remote "
                    "name>\nor use:\n    dvc {} -r <remote name>",
                    repo.root(), command));
  return config_error(
      fmt::format("no remote specified in {}. Create a default remote with\n    dvc remote add -d <remote "
                  "name> <remote url>",
                  repo.root()));
}

}  // namespace

bool has_default_remote(const Repo& repo) { return !repo.config().text("core", "remote").empty(); }

Result<std::unique_ptr<Remote>> open_remote(const Repo& repo, const std::string& name, std::string_view command) {
  const std::string chosen = lower_ascii(name.empty() ? repo.config().text("core", "remote") : name);
  if (chosen.empty()) return no_remote(repo, command);
  const ConfigSection settings = TRY(settings_of(repo.config(), chosen));
  const ConfigOption* url = settings.find("url");
  if (!url) return config_error(fmt::format("remote '{}' has no url", chosen));
  const std::string scheme = scheme_of(url->value.text);
  if (scheme.empty() || scheme == "local" || scheme == "file") {
    std::string path = url->value.text;
    if (!scheme.empty()) path.erase(0, scheme.size() + 3);
    const Sharing sharing = settings.find("shared") ? Sharing::kGroup : Sharing::kPrivate;
    return std::unique_ptr<Remote>(std::make_unique<LocalRemote>(normal_path(path), sharing, &repo.progress()));
  }
  return dvc_error(fmt::format("The remote '{}' is of the kind '{}', which is not supported yet.", chosen, scheme));
}

}  // namespace cairn::data
