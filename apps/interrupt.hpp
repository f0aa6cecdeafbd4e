#pragma once

#include <atomic>

namespace percuta::apps {

/// From now on Ctrl-C and SIGTERM set the flag that is returned; a second one ends the process with 130 at once.
const std::atomic<bool>* catch_interrupts();

}  // namespace percuta::apps
