#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>

#include "command_line.hpp"
#include "console.hpp"
#include "interrupt.hpp"
#include "percuta/base/error.hpp"
#include "percuta/base/freed_memory.hpp"

namespace {

using namespace percuta;

/// Exit codes are a contract (docs/formats.md).
enum ExitCode { k_done = 0, k_bug = 1, k_input = 2, k_solver = 4, k_file = 5, k_interrupted = 130 };

int run_main(int argc, char** argv) {
  const auto* stop = apps::catch_interrupts();
  const auto request = apps::read_command_line(argc, argv);
  if (!request) return k_done;
  const std::vector<std::filesystem::path> extra(request->options.data.begin(), request->options.data.end());
  apps::Context context{request->options, standard_data(extra), Units(), stop};
  return request->run(context);
}

}  // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  try {
    const int code = run_main(argc, argv);
    apps::flush_stdout();
    return code;
  } catch (const InputError& error) {
    apps::complain(error.what());
    return k_input;
  } catch (const SolverError& error) {
    apps::complain(error.what());
    return k_solver;
  } catch (const FileError& error) {
    apps::complain(error.what());
    return k_file;
  } catch (const std::filesystem::filesystem_error& error) {  // a name too long, a loop of links, a folder that is shut
    apps::complain(fmt::format("{}: {}", error.path1().string(), error.code().message()));
    return k_file;
  } catch (const Interrupted& error) {
    apps::complain(error.what());
    return k_interrupted;
  } catch (const std::bad_alloc&) {
    apps::complain(
        "not enough memory: `percuta check` tells how much a study needs; use fewer --threads or a smaller "
        "area");
    return k_file;
  } catch (const std::exception& error) {
    apps::complain(fmt::format("this is a bug in percuta, please report it: {}", error.what()));
    return k_bug;
  }
}
