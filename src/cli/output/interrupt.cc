#include "cli/output/interrupt.h"

#include <csignal>

namespace cairn::cli {
namespace {

const sigset_t& stops() {
  static const sigset_t set = [] {
    sigset_t made;
    sigemptyset(&made);
    sigaddset(&made, SIGTERM);
    sigaddset(&made, SIGINT);
    return made;
  }();
  return set;
}

}  // namespace

Interruptible::Interruptible() {
  pthread_sigmask(SIG_BLOCK, &stops(), nullptr);
  thread_ = std::thread([this] { wait_for_signal(); });
}

Interruptible::~Interruptible() {
  over_ = true;
  pthread_kill(thread_.native_handle(), SIGTERM);
  thread_.join();
  pthread_sigmask(SIG_UNBLOCK, &stops(), nullptr);
}

void Interruptible::wait_for_signal() {
  int signal = 0;
  sigwait(&stops(), &signal);
  if (over_) return;
  stop_.request_stop();
  sigwait(&stops(), &signal);
  if (over_) return;
  pthread_sigmask(SIG_UNBLOCK, &stops(), nullptr);
  raise(signal);
}

}  // namespace cairn::cli
