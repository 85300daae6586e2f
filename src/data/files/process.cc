#include "data/files/process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "data/files/fd.h"

extern char** environ;

namespace cairn::data {
namespace {

struct Pipe {
  Fd read, write;
};

Result<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return os_error(errno, "pipe");
  return Pipe{Fd(ends[0]), Fd(ends[1])};
}

// Feeds and drains a child's pipes at once, so that neither side waits for the other forever.
class Conversation {
 public:
  Conversation(Pipe& in, Pipe& out, Pipe& err, std::string_view input)
      : in_(in.write), out_(out.read), err_(err.read), input_(input) {
    if (input_.empty())
      in_.reset();
    else
      ::fcntl(in_.get(), F_SETFL, O_NONBLOCK);
  }

  void run(ProcessOutput& output) {
    while (out_ || err_ || in_) {
      std::array<pollfd, 3> waiting{{{in_.get(), POLLOUT, 0}, {out_.get(), POLLIN, 0}, {err_.get(), POLLIN, 0}}};
      if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
      if (waiting[0].revents != 0) feed();
      if (waiting[1].revents != 0) drain(out_, output.out);
      if (waiting[2].revents != 0) drain(err_, output.err);
    }
  }

 private:
  void feed() {
    const ssize_t put = ::write(in_.get(), input_.data(), input_.size());
    if (put > 0) input_.remove_prefix(static_cast<std::size_t>(put));
    if (input_.empty() || (put < 0 && errno != EAGAIN && errno != EINTR)) in_.reset();
  }
  static void drain(Fd& fd, std::string& text) {
    std::array<char, 65536> buffer{};
    const ssize_t got = ::read(fd.get(), buffer.data(), buffer.size());
    if (got > 0) text.append(buffer.data(), static_cast<std::size_t>(got));
    if (got == 0 || (got < 0 && errno != EINTR)) fd.reset();
  }

  Fd& in_;
  Fd& out_;
  Fd& err_;
  std::string_view input_;
};

int exit_status_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> made;
  for (const std::string& text : texts) made.push_back(const_cast<char*>(text.c_str()));
  return made;
}

}  // namespace

Result<ProcessOutput> run_process(const std::vector<std::string>& arguments, const std::string& directory,
                                  std::string_view input, const std::vector<std::string>& variables) {
  Pipe in = TRY(make_pipe()), out = TRY(make_pipe()), err = TRY(make_pipe());
  std::vector<char*> argv = pointers(arguments);
  argv.push_back(nullptr);
  std::vector<char*> environment = pointers(variables);
  for (char** variable = environ; *variable; ++variable) environment.push_back(*variable);
  environment.push_back(nullptr);

  posix_spawn_file_actions_t actions{};
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, in.read.get(), 0);
  ::posix_spawn_file_actions_adddup2(&actions, out.write.get(), 1);
  ::posix_spawn_file_actions_adddup2(&actions, err.write.get(), 2);
  ::posix_spawn_file_actions_addchdir_np(&actions, directory.c_str());
  pid_t child = 0;
  const int failed = ::posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environment.data());
  ::posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return os_error(failed, arguments.front());

  in.read.reset();
  out.write.reset();
  err.write.reset();
  ProcessOutput output;
  const auto old_handler = std::signal(SIGPIPE, SIG_IGN);
  Conversation(in, out, err, input).run(output);
  std::signal(SIGPIPE, old_handler);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  output.exit_status = exit_status_of(status);
  return output;
}

}  // namespace cairn::data
