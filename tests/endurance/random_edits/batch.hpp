#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "endurance/random_edits/subjects.hpp"

/// Edits tried in a process of their own, so that a crash ends one batch and not the search.
namespace percuta::random_edits {

/// What a batch tells while it works, in memory that its parent sees.
struct Progress {
  std::uint64_t now = 0;  ///< number of the edit that is tried
  std::uint64_t accepted = 0, refused = 0;
  char fault[512] = {};  ///< what was thrown that no user should meet; "" = nothing
};

/// A subject after edit `number` of `seed`: the same wherever it is asked for.
struct Edited {
  const Subject* subject = nullptr;
  std::string file, content;  ///< the one file that differs
  bool is_run = false;
};
Edited edit_of(const std::vector<Subject>& all, std::uint64_t seed, std::uint64_t number);

/// Writes the subject as edited into `folder`.
void lay_out(const Edited& edited, const std::filesystem::path& folder);

/// Tries the edits `from` to before `to`, each in at most `seconds`; ends at the first fault. To be called in a child.
void try_batch(const std::vector<Subject>& all, const Tools& tools, std::uint64_t seed, std::uint64_t from,
               std::uint64_t to, unsigned seconds, Progress& progress);

}  // namespace percuta::random_edits
