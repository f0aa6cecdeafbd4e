#include "interrupt.hpp"

#include <unistd.h>
#include <csignal>

namespace percuta::apps {

namespace {

// A signal handler can reach nothing else.
std::atomic<bool> asked_to_stop{false};
static_assert(std::atomic<bool>::is_always_lock_free);

constexpr int k_interrupted = 130;

void on_signal(int) {
  if (asked_to_stop.exchange(true)) _exit(k_interrupted);
}

}  // namespace

const std::atomic<bool>* catch_interrupts() {
  struct sigaction action{};
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  // A closed pipe or a file size limit shall be an error of the write, not the end of the process.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  return &asked_to_stop;
}

}  // namespace percuta::apps
