#include <fmt/format.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <new>
#include <thread>

#include "endurance/random_edits/batch.hpp"
#include "source_folder.hpp"
#include "temporary_folder.hpp"

std::string percuta::source_folder() {
  return PERCUTA_SOURCE_DIR;
}

// Tries random edits of studies, device files, tables and files of fields: each must be accepted or refused, in 5 s and
// 1 GB. `percuta_random_edits --only N` tries one of them in this process, for a debugger.

namespace {

using namespace percuta;
using namespace percuta::random_edits;

constexpr std::uint64_t k_batch = 250;
constexpr unsigned k_seconds = 5;
constexpr long k_most_kilobytes = 1'000'000;

struct Choices {
  std::uint64_t edits = 10'000, first = 0, seed = 1;
  std::int64_t only = -1;
  unsigned jobs = std::max(1U, std::thread::hardware_concurrency());
  std::string keep = "random-edits";
};

/// Memory that children write and their parent reads.
Progress* shared_progress(std::size_t count) {
  void* memory = ::mmap(nullptr, count * sizeof(Progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? nullptr : new (memory) Progress[count]{};
}

struct Batch {
  std::uint64_t from = 0, to = 0;
  std::size_t slot = 0;
};

/// The batches at work, and what has come of those that ended.
class Search {
 public:
  Search(const Choices& choices, const std::vector<Subject>& all, const Tools& tools)
      : choices_(choices), all_(all), tools_(tools), progress_(shared_progress(choices.jobs)) {
    for (std::size_t slot = 0; slot < choices.jobs; ++slot) free_.push_back(slot);
  }

  void go() {
    const std::uint64_t end = choices_.first + choices_.edits;
    for (std::uint64_t from = choices_.first; from < end;) {
      if (free_.empty()) {
        wait_for_one();
        continue;
      }
      const std::uint64_t to = std::min(end, from + k_batch);
      begin({from, to, free_.back()});
      from = to;
    }
    while (!working_.empty()) wait_for_one();
  }

  std::uint64_t faults() const { return faults_; }

  std::string summary() const {
    return fmt::format("{} edits: {} accepted, {} refused, {} at fault; {} MB at most", accepted_ + refused_ + faults_,
                       accepted_, refused_, faults_, most_kilobytes_ / 1000);
  }

 private:
  void begin(const Batch& batch) {
    free_.pop_back();
    progress_[batch.slot] = {};
    const pid_t child = ::fork();
    if (child == 0) {
      try_batch(all_, tools_, choices_.seed, batch.from, batch.to, k_seconds, progress_[batch.slot]);
      std::fflush(nullptr);
      ::_exit(0);
    }
    working_[child] = batch;
  }

  void wait_for_one() {
    int status = 0;
    rusage used{};
    const pid_t child = ::wait4(-1, &status, 0, &used);
    const Batch batch = working_.at(child);
    working_.erase(child);
    free_.push_back(batch.slot);
    const Progress& told = progress_[batch.slot];
    accepted_ += told.accepted;
    refused_ += told.refused;
    most_kilobytes_ = std::max(most_kilobytes_, used.ru_maxrss);
    std::string fault = told.fault;
    if (WIFSIGNALED(status)) {
      fault = WTERMSIG(status) == SIGALRM ? fmt::format("takes more than {} s", k_seconds)
                                          : fmt::format("ends by signal {}", WTERMSIG(status));
    } else if (WEXITSTATUS(status) != 0) {
      fault = fmt::format("ends with {}", WEXITSTATUS(status));
    }
    if (!fault.empty()) {
      tell(told.now, fault);
      if (told.now + 1 < batch.to) begin({told.now + 1, batch.to, batch.slot});
    } else if (used.ru_maxrss > k_most_kilobytes) {
      tell(batch.from,
           fmt::format("or one of the {} after it takes {} MB", batch.to - batch.from - 1, used.ru_maxrss / 1000));
    }
    show_progress();
  }

  void tell(std::uint64_t number, const std::string& fault) {
    ++faults_;
    const Edited edited = edit_of(all_, choices_.seed, number);
    const auto folder = std::filesystem::path(choices_.keep) / fmt::format("{}", number);
    lay_out(edited, folder);
    fmt::print("edit {} ({} of {}): {}; kept in {}\n", number, edited.file, edited.subject->name, fault,
               folder.string());
    std::fflush(stdout);
  }

  void show_progress() {
    const double past = std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
    if (past < next_word_) return;
    next_word_ = past + 30;
    const auto done = static_cast<double>(accepted_ + refused_ + faults_);
    fmt::print(stderr, "{:.0f} of {} edits, {} at fault; about {:.0f} s to go\n", done, choices_.edits, faults_,
               past / done * (static_cast<double>(choices_.edits) - done));
  }

  const Choices& choices_;
  const std::vector<Subject>& all_;
  const Tools& tools_;
  Progress* progress_;
  std::vector<std::size_t> free_;
  std::map<pid_t, Batch> working_;
  std::uint64_t accepted_ = 0, refused_ = 0, faults_ = 0;
  long most_kilobytes_ = 0;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  double next_word_ = 30;
};

int try_only(const Choices& choices, const std::vector<Subject>& all, const Tools& tools) {
  const auto number = static_cast<std::uint64_t>(choices.only);
  Progress progress;
  try_batch(all, tools, choices.seed, number, number + 1, 0, progress);
  fmt::print("{}\n", progress.fault[0] != 0 ? progress.fault : progress.accepted > 0 ? "accepted" : "refused");
  return progress.fault[0] != 0 ? 1 : 0;
}

}  // namespace

int main(int count, char** words) {
  Choices choices;
  CLI::App app("Tries random edits of what users give: each must be accepted or refused");
  app.add_option("--edits", choices.edits, "How many");
  app.add_option("--first", choices.first, "Number of the first");
  app.add_option("--seed", choices.seed, "Of the edits");
  app.add_option("--only", choices.only, "Try this one alone, in this process");
  app.add_option("--jobs", choices.jobs, "Processes at a time")->check(CLI::Range(1, 1024));
  app.add_option("--keep", choices.keep, "Folder for the files of edits at fault");
  CLI11_PARSE(app, count, words);
  const Tools tools{DataFolder({std::filesystem::path(source_folder()) / "data"}), Units()};
  const std::vector<Subject> all = subjects(tools.data);
  for (const Subject& subject : all) {  // children find Percuta's own files read
    const percuta::tests::TemporaryFolder folder;
    lay_out({&subject, "", "", false}, folder.path());
    outcome_of(folder.path(), tools, false);
  }
  if (choices.only >= 0) return try_only(choices, all, tools);
  Search search(choices, all, tools);
  search.go();
  fmt::print("{}\n", search.summary());
  return search.faults() > 0 ? 1 : 0;
}
