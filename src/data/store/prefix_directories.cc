#include "data/store/prefix_directories.h"

#include <cerrno>
#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace cairn::data {

PrefixDirectories::~PrefixDirectories() {
  for (const Slot& slot : slots_)
    if (!slot.temporary.empty()) ::rmdir(slot.temporary.c_str());
}

std::string PrefixDirectories::path(std::uint8_t first_byte) const {
  return fmt::format("{}/{:02x}", store_.root(), first_byte);
}

Result<Fd> PrefixDirectories::open(std::uint8_t first_byte) const {
  return open_file(path(first_byte), O_RDONLY | O_DIRECTORY);
}

Result<PrefixDirectories::Directory> PrefixDirectories::find(std::uint8_t first_byte) {
  Slot& slot = slots_[first_byte];
  if (!slot.is_ready.load(std::memory_order_acquire)) {
    const std::scoped_lock lock(mutex_);
    if (!slot.is_ready) TRY(prepare(slot, first_byte));
    slot.is_ready.store(true, std::memory_order_release);
  }
  return Directory{slot.fd.get(), !slot.temporary.empty()};
}

Status PrefixDirectories::prepare(Slot& slot, std::uint8_t first_byte) {
  auto opened = open(first_byte);
  if (!opened.ok() && is_missing(opened.error())) {
    TRY(make_dirs(store_.root(), store_.directory_mode()));
    const std::string temporary = fmt::format("{}/{}", store_.root(), temporary_name());
    if (::mkdir(temporary.c_str(), store_.directory_mode()) != 0) return os_error(errno, temporary);
    slot.temporary = temporary;
    if (store_.sharing() == Sharing::kGroup && ::chmod(temporary.c_str(), store_.directory_mode()) != 0)
      return os_error(errno, temporary);
    opened = open_file(temporary, O_RDONLY | O_DIRECTORY);
  }
  slot.fd = TRY(std::move(opened));
  return {};
}

Status PrefixDirectories::publish(std::uint8_t first_byte) {
  Slot& slot = slots_[first_byte];
  if (slot.temporary.empty()) return {};
  // An empty directory gives way; one with objects in it does not.
  if (::rename(slot.temporary.c_str(), path(first_byte).c_str()) != 0)
    return os_error(errno == ENOTEMPTY ? EEXIST : errno, path(first_byte));
  slot.temporary.clear();
  return {};
}

}  // namespace cairn::data
