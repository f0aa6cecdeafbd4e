#pragma once

#include <vector>

#include "percuta/safety/safety.hpp"
#include "percuta/study/session_file.hpp"

/// The product of a session: looked up, held against what is sound, and what it holds read from data/actives.
namespace percuta::study {

/// The products that the session names, each with its key. Adds a problem for one that is not found or not sound.
std::vector<safety::ProductUse> products_of(const StudyFile& file, const Node& root, StudyData& data,
                                            const Units& units, Problems& problems);

/// Adds a problem for a product that the study makes up or changes into something unsound, for one that is not for the
/// device's setting, and for how it is put on.
void check_product(const SessionFile& session, const Node& root, const StudyData& data, Problems& problems);

/// Reads what the product holds from data/actives, and what that turns into.
void read_actives(SessionFile& session, const Node& root, StudyData& data, const Units& units, Problems& problems);

}  // namespace percuta::study
