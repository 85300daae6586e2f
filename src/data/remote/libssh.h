// libssh's functions, from the library that is loaded when a remote on another machine is first opened:
// SshConnection::open loads it.
#pragma once

#include <libssh/libssh.h>
#include <libssh/sftp.h>

#include "core/lazy_library.h"

namespace cairn::data {

inline const LazyLibrary libssh("libssh.so.4", "libssh-4");
CAIRN_LAZY(libssh, sftp_async_read);
CAIRN_LAZY(libssh, sftp_async_read_begin);
CAIRN_LAZY(libssh, sftp_attributes_free);
CAIRN_LAZY(libssh, sftp_close);
CAIRN_LAZY(libssh, sftp_closedir);
CAIRN_LAZY(libssh, sftp_dir_eof);
CAIRN_LAZY(libssh, sftp_free);
CAIRN_LAZY(libssh, sftp_fstat);
CAIRN_LAZY(libssh, sftp_get_error);
CAIRN_LAZY(libssh, sftp_init);
CAIRN_LAZY(libssh, sftp_mkdir);
CAIRN_LAZY(libssh, sftp_new);
CAIRN_LAZY(libssh, sftp_open);
CAIRN_LAZY(libssh, sftp_opendir);
CAIRN_LAZY(libssh, sftp_read);
CAIRN_LAZY(libssh, sftp_readdir);
CAIRN_LAZY(libssh, sftp_rename);
CAIRN_LAZY(libssh, sftp_seek64);
CAIRN_LAZY(libssh, sftp_stat);
CAIRN_LAZY(libssh, sftp_unlink);
CAIRN_LAZY(libssh, sftp_write);
CAIRN_LAZY(libssh, ssh_connect);
CAIRN_LAZY(libssh, ssh_disconnect);
CAIRN_LAZY(libssh, ssh_free);
CAIRN_LAZY(libssh, ssh_get_error);
CAIRN_LAZY(libssh, ssh_is_connected);
CAIRN_LAZY(libssh, ssh_key_free);
CAIRN_LAZY(libssh, ssh_new);
CAIRN_LAZY(libssh, ssh_options_parse_config);
CAIRN_LAZY(libssh, ssh_options_set);
CAIRN_LAZY(libssh, ssh_pki_import_privkey_file);
CAIRN_LAZY(libssh, ssh_session_is_known_server);
CAIRN_LAZY(libssh, ssh_userauth_gssapi);
CAIRN_LAZY(libssh, ssh_userauth_kbdint);
CAIRN_LAZY(libssh, ssh_userauth_kbdint_getnprompts);
CAIRN_LAZY(libssh, ssh_userauth_kbdint_setanswer);
CAIRN_LAZY(libssh, ssh_userauth_none);
CAIRN_LAZY(libssh, ssh_userauth_password);
CAIRN_LAZY(libssh, ssh_userauth_publickey);
CAIRN_LAZY(libssh, ssh_userauth_publickey_auto);

}  // namespace cairn::data
