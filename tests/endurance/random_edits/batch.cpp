#include "endurance/random_edits/batch.hpp"

#include <unistd.h>

#include <algorithm>
#include <exception>

#include "endurance/random_edits/text_edits.hpp"
#include "storage/folder_content.hpp"

namespace percuta::random_edits {

namespace {

/// How many edited subjects are read for one that is run, too.
constexpr std::uint32_t k_reads_per_run = 20;

bool is_packed(const std::string& name) {
  return name.ends_with(".gz") || name.ends_with(".h5");
}

/// Every text that words and lines are taken from.
const std::vector<std::string>& texts_of(const std::vector<Subject>& all) {
  static const std::vector<std::string> texts = [&] {
    std::vector<std::string> found;
    for (const Subject& subject : all) {
      for (const auto& [name, content] : subject.files) {
        if (!is_packed(name)) found.push_back(content);
      }
    }
    return found;
  }();
  return texts;
}

}  // namespace

Edited edit_of(const std::vector<Subject>& all, std::uint64_t seed, std::uint64_t number) {
  Stream chance(
      {seed, static_cast<std::uint32_t>(number >> 32), 0, static_cast<std::uint32_t>(number), "random edits"});
  Edited edited;
  edited.subject = &all[chance.below(static_cast<std::uint32_t>(all.size()))];
  const auto& files = edited.subject->files;
  const auto file = std::next(files.begin(), chance.below(static_cast<std::uint32_t>(files.size())));
  edited.file = file->first;
  edited.content = is_packed(file->first) ? with_seal(file->first, edited_bytes(file->second, chance))
                                          : edited_text(file->second, texts_of(all), chance);
  edited.is_run = chance.below(k_reads_per_run) == 0;
  return edited;
}

void lay_out(const Edited& edited, const std::filesystem::path& folder) {
  for (const auto& [name, content] : edited.subject->files) {
    put_text(folder / name, name == edited.file ? edited.content : content);
  }
}

void try_batch(const std::vector<Subject>& all, const Tools& tools, std::uint64_t seed, std::uint64_t from,
               std::uint64_t to, unsigned seconds, Progress& progress) {
  for (std::uint64_t number = from; number < to; ++number) {
    progress.now = number;
    const Edited edited = edit_of(all, seed, number);
    const TemporaryFolder folder;
    lay_out(edited, folder.path());
    ::alarm(seconds);
    try {
      const Outcome outcome = outcome_of(folder.path(), tools, edited.is_run);
      ++(outcome == Outcome::accepted ? progress.accepted : progress.refused);
    } catch (const std::exception& error) {
      const std::string what = error.what();
      what.copy(progress.fault, sizeof progress.fault - 1);
      return;
    }
    ::alarm(0);
  }
}

}  // namespace percuta::random_edits
