// libarchive's functions, from the library that is loaded when an export is first packed or unpacked.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include "core/lazy_library.h"

namespace cairn::transfer {

inline const LazyLibrary libarchive("libarchive.so.13", "libarchive13");
CAIRN_LAZY(libarchive, archive_entry_filetype);
CAIRN_LAZY(libarchive, archive_entry_free);
CAIRN_LAZY(libarchive, archive_entry_new);
CAIRN_LAZY(libarchive, archive_entry_pathname);
CAIRN_LAZY(libarchive, archive_entry_set_filetype);
CAIRN_LAZY(libarchive, archive_entry_set_pathname);
CAIRN_LAZY(libarchive, archive_entry_set_perm);
CAIRN_LAZY(libarchive, archive_entry_set_size);
CAIRN_LAZY(libarchive, archive_error_string);
CAIRN_LAZY(libarchive, archive_read_data_into_fd);
CAIRN_LAZY(libarchive, archive_read_free);
CAIRN_LAZY(libarchive, archive_read_new);
CAIRN_LAZY(libarchive, archive_read_next_header);
CAIRN_LAZY(libarchive, archive_read_open_filename);
CAIRN_LAZY(libarchive, archive_read_support_filter_zstd);
CAIRN_LAZY(libarchive, archive_read_support_format_tar);
CAIRN_LAZY(libarchive, archive_write_add_filter_zstd);
CAIRN_LAZY(libarchive, archive_write_close);
CAIRN_LAZY(libarchive, archive_write_data);
CAIRN_LAZY(libarchive, archive_write_free);
CAIRN_LAZY(libarchive, archive_write_header);
CAIRN_LAZY(libarchive, archive_write_new);
CAIRN_LAZY(libarchive, archive_write_open_filename);
CAIRN_LAZY(libarchive, archive_write_set_format_pax_restricted);

}  // namespace cairn::transfer
