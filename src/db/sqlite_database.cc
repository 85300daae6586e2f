#include "db/sqlite_database.h"

#include <chrono>
#include <filesystem>

namespace cairn::db {
namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

Result<std::unique_ptr<SqliteDatabase>> SqliteDatabase::open(std::string path) {
  auto writer = TRY(SqliteConnection::open(path, Access::kReadWrite));
  return std::unique_ptr<SqliteDatabase>(new SqliteDatabase(std::move(path), std::move(writer)));
}

SqliteDatabase::SqliteDatabase(std::string path, std::unique_ptr<SqliteConnection> writer)
    : path_(std::move(path)), writer_(std::move(writer)), queue_([this](auto group) { commit_group(group); }) {}

std::uint64_t SqliteDatabase::size_bytes() const {
  std::uint64_t total = 0;
  for (const char* suffix : {"", "-wal"}) {
    std::error_code missing;
    const auto size = std::filesystem::file_size(path_ + suffix, missing);
    if (!missing) total += size;
  }
  return total;
}

void SqliteDatabase::commit_group(std::span<WriteQueue::Waiter* const> group) {
  const auto start = std::chrono::steady_clock::now();
  writer_->announced().clear();
  Status done = apply_group(group);
  if (done.ok() && listener() && !writer_->announced().empty()) listener()(writer_->announced());
  if (!done.ok()) {
    // Nothing of the group is on disk, whatever its single jobs said.
    (void)writer_->script("ROLLBACK");
    for (WriteQueue::Waiter* waiter : group) {
      if (waiter->outcome.ok()) waiter->outcome = done.error();
    }
  }
  stats_.requests_per_commit.observe(static_cast<double>(group.size()));
  stats_.commit_seconds.observe(seconds_since(start));
}

Status SqliteDatabase::apply_group(std::span<WriteQueue::Waiter* const> group) {
  // IMMEDIATE: another process's write lock is waited for here, not in the middle of a job.
  TRY(writer_->execute("BEGIN IMMEDIATE"));
  for (WriteQueue::Waiter* waiter : group) {
    TRY(writer_->execute("SAVEPOINT job"));
    const std::size_t announced = writer_->announced().size();
    waiter->outcome = waiter->job(*writer_);
    if (!waiter->outcome.ok()) {
      TRY(writer_->execute("ROLLBACK TO job"));
      writer_->announced().resize(announced);
    }
    TRY(writer_->execute("RELEASE job"));
  }
  const auto start = std::chrono::steady_clock::now();
  TRY(writer_->execute("COMMIT"));
  stats_.sync_seconds.observe(seconds_since(start));
  return {};
}

Status SqliteDatabase::read_job(const Job& job) {
  auto reader = TRY(borrow_reader());
  Status outcome;
  if (auto begun = reader->execute("BEGIN"); !begun.ok()) {
    outcome = std::move(begun).error();
  } else {
    outcome = job(*reader);
    if (auto ended = reader->execute("COMMIT"); !ended.ok() && outcome.ok()) outcome = std::move(ended).error();
  }
  return_reader(std::move(reader));
  return outcome;
}

Result<std::unique_ptr<SqliteConnection>> SqliteDatabase::borrow_reader() {
  std::unique_lock lock(readers_mutex_);
  reader_returned_.wait(lock, [this] { return !idle_readers_.empty() || open_readers_ < max_readers_; });
  if (!idle_readers_.empty()) {
    auto reader = std::move(idle_readers_.back());
    idle_readers_.pop_back();
    return reader;
  }
  ++open_readers_;
  lock.unlock();
  auto opened = SqliteConnection::open(path_, Access::kReadOnly);
  if (!opened.ok()) {
    lock.lock();
    --open_readers_;
    reader_returned_.notify_one();
  }
  return opened;
}

void SqliteDatabase::return_reader(std::unique_ptr<SqliteConnection> reader) {
  const std::lock_guard lock(readers_mutex_);
  idle_readers_.push_back(std::move(reader));
  reader_returned_.notify_one();
}

}  // namespace cairn::db
