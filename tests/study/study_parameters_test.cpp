#include <doctest/doctest.h>

#include "base/member_coverage.hpp"
#include "percuta/study/study_file.hpp"

using namespace percuta;

TEST_CASE_TEMPLATE("[law] every member of a study's tables is a key of the file", Table, study::DeviceChoice,
                   study::ProductUse, study::RadioFrequency, course::CoursePlan, study::EnsemblePlan, study::Outputs,
                   study::SessionChange, study::StudyFile) {
  Table table;
  percuta::tests::check_all_members_visited(table);
}
