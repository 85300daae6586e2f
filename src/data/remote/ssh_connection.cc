#include "data/remote/ssh_connection.h"

#include <charconv>
#include <fmt/format.h>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"

namespace cairn::data {
namespace {

void set_text(ssh_session session, ssh_options_e option, const std::string& text) {
  if (!text.empty()) ssh_options_set(session, option, text.c_str());
}

// What the user set for the remote goes before what ~/.ssh/config says, and that before the machine's own file.
void set_options(ssh_session session, const SshTarget& target) {
  const std::string directory = expand_home("~/.ssh");
  const int off = 0;
  ssh_options_set(session, SSH_OPTIONS_PROCESS_CONFIG, &off);
  set_text(session, SSH_OPTIONS_HOST, target.host);
  set_text(session, SSH_OPTIONS_SSH_DIR, directory);
  set_text(session, SSH_OPTIONS_KNOWNHOSTS, directory + "/known_hosts");
  for (const std::string& file : {directory + "/config", std::string("/etc/ssh/ssh_config")})
    if (is_file(file)) ssh_options_parse_config(session, file.c_str());
  set_text(session, SSH_OPTIONS_USER, target.user);
  if (target.port > 0) ssh_options_set(session, SSH_OPTIONS_PORT, &target.port);
  ssh_options_set(session, SSH_OPTIONS_TIMEOUT, &target.timeout_seconds);
}

struct FreeKey {
  void operator()(ssh_key key) const { ssh_key_free(key); }
};

struct SftpMeaning {
  int code;
  ErrorCode meaning;
  std::string_view text;
};
constexpr SftpMeaning kSftpMeanings[] = {
    {SSH_FX_NO_SUCH_FILE, ErrorCode::kResourceDoesNotExist, "no such file"},
    {SSH_FX_NO_SUCH_PATH, ErrorCode::kResourceDoesNotExist, "no such directory"},
    {SSH_FX_PERMISSION_DENIED, ErrorCode::kPermissionDenied, "the user may not do that there"},
    {SSH_FX_FILE_ALREADY_EXISTS, ErrorCode::kResourceAlreadyExists, "it exists already"},
    {SSH_FX_WRITE_PROTECT, ErrorCode::kPermissionDenied, "the disk is write-protected"},
    {SSH_FX_NO_CONNECTION, ErrorCode::kTemporarilyUnavailable, "the connection was lost"},
    {SSH_FX_CONNECTION_LOST, ErrorCode::kTemporarilyUnavailable, "the connection was lost"},
    {SSH_FX_OP_UNSUPPORTED, ErrorCode::kInternalError, "the server can't do that"},
};

}  // namespace

Result<SshTarget> ssh_target(const std::string& authority, const StorageOptions& options) {
  if (options.flag("gss_auth")) return config_error("gss_auth (Kerberos) is not supported; set keyfile or password");
  SshTarget target;
  const std::size_t at = authority.rfind('@');
  target.host = at == std::string::npos ? authority : authority.substr(at + 1);
  if (at != std::string::npos) target.user = authority.substr(0, at);
  if (const std::size_t colon = target.host.rfind(':'); colon != std::string::npos && !target.host.ends_with(']')) {
    const std::string port = target.host.substr(colon + 1);
    std::from_chars(port.data(), port.data() + port.size(), target.port);
    target.host.resize(colon);
  }
  if (target.host.empty()) return dvc_error("an ssh:// URL needs a host");
  if (options.has("user")) target.user = options.text("user");
  if (const auto port = options.number("port")) target.port = static_cast<unsigned>(*port);
  if (options.has("keyfile")) target.keyfile = expand_home(options.text("keyfile"));
  const std::string whom = fmt::format("{}{}", target.user.empty() ? "" : target.user + "@", target.host);
  target.password = TRY(options.secret("password", "ask_password", fmt::format("Enter a password for {}:\n", whom)));
  target.passphrase =
      TRY(options.secret("passphrase", "ask_passphrase", fmt::format("Enter a passphrase for {}:\n", whom)));
  if (const auto timeout = options.number("timeout")) target.timeout_seconds = static_cast<long>(*timeout);
  target.allow_agent = options.flag("allow_agent", true);
  return target;
}

Result<std::unique_ptr<SshConnection>> SshConnection::open(const SshTarget& target) {
  TRY(libssh.load());
  std::unique_ptr<SshConnection> connection(new SshConnection(target.host));
  if (!connection->session_) return internal_error("libssh cannot start a session");
  TRY(connection->connect(target));
  TRY(connection->check_host());
  TRY(connection->log_in(target));
  TRY(connection->start_sftp());
  return connection;
}

Status SshConnection::connect(const SshTarget& target) {
  set_options(session_.get(), target);
  if (ssh_connect(session_.get()) == SSH_OK) return {};
  return Error(ErrorCode::kTemporarilyUnavailable, fmt::format("cannot connect to {}: {}", host_, problem()));
}

// Whoever answers must be the host that the user knows: data and passwords go to nobody else.
Status SshConnection::check_host() {
  switch (ssh_session_is_known_server(session_.get())) {
    case SSH_KNOWN_HOSTS_OK:
      return {};
    case SSH_KNOWN_HOSTS_CHANGED:
    case SSH_KNOWN_HOSTS_OTHER:
      return Error(ErrorCode::kUnauthenticated,
                   fmt::format("the key of {} is not the one in ~/.ssh/known_hosts: somebody may be in between. If the "
                               "key was changed on purpose, remove the old one with ssh-keygen -R",
                               host_));
    default:
      return Error(
          ErrorCode::kUnauthenticated,
          fmt::format("{} is not in ~/.ssh/known_hosts; connect to it with ssh once, and check its key", host_));
  }
}

bool SshConnection::log_in_with_key(const SshTarget& target) {
  ssh_key raw = nullptr;
  const char* passphrase = target.passphrase.empty() ? nullptr : target.passphrase.c_str();
  if (ssh_pki_import_privkey_file(target.keyfile.c_str(), passphrase, nullptr, nullptr, &raw) != SSH_OK) return false;
  const std::unique_ptr<ssh_key_struct, FreeKey> key(raw);
  return ssh_userauth_publickey(session_.get(), nullptr, key.get()) == SSH_AUTH_SUCCESS;
}

bool SshConnection::answer_questions(const std::string& password) {
  int state = ssh_userauth_kbdint(session_.get(), nullptr, nullptr);
  for (int round = 0; state == SSH_AUTH_INFO && round < 8; ++round) {
    const int prompts = ssh_userauth_kbdint_getnprompts(session_.get());
    for (int i = 0; i < prompts; ++i)
      ssh_userauth_kbdint_setanswer(session_.get(), static_cast<unsigned>(i), password.c_str());
    state = ssh_userauth_kbdint(session_.get(), nullptr, nullptr);
  }
  return state == SSH_AUTH_SUCCESS;
}

bool SshConnection::log_in_with_password(const std::string& password) {
  return ssh_userauth_password(session_.get(), nullptr, password.c_str()) == SSH_AUTH_SUCCESS ||
         answer_questions(password);
}

Status SshConnection::log_in(const SshTarget& target) {
  std::string tried;
  const auto attempt = [&](std::string_view what, auto log_in) {
    tried += fmt::format("{}{}", tried.empty() ? "" : ", ", what);
    return log_in();
  };
  const int none = ssh_userauth_none(session_.get(), nullptr);
  if (none == SSH_AUTH_SUCCESS) return {};
  if (none == SSH_AUTH_ERROR)
    return Error(ErrorCode::kTemporarilyUnavailable, fmt::format("cannot log in to {}: {}", host_, problem()));
  const char* passphrase = target.passphrase.empty() ? nullptr : target.passphrase.c_str();
  if (!target.keyfile.empty()) {
    if (attempt("the key " + target.keyfile, [&] { return log_in_with_key(target); })) return {};
  } else if (target.password.empty() || passphrase) {
    if (!target.allow_agent) ::unsetenv("SSH_AUTH_SOCK");
    if (attempt(target.allow_agent ? "the agent and the keys in ~/.ssh" : "the keys in ~/.ssh",
                [&] { return ssh_userauth_publickey_auto(session_.get(), nullptr, passphrase) == SSH_AUTH_SUCCESS; }))
      return {};
  }
  if (!target.password.empty() && attempt("a password", [&] { return log_in_with_password(target.password); }))
    return {};
  return Error(ErrorCode::kUnauthenticated,
               fmt::format("{} lets nobody in with {}: set user, keyfile, passphrase or password of the remote, or "
                           "check ~/.ssh/config",
                           host_, tried));
}

Status SshConnection::start_sftp() {
  sftp_.reset(sftp_new(session_.get()));
  if (sftp_ && sftp_init(sftp_.get()) == SSH_OK) return {};
  return internal_error(fmt::format("{} speaks no SFTP: {}", host_, problem()));
}

Error SshConnection::failure(const std::string& what) const {
  if (!is_alive()) return {ErrorCode::kTemporarilyUnavailable, fmt::format("{}: the connection was lost", what)};
  const int code = sftp_get_error(sftp_.get());
  for (const SftpMeaning& known : kSftpMeanings)
    if (known.code == code) return {known.meaning, fmt::format("{}: {}", what, known.text)};
  return internal_error(fmt::format("{}: {} (SFTP error {})", what, problem(), code));
}

}  // namespace cairn::data
