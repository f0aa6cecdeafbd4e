#include "run_facts.hpp"

#include <fmt/format.h>
#include <sys/utsname.h>

#include <ctime>
#include <thread>

namespace percuta::apps {

namespace {

std::string machine() {
  utsname name{};
  uname(&name);
  return fmt::format("{} {} {}", name.sysname, name.release, name.machine);
}

}  // namespace

std::string moment() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday,
                     utc.tm_hour, utc.tm_min, utc.tm_sec);
}

report::RunFacts facts_of(const Context& context, const run::RunControl& control) {
  report::RunFacts facts;
  facts.command = context.options.command_line;
  facts.machine = machine();
  facts.started = moment();
  facts.threads = control.threads > 0 ? control.threads : static_cast<int>(std::thread::hardware_concurrency());
  facts.kernel = numerics::to_word(control.clone);
  return facts;
}

}  // namespace percuta::apps
