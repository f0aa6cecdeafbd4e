#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <new>

#include "console.hpp"
#include "interrupt.hpp"
#include "percuta/base/error.hpp"
#include "verbs.hpp"

namespace {

using namespace percuta;

/// Exit codes are a contract (docs/formats.md).
enum ExitCode { k_done = 0, k_bug = 1, k_input = 2, k_solver = 4, k_file = 5, k_interrupted = 130 };

int dispatch(apps::Context& context) {
  const std::string& verb = context.options.verb;
  if (verb == "demo") return apps::demo(context);
  if (verb == "new") return apps::write_new(context);
  if (verb == "check") return apps::check(context);
  if (verb == "run") return apps::run_study(context);
  if (verb == "report") return apps::write_report(context);
  if (verb == "explain") return apps::explain_key(context);
  if (verb == "list") return apps::list_things(context);
  if (verb == "schema") return apps::print_schema(context);
  if (verb == "doctor") return apps::doctor(context);
  if (verb == "compare") return apps::compare_runs(context);
  if (verb == "export") return apps::export_run(context);
  if (verb == "completion") return apps::print_completion(context);
  if (verb == "claims") return apps::judge_claims(context);
  if (verb == "validate") return apps::validate(context);
  if (verb == "sweep") return apps::sweep(context);
  throw InputError(fmt::format("'{}' is not built yet", verb), "`percuta --help` lists what this version does");
}

int run_main(int argc, char** argv) {
  const auto* stop = apps::catch_interrupts();
  const auto options = apps::read_command_line(argc, argv);
  if (!options) return k_done;
  const std::vector<std::filesystem::path> extra(options->data.begin(), options->data.end());
  apps::Context context{*options, standard_data(extra), Units(), stop};
  return dispatch(context);
}

}  // namespace

int main(int argc, char** argv) {
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
