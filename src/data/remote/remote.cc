#include "data/remote/remote.h"

#include <algorithm>
#include <fmt/format.h>

#include "data/errors.h"
#include "data/files/paths.h"
#include "data/remote/local_remote.h"
#include "data/remote/object_remote.h"
#include "data/remote/storage_kinds.h"
#include "data/repo/config_schema.h"

namespace cairn::data {
namespace {

// remote://base/sub means a place in another remote; what is set for this one shadows what is set for that.
Result<ConfigSection> resolved(const ConfigValues& config, ConfigSection section, int depth = 0);

Result<ConfigSection> settings_of(const ConfigValues& config, const std::string& name, int depth = 0) {
  constexpr int kDeepest = 16;
  const ConfigSection* remote = config.remote(name);
  if (!remote || depth > kDeepest) return config_error(fmt::format("remote '{}' doesn't exist", name));
  return resolved(config, *remote, depth);
}

Result<ConfigSection> resolved(const ConfigValues& config, ConfigSection section, int depth) {
  constexpr std::string_view kScheme = "remote://";
  const ConfigOption* url = section.find("url");
  if (!url || !url->value.text.starts_with(kScheme)) return section;
  const std::string rest = url->value.text.substr(kScheme.size());
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  ConfigSection settings = TRY(settings_of(config, lower_ascii(rest.substr(0, slash)), depth + 1));
  for (const auto& [option_name, option] : section)
    if (option_name != "url") settings[option_name] = option;
  settings["url"].value.text += rest.substr(slash);
  return settings;
}

// What the user asked for, or else the remote's own setting.
unsigned jobs_of(const StorageOptions& options, unsigned asked) {
  if (asked > 0) return asked;
  const std::int64_t set = options.number("jobs").value_or(0);
  return set > 0 ? static_cast<unsigned>(std::min<std::int64_t>(set, 256)) : default_jobs();
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

Result<std::unique_ptr<Remote>> open_remote(const Repo& repo, const std::string& name, std::string_view command,
                                            unsigned jobs) {
  const std::string chosen = lower_ascii(name.empty() ? repo.config().text("core", "remote") : name);
  if (chosen.empty()) return no_remote(repo, command);
  const ConfigSection settings = TRY(settings_of(repo.config(), chosen));
  const ConfigOption* url = settings.find("url");
  if (!url) return config_error(fmt::format("remote '{}' has no url", chosen));
  const StorageOptions options(chosen, settings);
  for (const std::string_view unsupported : {"version_aware", "worktree"})
    if (options.flag(unsupported))
      return dvc_error(
          fmt::format("The remote '{}' is set to be '{}', which is not supported yet.", chosen, unsupported));
  const std::string scheme = scheme_of(url->value.text);
  if (scheme.empty() || scheme == "local" || scheme == "file") {
    std::string path = url->value.text;
    if (!scheme.empty()) path.erase(0, scheme.size() + 3);
    const Sharing sharing = settings.find("shared") ? Sharing::kGroup : Sharing::kPrivate;
    return std::unique_ptr<Remote>(std::make_unique<LocalRemote>(normal_path(path), sharing, &repo.progress()));
  }
  const unsigned chosen_jobs = jobs_of(options, jobs);
  return std::unique_ptr<Remote>(std::make_unique<ObjectRemote>(
      TRY(open_storage(url->value.text, options, chosen_jobs)), chosen_jobs, &repo.progress()));
}

Result<std::unique_ptr<Storage>> open_url(const Repo* repo, const UrlSpec& spec) {
  ConfigSection settings = spec.options;
  settings["url"].value.text = spec.url;
  const bool is_remote = scheme_of(spec.url) == "remote";
  if (is_remote && repo == nullptr)
    return dvc_error(fmt::format("'{}' means a remote, but this is no repository", spec.url));
  if (is_remote) settings = TRY(resolved(repo->config(), std::move(settings)));
  TRY(check_url_options(settings));
  const StorageOptions options("", std::move(settings));
  return open_storage(options.text("url"), options, jobs_of(options, spec.jobs));
}

}  // namespace cairn::data
