#pragma once

#include <atomic>

#include "options.hpp"
#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/units.hpp"

namespace percuta::apps {

/// What a verb works with.
struct Context {
  Options options;
  DataFolder data;
  Units units;
  const std::atomic<bool>* stop = nullptr;  ///< set when the user interrupts
};

}  // namespace percuta::apps
