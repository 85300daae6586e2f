#include "http/loop.h"

#include <utility>

// The thread sanitizer does not know fences; the queues' mutexes order all that they would.
#if defined(__SANITIZE_THREAD__)
#define BOOST_ASIO_DISABLE_FENCED_BLOCK 1
#endif

#include <boost/asio/dispatch.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

namespace cairn::http {

namespace asio = boost::asio;

struct Loop::Impl {
  // The hint: only one thread runs it.
  asio::io_context context{1};
  asio::executor_work_guard<asio::io_context::executor_type> work{context.get_executor()};
};

Loop::Loop() : impl_(std::make_unique<Impl>()) {}
Loop::~Loop() = default;

void Loop::run() { impl_->context.run(); }
void Loop::stop() { impl_->context.stop(); }
void Loop::post(std::function<void()> task) { asio::post(impl_->context, std::move(task)); }
void Loop::dispatch(std::function<void()> task) { asio::dispatch(impl_->context, std::move(task)); }
void Loop::after(std::chrono::milliseconds delay, std::function<void()> task) {
  auto timer = std::make_unique<asio::steady_timer>(impl_->context, delay);
  auto& waiting = *timer;
  waiting.async_wait([timer = std::move(timer), task = std::move(task)](const boost::system::error_code& error) {
    if (!error) task();
  });
}

struct Loop::Watch::Impl {
  Impl(asio::io_context& context, int fd) : descriptor(context, fd) {}
  ~Impl() { descriptor.release(); }  // the owner closes it
  asio::posix::stream_descriptor descriptor;
};

Loop::Watch::Watch(Loop& loop, int fd) : impl_(std::make_unique<Impl>(loop.impl_->context, fd)) {}
Loop::Watch::~Watch() = default;

void Loop::Watch::arm(Ready what, std::shared_ptr<Watcher> watcher) {
  using Wait = asio::posix::stream_descriptor::wait_type;
  impl_->descriptor.async_wait(what == Ready::kRead ? Wait::wait_read : Wait::wait_write,
                               [watcher = std::move(watcher)](const boost::system::error_code& error) {
                                 if (error != asio::error::operation_aborted) watcher->on_ready();
                               });
}

}  // namespace cairn::http
