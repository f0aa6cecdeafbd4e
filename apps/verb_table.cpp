#include "verb_table.hpp"

namespace percuta::apps {

// Each stands in the file of its verb: verbs/demo.cpp.
VerbUse demo_verb();
VerbUse new_verb();
VerbUse check_verb();
VerbUse run_verb();
VerbUse report_verb();
VerbUse explain_verb();
VerbUse list_verb();
VerbUse schema_verb();
VerbUse doctor_verb();
VerbUse completion_verb();
VerbUse compare_verb();
VerbUse export_verb();
VerbUse sweep_verb();
VerbUse claims_verb();
VerbUse validate_verb();

namespace {

constexpr Verb k_verbs[] = {
    {"demo", "Four devices on one cheek, side by side: what Percuta shows of them", demo_verb},
    {"new", "Write a commented starting study for a system (S1 to S9)", new_verb},
    {"check", "Build the whole model without running it: what it will do, cost and assume", check_verb},
    {"run", "Run a study into a run folder with a report", run_verb},
    {"report", "Write a run folder's page again and show it", report_verb},
    {"explain", "What a key, quantity, device or source means, and says who", explain_verb},
    {"list", "What there is to pick from", list_verb},
    {"schema", "The study file's JSON Schema, for editors", schema_verb},
    {"doctor", "What Percuta finds on this machine", doctor_verb},
    {"completion", "Shell completion", completion_verb},
    {"compare", "Two or more runs side by side, on one scale", compare_verb},
    {"export", "A run's punctures, density or figures in other formats", export_verb},
    {"serve", "The web app"},
    {"sweep", "A study over a range of any key", sweep_verb},
    {"cohort", "Many virtual people"},
    {"fit", "Parameters from measurements"},
    {"plan", "Study protocols within limits"},
    {"claims", "Judge the claims made for micro-needling", claims_verb},
    {"validate", "Published experiments against the models", validate_verb},
};

}  // namespace

std::span<const Verb> verbs() {
  return k_verbs;
}

}  // namespace percuta::apps
