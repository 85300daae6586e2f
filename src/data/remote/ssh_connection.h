// One SFTP session with another machine: found, checked and logged in to as OpenSSH does it, with ~/.ssh/config,
// ~/.ssh/known_hosts, keys and the agent. All that is libssh's to know of hosts and users is in here.
#pragma once

#include <memory>
#include <string>

#include "core/result.h"
#include "data/remote/libssh.h"
#include "data/remote/storage_options.h"

namespace cairn::data {

struct SshTarget {
  std::string host;
  std::string user;      // empty: what ~/.ssh/config says, or this user
  unsigned port = 0;     // 0: the same, or 22
  std::string keyfile;   // empty: the usual ones, and the agent
  std::string password;  // empty: none is tried
  std::string passphrase;
  long timeout_seconds = 30;  // of connecting
  bool allow_agent = true;
};

// user@host:port and the options of a remote.
Result<SshTarget> ssh_target(const std::string& authority, const StorageOptions& options);

// One thread at a time.
class SshConnection {
 public:
  static Result<std::unique_ptr<SshConnection>> open(const SshTarget& target);

  [[nodiscard]] sftp_session sftp() const { return sftp_.get(); }
  [[nodiscard]] bool is_alive() const { return ssh_is_connected(session_.get()) != 0; }
  // The error of the operation that failed last. kTemporarilyUnavailable if the connection is gone.
  [[nodiscard]] Error failure(const std::string& what) const;

 private:
  struct FreeSession {
    void operator()(ssh_session session) const {
      ssh_disconnect(session);
      ssh_free(session);
    }
  };
  struct FreeSftp {
    void operator()(sftp_session sftp) const { sftp_free(sftp); }
  };

  explicit SshConnection(std::string host) : host_(std::move(host)), session_(ssh_new()) {}
  Status connect(const SshTarget& target);
  Status check_host();
  Status log_in(const SshTarget& target);
  Status start_sftp();
  bool log_in_with_key(const SshTarget& target);
  bool log_in_with_password(const std::string& password);
  bool answer_questions(const std::string& password);
  [[nodiscard]] std::string problem() const { return ssh_get_error(session_.get()); }

  std::string host_;
  std::unique_ptr<ssh_session_struct, FreeSession> session_;
  std::unique_ptr<sftp_session_struct, FreeSftp> sftp_;
};

}  // namespace cairn::data
