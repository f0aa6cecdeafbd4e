#include "percuta/base/files/bibliography.hpp"

#include <doctest/doctest.h>

#include "base/sample.hpp"
#include "percuta/base/error.hpp"

using namespace percuta;
using percuta::tests::contains;

namespace {

constexpr const char* k_entry = R"(% a comment with an @ sign
@article{Kalluri2011,
  author = {Kalluri, Haripriya and Kolli, C. S. and Banga, A. K.},
  title = "Characterization of {M}icrochannels",
  journal = {AAPS  J},
  year = 2011,
  doi = {10.1208/s12248-011-9288-3},
  pages = {473--481},
  read_as = {full},
}
)";

Citation citation_of(const std::string& author, const std::string& rest = "journal={J}, doi={10.1/x}") {
  const std::string text = "@misc{k, author={" + author + "}, title={t}, year={2020}, read_as={full}, " + rest + "}";
  return parse_bibliography(text, "b").at("k");
}

std::string refusal(const std::string& text) {
  try {
    parse_bibliography(text, "sources.bib");
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("[unit] an entry is read and said in words") {
  const auto entries = parse_bibliography(k_entry, "sources.bib");
  REQUIRE(entries.size() == 1);
  const Citation& citation = entries.at("Kalluri2011");
  CHECK(citation.title == "Characterization of Microchannels");
  CHECK(citation.journal == "AAPS J");
  CHECK(citation.year == "2011");
  CHECK(citation.read_as == "full");
  CHECK(citation.in_words() == "Kalluri H et al. AAPS J 2011. doi:10.1208/s12248-011-9288-3");
}

TEST_CASE("[unit] authors are shortened, groups are not") {
  CHECK(citation_of("Haripriya Kalluri").in_words() == "Kalluri H. J 2020. doi:10.1/x");
  CHECK(citation_of("Egawa M and Hirao T").in_words() == "Egawa M and Hirao T. J 2020. doi:10.1/x");
  CHECK(citation_of("Smith, Jean-Luc A. and others").in_words() == "Smith JLA et al. J 2020. doi:10.1/x");
  CHECK(citation_of("{World Health Organization}").in_words() == "World Health Organization. J 2020. doi:10.1/x");
  CHECK(citation_of("Percuta developers").in_words() == "Percuta developers. J 2020. doi:10.1/x");
  CHECK(citation_of("Plato").in_words() == "Plato. J 2020. doi:10.1/x");
}

TEST_CASE("[unit] without a doi the address stands, or nothing") {
  CHECK(citation_of("Plato", "url={https://example.org}").in_words() == "Plato. 2020. https://example.org");
  CHECK(
      parse_bibliography("@misc{k, author={Plato}, title={t}, year={n.d.}, read_as={full}}", "b").at("k").in_words() ==
      "Plato. n.d.");
  CHECK(citation_of("Plato", "publisher={Academy}").in_words() == "Plato. Academy 2020.");
}

TEST_CASE("[unit] an empty bibliography has no entries") {
  CHECK(parse_bibliography("% nothing\n\n", "b").empty());
}

TEST_CASE("[unit] a broken entry is named by its line") {
  CHECK(contains(refusal("\n\n@article{k, author = {A}, title = {T\n"), "sources.bib:3: error: 'k' is not closed"));
  CHECK(contains(refusal("@article{k, author {A}}"), "needs '=' after 'author'"));
  CHECK(contains(refusal("@article{k, author = }"), "'k' has a field without a value"));
  CHECK(contains(refusal("@article{k, author = {A} title = {T}}"), "'k' needs ','"));
  CHECK(contains(refusal("@article{, author = {A}}"), "an entry has no key"));
  CHECK(contains(refusal("@article k"), "needs '{'"));
  CHECK(contains(refusal("@article{k"), "'k' needs ','"));
  CHECK(contains(refusal("@article{k,\n year={1},\n year={2}}"), "sources.bib:3: error: 'k' has 'year' twice"));
}

TEST_CASE("[unit] what provenance needs may not be missing") {
  CHECK(contains(refusal("@a{k, title={t}, year={1}, read_as={full}}"), "'k' has no author"));
  CHECK(contains(refusal("@a{k, author={a}, year={1}, read_as={full}}"), "'k' has no title"));
  CHECK(contains(refusal("@a{k, author={a}, title={t}, read_as={full}}"), "'k' has no year"));
  CHECK(contains(refusal("@a{k, author={a}, title={t}, year={1}}"), "'k' needs read_as"));
  CHECK(contains(refusal("@a{k, author={a}, title={t}, year={1}, read_as={blog}}"), "'k' needs read_as"));
  const std::string once = "@a{k, author={a}, title={t}, year={1}, read_as={full}}\n";
  CHECK(contains(refusal(once + once), "sources.bib:2: error: 'k' stands here twice"));
}
