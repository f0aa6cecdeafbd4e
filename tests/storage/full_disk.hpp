#pragma once

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "percuta/base/error.hpp"

namespace percuta {

/// Runs `write` in a child that may write files of `most` bytes only, and whose end by the signal for that is its
/// `fate`: SIG_IGN is a full disk, SIG_DFL a kill in the middle. 0 = written, 1 = FileError, -1 = killed.
template <class Write>
int write_with_limit(rlim_t most, void (*fate)(int), const Write& write) {
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGXFSZ, fate);
    const rlimit file_size{most, most}, no_core{0, 0};
    ::setrlimit(RLIMIT_FSIZE, &file_size);
    ::setrlimit(RLIMIT_CORE, &no_core);
    int answer = 0;
    try {
      write();
    } catch (const FileError&) {
      answer = 1;
    }
    ::_exit(answer);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace percuta
