// One thread that waits on many sockets. Asio is sealed in loop.cc.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "http/transport.h"

namespace cairn::http {

class Loop {
 public:
  Loop();
  ~Loop();

  void run();                                 // on the thread that is to be the loop's, until stop()
  void stop();                                // any thread
  void post(std::function<void()> task);      // any thread: runs on the loop's, in order of posting
  void dispatch(std::function<void()> task);  // any thread: runs at once on the loop's own
  // Loop's thread, or before run(). What is still due when the loop stops is dropped.
  void after(std::chrono::milliseconds delay, std::function<void()> task);

  class Watcher {
   public:
    virtual ~Watcher() = default;
    virtual void on_ready() = 0;
  };

  // A descriptor's place in the loop. The descriptor must outlive it; it is destroyed on the loop's thread, or after
  // the loop has ended.
  class Watch {
   public:
    Watch(Loop& loop, int fd);
    ~Watch();
    // Calls watcher->on_ready() once, on the loop's thread, when the descriptor is ready. May be called by any thread,
    // but by one at a time and while no other call is pending: on_ready() may run before this returns.
    void arm(Ready what, std::shared_ptr<Watcher> watcher);

   private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
  };

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace cairn::http
