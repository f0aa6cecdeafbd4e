#pragma once

#include <atomic>
#include <functional>
#include <string>

/// How Ctrl-C and SIGTERM end a verb: within a second, with 130, and without drafts of its own left behind.
namespace percuta::apps {

/// From now on the first signal ends the process at once, unless a Stopping is alive; a second one does in any case.
/// The flag that is returned is set by the first.
const std::atomic<bool>* catch_interrupts();

/// A verb that looks at the flag and ends itself, keeping what it has done: a signal leaves it a moment for that. Where
/// the moment is too short, `last_words` gives what the process says when it ends all the same; another thread asks.
class Stopping {
 public:
  explicit Stopping(std::function<std::string()> last_words);
  Stopping(const Stopping&) = delete;
  Stopping& operator=(const Stopping&) = delete;
  ~Stopping();
};

}  // namespace percuta::apps
