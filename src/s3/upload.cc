#include "s3/upload.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <fmt/format.h>
#include <mutex>
#include <openssl/evp.h>
#include <span>
#include <utility>
#include <vector>

#include "core/log.h"

namespace cairn::s3 {
namespace {

// The usual one, or the smallest multiple of a MiB with which an object of this size has few enough parts.
std::size_t part_size_for(std::size_t usual, std::uint64_t size) {
  constexpr std::uint64_t kMiB = 1 << 20;
  if (size <= usual * std::uint64_t{Upload::kMostParts}) return usual;
  const std::uint64_t needed = size / Upload::kMostParts + 1;
  return static_cast<std::size_t>((needed + kMiB - 1) / kMiB * kMiB);
}

std::size_t part_size_for(const Settings& settings, std::optional<std::uint64_t> size) {
  if (size && *size > settings.part_size && *size <= settings.whole_up_to) return static_cast<std::size_t>(*size);
  return part_size_for(settings.part_size, size.value_or(0));
}

// As an ETag has it; empty where this machine computes no MD5.
std::string md5_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_md5(), nullptr) != 1) return {};
  return fmt::format("{:02x}", fmt::join(std::span(digest).first(size), ""));
}

}  // namespace

// What an upload shares with the jobs that send its parts.
struct Upload::Parts {
  Parts(Client& at, Object of, Pairs with, std::string upload_id)
      : client(at), object(std::move(of)), headers(std::move(with)), id(std::move(upload_id)) {}

  Client& client;
  const Object object;
  const Pairs headers;
  const std::string id;
  std::stop_source stop;
  bool completed = false;  // of the uploading thread

  std::mutex mutex;
  std::condition_variable changed;
  // Guarded by mutex.
  std::size_t in_flight = 0;
  std::vector<std::string> spare;  // buffers to be used again
  std::vector<Part> done;
  std::optional<Error> error;  // the first

  // Waits until fewer than `limit` parts are on their way.
  Status await_fewer(std::size_t limit) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return in_flight < limit || (error && limit > 1); });
    if (error) return *error;
    return {};
  }
  std::string take_buffer() {
    const std::lock_guard lock(mutex);
    if (spare.empty()) return {};
    std::string buffer = std::move(spare.back());
    spare.pop_back();
    return buffer;
  }
};

class Upload::PartJob final : public http::WorkerPool::Job {
 public:
  PartJob(std::shared_ptr<Parts> parts, unsigned number, std::string bytes)
      : parts_(std::move(parts)), number_(number), bytes_(std::move(bytes)) {}

  void run() noexcept override {
    auto sent =
        parts_->client.put_part(parts_->object, parts_->id, number_, bytes_, parts_->headers, parts_->stop.get_token());
    const std::lock_guard lock(parts_->mutex);
    bytes_.clear();
    parts_->spare.push_back(std::move(bytes_));
    --parts_->in_flight;
    if (sent.ok()) {
      parts_->done.push_back(std::move(*sent));
    } else if (!parts_->error) {
      parts_->error = std::move(sent).error();
      parts_->stop.request_stop();
    }
    parts_->changed.notify_all();
  }

 private:
  const std::shared_ptr<Parts> parts_;
  const unsigned number_;
  std::string bytes_;
};

Upload::Upload(Client& client, Object object, UploadOptions options)
    : client_(client),
      object_(std::move(object)),
      options_(std::move(options)),
      part_size_(part_size_for(client.settings(), options_.size)) {
  buffer_.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(options_.size.value_or(0), part_size_)));
}

Upload::~Upload() {
  if (parts_ == nullptr || parts_->completed) return;
  parts_->stop.request_stop();
  (void)parts_->await_fewer(1);
  if (is_kept_) return;
  const Status aborted = client_.abort_upload(object_, parts_->id);
  if (!aborted.ok()) log::warning("Parts of an upload remain in the store: " + aborted.error().message());
}

// Equal parts, as some stores demand; only an upload that did not say how long it will be must let them grow.
std::size_t Upload::size_of_part(unsigned number) const {
  constexpr unsigned kDoublesAfter = kMostParts / 5;
  return options_.size ? part_size_ : part_size_ << ((number - 1) / kDoublesAfter);
}

Status Upload::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t room = size_of_part(next_part_) - buffer_.size();
    if (room == 0) {
      TRY(send_part());
      continue;
    }
    const std::string_view piece = bytes.substr(0, room);
    buffer_ += piece;
    bytes.remove_prefix(piece.size());
  }
  return {};
}

// A store that doesn't tell what it has is given everything anew.
Status Upload::begin() {
  std::string id;
  if (options_.leftovers == Leftovers::kUsed) {
    auto known = client_.find_upload(object_);
    auto sent = known.ok() && !known->empty() ? client_.sent_parts(object_, *known) : std::vector<SentPart>();
    if (sent.ok() && !sent->empty()) {
      id = *std::move(known);
      sent_ = *std::move(sent);
    }
  }
  if (id.empty()) id = TRY(client_.begin_upload(object_, options_.headers));
  parts_ = std::make_shared<Parts>(client_, object_, options_.part_headers, std::move(id));
  return {};
}

const SentPart* Upload::sent_before(std::string_view bytes) const {
  const auto same = std::ranges::find_if(
      sent_, [&](const SentPart& sent) { return sent.part.number == next_part_ && sent.size == bytes.size(); });
  return same != sent_.end() && same->part.etag == md5_hex(bytes) ? &*same : nullptr;
}

Status Upload::send_part() {
  if (parts_ == nullptr) TRY(begin());
  if (next_part_ > kMostParts) {
    return invalid_parameter(fmt::format("{} would have more than {} parts", object_.uri(), kMostParts));
  }
  if (const SentPart* sent = sent_before(buffer_)) {
    const std::lock_guard lock(parts_->mutex);
    parts_->done.push_back(sent->part);
    ++next_part_;
    buffer_.clear();
    return {};
  }
  // One buffer is being filled, the others are on their way.
  const std::size_t buffers = std::max<std::size_t>(kInMemory / size_of_part(next_part_), 2);
  TRY(parts_->await_fewer(buffers - 1));
  auto job = std::make_shared<PartJob>(parts_, next_part_, std::exchange(buffer_, parts_->take_buffer()));
  {
    const std::lock_guard lock(parts_->mutex);
    ++parts_->in_flight;
  }
  ++next_part_;
  if (buffer_.capacity() < size_of_part(next_part_)) buffer_.reserve(size_of_part(next_part_));
  client_.parts_pool().submit(std::move(job));
  return {};
}

Status Upload::finish() {
  if (parts_ == nullptr) return client_.put(object_, buffer_, options_.headers);
  if (!buffer_.empty()) TRY(send_part());
  TRY(parts_->await_fewer(1));
  std::vector<Part> parts = std::move(parts_->done);
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.number < b.number; });
  TRY(client_.complete_upload(object_, parts_->id, parts));
  parts_->completed = true;
  return {};
}

}  // namespace cairn::s3
