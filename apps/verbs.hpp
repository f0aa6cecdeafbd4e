#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

#include "options.hpp"
#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/units.hpp"
#include "percuta/run/run.hpp"
#include "percuta/study/study.hpp"

namespace percuta::apps {

/// What verbs share.
struct Context {
  Options options;
  DataFolder data;
  Units units;
  const std::atomic<bool>* stop = nullptr;
};

/// One function per verb. Data on stdout, messages on stderr; each returns the exit code and throws the four errors.
int demo(Context& context);
int write_new(Context& context);
int check(Context& context);
int run_study(Context& context);
int write_report(Context& context);
int explain_key(Context& context);
int list_things(Context& context);
int print_schema(Context& context);
int doctor(Context& context);
int print_completion(Context& context);
int compare_runs(Context& context);
int export_run(Context& context);
int judge_claims(Context& context);
int validate(Context& context);
int sweep(Context& context);

/// The overrides that -n, --seed, --set and --allow ask for.
study::Overrides overrides_of(const Options& options);

/// The study file that the command names. Throws FileError when it is not there and a mend is known: a study named
/// without its ending, or a system, whose study `new` writes.
std::filesystem::path named_study(const Context& context);

/// Runs a study file into a folder.
run::Record run_to_folder(Context& context, const std::filesystem::path& study_file, const std::filesystem::path& out);

/// The same, and says what came out and where it is; shared by `run` and `report`.
int run_into(Context& context, const std::filesystem::path& study_file, const std::filesystem::path& out);

/// The report page's template. Throws FileError when it is nowhere.
std::filesystem::path template_file(const DataFolder& data);

}  // namespace percuta::apps
