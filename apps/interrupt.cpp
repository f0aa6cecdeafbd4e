#include "interrupt.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include "console.hpp"
#include "percuta/storage/open_drafts.hpp"

namespace percuta::apps {

namespace {

// A signal handler can reach nothing else.
std::atomic<bool> asked_to_stop{false};
std::atomic<int> to_watcher{-1};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

constexpr int k_interrupted = 130;
constexpr auto k_patience = std::chrono::milliseconds(600);

/// What the verb under way says when it is ended; nothing when it is not to be waited for.
struct LastWords {
  std::mutex guard;
  std::function<std::string()> text;
};

/// Never taken down: a signal may come while the process ends.
LastWords& last_words() {
  static auto* words = new LastWords;
  return *words;
}

void on_signal(int) {
  if (asked_to_stop.exchange(true)) _exit(k_interrupted);
  const char byte = 0;
  if (::write(to_watcher, &byte, 1) != 1) _exit(k_interrupted);
}

/// Waits for the first signal. A thread of its own may do what a handler may not.
void watch(int from_handler) {
  char byte = 0;
  if (::read(from_handler, &byte, 1) != 1) return;
  bool is_stopping = false;
  {
    const std::lock_guard lock(last_words().guard);
    is_stopping = static_cast<bool>(last_words().text);
  }
  if (is_stopping) std::this_thread::sleep_for(k_patience);
  const std::lock_guard lock(last_words().guard);
  storage::remove_open_drafts();
  complain(last_words().text ? last_words().text() : "interrupted");
  _exit(k_interrupted);
}

void handle(int number, void (*handler)(int)) {
  struct sigaction action{};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, nullptr);
}

}  // namespace

const std::atomic<bool>* catch_interrupts() {
  // A closed pipe or a file size limit shall be an error of the write, not the end of the process.
  handle(SIGPIPE, SIG_IGN);
  handle(SIGXFSZ, SIG_IGN);
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0) return &asked_to_stop;  // without a pipe signals end the process as they always do
  last_words();
  try {
    std::thread(watch, ends[0]).detach();
  } catch (const std::system_error&) {  // no thread to be had
    return &asked_to_stop;
  }
  to_watcher = ends[1];
  handle(SIGINT, on_signal);
  handle(SIGTERM, on_signal);
  return &asked_to_stop;
}

Stopping::Stopping(std::function<std::string()> text) {
  const std::lock_guard lock(last_words().guard);
  last_words().text = std::move(text);
}

Stopping::~Stopping() {
  const std::lock_guard lock(last_words().guard);
  last_words().text = nullptr;
}

}  // namespace percuta::apps
