#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "percuta/transport/corneum.hpp"
#include "percuta/transport/tissue.hpp"
#include "transport/transport_fixture.hpp"

using namespace percuta;
using transport::layer_properties;

namespace {

skin::Skin forearm() {
  return tests::skin_at(tests::shipped_site("forearm"), "female", 30);
}

}  // namespace

TEST_CASE("[unit] layers from the surface to the bottom of the dermis, as the skin has them, without fat") {
  const skin::Skin skin = forearm();
  const auto properties = layer_properties(tests::active("caffeine"), skin, tests::transport_rates(), tests::k_living);
  std::vector<std::string> names;
  for (const auto& layer : properties.layers) {
    names.push_back(layer.name);
    CHECK(layer.thickness == doctest::Approx(skin.layer(layer.name).thickness()));
  }
  CHECK(names ==
        std::vector<std::string>{"stratum_corneum", "viable_epidermis", "papillary_dermis", "reticular_dermis"});
}

TEST_CASE("[unit] only the dermis is cleared, only while it lives, and the junction lies on it once") {
  const transport::Active caffeine = tests::active("caffeine");
  const transport::Rates& rates = tests::transport_rates();
  const auto alive = layer_properties(caffeine, forearm(), rates, tests::k_living);
  CHECK(alive.layers[0].clearance == 0);
  CHECK(alive.layers[1].clearance == 0);
  CHECK(alive.layers[2].clearance ==
        doctest::Approx(transport::vessel_clearance(caffeine, rates) / transport::binding(caffeine, rates)));
  CHECK(alive.layers[3].clearance == alive.layers[2].clearance);
  CHECK(alive.layers[2].resistance == doctest::Approx(transport::junction_resistance(caffeine, rates)));
  for (const int other : {0, 1, 3}) CHECK(alive.layers[static_cast<std::size_t>(other)].resistance == 0);
  for (const auto& layer : layer_properties(caffeine, forearm(), rates, tests::k_bench).layers)
    CHECK(layer.clearance == 0);
}

TEST_CASE("[law] binding slows and holds: D K of living layers is that of the unbound") {
  const transport::Rates& rates = tests::transport_rates();
  const auto free = layer_properties(tests::active("urea"), forearm(), rates, tests::k_living).layers[1];
  const auto bound = layer_properties(tests::active("retinol"), forearm(), rates, tests::k_living).layers[1];
  CHECK(bound.partition > 50 * free.partition);
  CHECK(bound.diffusivity < 0.02 * free.diffusivity);
  const double ratio = bound.diffusivity * bound.partition / (free.diffusivity * free.partition);
  CHECK(ratio == doctest::Approx(std::pow(286.45 / 60.06, -rates.tissue.mass_exponent)));
  CHECK(bound.unbound * bound.partition == doctest::Approx(rates.tissue.water_share.value));
}

TEST_CASE("[law] pH: from an acid product more ascorbic acid comes, and skin at rest ends where no flux is left") {
  const transport::Active acid = tests::active("ascorbic-acid");
  const transport::Rates& rates = tests::transport_rates();
  const auto at = [&](double ph) {
    const auto properties = layer_properties(acid, tests::dermatomed(), rates, {ph, 1, false});
    return permeability(properties, transport::Base::sink).permeability;
  };
  CHECK(at(3.2) > 1.3 * at(7.4));
  CHECK(at(3.2) > at(4.2));
  CHECK(layer_properties(acid, tests::dermatomed(), rates, {7.4, 1, false}).drive == doctest::Approx(1));
  const auto sour = layer_properties(acid, tests::dermatomed(), rates, {3.2, 1, false});
  const auto& corneum = sour.layers.front();
  CHECK(corneum.diffusivity * corneum.partition ==
        doctest::Approx(transport::corneum_conductivity(acid, rates, 7.4, 1)));
  CHECK(sour.drive * corneum.partition == doctest::Approx(transport::corneum_partition(acid, rates, 3.2, 1)));
}

TEST_CASE("[law] conversion stands in the layers that are named, and rates add up") {
  transport::Active active = tests::active("retinyl-palmitate");
  active.conversion.push_back({"", {"viable_epidermis"}, certain(1e-5)});
  const auto layers = layer_properties(active, forearm(), tests::transport_rates(), tests::k_living).layers;
  CHECK(layers[0].conversion == 0);
  CHECK(layers[1].conversion == doctest::Approx(active.conversion[0].rate + 1e-5));
  CHECK(layers[3].conversion == doctest::Approx(active.conversion[0].rate.value));
}

TEST_CASE("[unit] what was measured of a layer takes the law's place") {
  const transport::Rates& rates = tests::transport_rates();
  transport::Active dextran = tests::active("dextran-70");
  dextran.tissue_partition = certain(0.3);
  const auto layers = layer_properties(dextran, forearm(), rates, tests::k_living).layers;
  CHECK(layers[1].diffusivity == doctest::Approx(4e-12));
  CHECK(layers[2].diffusivity == doctest::Approx(9e-12));
  CHECK(layers[1].partition == doctest::Approx(0.3));
}

TEST_CASE("[law] a measured partition changes what tissue holds and how slowly, not how well it conducts") {
  const transport::Rates& rates = tests::transport_rates();
  transport::Active active = tests::active("caffeine");
  const auto usual = layer_properties(active, forearm(), rates, tests::k_living).layers[1];
  active.tissue_partition = certain(70);
  const auto held = layer_properties(active, forearm(), rates, tests::k_living).layers[1];
  CHECK(held.partition > 10 * usual.partition);
  CHECK(held.diffusivity * held.partition == doctest::Approx(usual.diffusivity * usual.partition));
  CHECK(held.unbound * held.partition == doctest::Approx(usual.unbound * usual.partition));
}

TEST_CASE("[law] a macromolecule without a path through stratum corneum does not pass intact skin at all") {
  const auto properties =
      layer_properties(tests::active("dextran-500"), forearm(), tests::transport_rates(), tests::k_living);
  CHECK(properties.drive == 1);
  CHECK(permeability(properties, transport::Base::closed).permeability == 0);
}

TEST_CASE("[unit] a dermis of one layer lies under the junction as well, and a skin without epidermis has none") {
  skin::Skin pig;
  pig.layers = {{"stratum_corneum", 0, 20e-6, 1}, {"viable_epidermis", 20e-6, 80e-6, 1}, {"dermis", 80e-6, 1e-3, 1}};
  const auto whole = layer_properties(tests::active("retinol"), pig, tests::transport_rates(), tests::k_living).layers;
  REQUIRE(whole.size() == 3);
  CHECK(whole[2].resistance > 0);
  CHECK(whole[2].clearance > 0);
  CHECK(whole[2].conversion > 0);
  pig.layers.erase(pig.layers.begin(), pig.layers.begin() + 2);
  CHECK(layer_properties(tests::active("urea"), pig, tests::transport_rates(), tests::k_living).layers[0].resistance ==
        0);
}

TEST_CASE("[law] every number of the rates turns what it should, the way it should") {
  using transport::Rates;
  using transport::SkinProperties;
  struct Knob {
    const char* name;
    Quantity& (*number)(Rates&);
    double factor;
    int ups_or_downs;  ///< 1 up, -1 down
    transport::Active active;
    double (*answer)(const SkinProperties&);
  };
  const auto held = [](const SkinProperties& skin) { return skin.layers[0].partition * skin.drive; };
  const auto led = [](const SkinProperties& skin) { return skin.layers[0].diffusivity * skin.layers[0].partition; };
  const auto bound = [](const SkinProperties& skin) { return 1 / skin.layers[1].unbound; };
  const auto moved = [](const SkinProperties& skin) { return skin.layers[1].diffusivity; };
  const auto dissolved = [](const SkinProperties& skin) { return skin.layers[1].partition; };
  const auto lag = [](const SkinProperties& skin) { return skin.layers[2].resistance; };
  const auto cleared = [](const SkinProperties& skin) { return skin.layers[3].clearance; };
  const transport::Active oily = tests::substance(250, 3), sugar = tests::substance(300, -4);
  transport::Active plus = tests::substance(150, -4), minus = plus, protein_bound = sugar;
  plus.ionises = "base";
  minus.ionises = "acid";
  plus.pka = certain(14);
  minus.pka = certain(1);
  protein_bound.unbound = certain(0.1);
  transport::Active measured = oily, both = tests::substance(300, 4);
  measured.permeability = certain(1e-8);
  both.ionises = "acid";
  both.pka = certain(7);
  const Knob knobs[] = {
      {"reference_mass", [](Rates& r) -> auto& { return r.reference_mass; }, 2, 1, sugar, moved},
      {"most_log_kow", [](Rates& r) -> auto& { return r.most_log_kow; }, 0.25, -1, oily, bound},
      {"molecule_volume", [](Rates& r) -> auto& { return r.molecule_volume; }, 2, -1, sugar, led},
      {"reference_thickness", [](Rates& r) -> auto& { return r.corneum.reference_thickness; }, 2, 1, measured, led},
      {"lipid_conductivity", [](Rates& r) -> auto& { return r.corneum.lipid_conductivity; }, 2, 1, oily, led},
      {"lipid_exponent", [](Rates& r) -> auto& { return r.corneum.lipid_exponent; }, 1.2, 1, oily, led},
      {"mass_decay", [](Rates& r) -> auto& { return r.corneum.mass_decay; }, 2, -1, oily, led},
      {"cell_conductivity", [](Rates& r) -> auto& { return r.corneum.cell_conductivity; }, 2, 1, oily, led},
      {"polar_share", [](Rates& r) -> auto& { return r.corneum.polar_share; }, 2, 1, sugar, led},
      {"pore_radius", [](Rates& r) -> auto& { return r.corneum.pore_radius; }, 2, 1, sugar, led},
      {"cation_factor", [](Rates& r) -> auto& { return r.corneum.cation_factor; }, 2, 1, plus, led},
      {"anion_factor", [](Rates& r) -> auto& { return r.corneum.anion_factor; }, 2, 1, minus, led},
      {"substance_factor", [](Rates& r) -> auto& { return r.corneum.substance_factor; }, 2, 1, oily, led},
      {"dry_factor", [](Rates& r) -> auto& { return r.corneum.dry_factor; }, 2, 1, oily, led},
      {"uptake_exponent", [](Rates& r) -> auto& { return r.corneum.uptake_exponent; }, 1.2, 1, oily, held},
      {"uptake_keratin_exponent", [](Rates& r) -> auto& { return r.corneum.uptake_keratin_exponent; }, 1.2, 1, oily,
       held},
      {"wet_uptake_lipid", [](Rates& r) -> auto& { return r.corneum.wet_uptake_lipid; }, 2, 1, oily, held},
      {"wet_uptake_water", [](Rates& r) -> auto& { return r.corneum.wet_uptake_water; }, 2, 1, sugar, held},
      {"wet_uptake_keratin", [](Rates& r) -> auto& { return r.corneum.wet_uptake_keratin; }, 2, 1, oily, held},
      {"dry_uptake_lipid", [](Rates& r) -> auto& { return r.corneum.dry_uptake_lipid; }, 2, 1, oily, held},
      {"dry_uptake_water", [](Rates& r) -> auto& { return r.corneum.dry_uptake_water; }, 2, 1, sugar, held},
      {"dry_uptake_keratin", [](Rates& r) -> auto& { return r.corneum.dry_uptake_keratin; }, 2, 1, oily, held},
      {"diffusivity", [](Rates& r) -> auto& { return r.tissue.diffusivity; }, 2, 1, oily, moved},
      {"mass_exponent", [](Rates& r) -> auto& { return r.tissue.mass_exponent; }, 1.2, -1, oily, moved},
      {"water_share", [](Rates& r) -> auto& { return r.tissue.water_share; }, 0.5, -1, oily, dissolved},
      {"binding_base", [](Rates& r) -> auto& { return r.tissue.binding_base; }, 2, 1, oily, bound},
      {"binding_protein", [](Rates& r) -> auto& { return r.tissue.binding_protein; }, 2, 1, protein_bound, bound},
      {"binding_lipid", [](Rates& r) -> auto& { return r.tissue.binding_lipid; }, 2, 1, oily, bound},
      {"binding_exponent", [](Rates& r) -> auto& { return r.tissue.binding_exponent; }, 1.2, 1, oily, bound},
      {"ph", [](Rates& r) -> auto& { return r.tissue.ph; }, 1.1, -1, both, bound},
      {"junction_thickness", [](Rates& r) -> auto& { return r.tissue.junction_thickness; }, 2, 1, oily, lag},
      {"junction_share", [](Rates& r) -> auto& { return r.tissue.junction_share; }, 2, -1, oily, lag},
      {"blood_flow", [](Rates& r) -> auto& { return r.vessels.blood_flow; }, 2, 1, oily, cleared},
      {"capillary_area", [](Rates& r) -> auto& { return r.vessels.capillary_area; }, 2, 1, oily, cleared},
      {"lipid_permeability", [](Rates& r) -> auto& { return r.vessels.lipid_permeability; }, 2, 1, oily, cleared},
      {"vessels' lipid_exponent", [](Rates& r) -> auto& { return r.vessels.lipid_exponent; }, 1.2, 1, oily, cleared},
      {"vessels' mass_decay", [](Rates& r) -> auto& { return r.vessels.mass_decay; }, 2, -1, oily, cleared},
      {"pore_density", [](Rates& r) -> auto& { return r.vessels.pore_density; }, 2, 1, sugar, cleared},
      {"vessels' pore_radius", [](Rates& r) -> auto& { return r.vessels.pore_radius; }, 2, 1, sugar, cleared},
      {"lymph", [](Rates& r) -> auto& { return r.vessels.lymph; }, 2, 1, sugar, cleared},
  };
  const skin::Skin skin = forearm();
  for (const Knob& knob : knobs) {
    CAPTURE(std::string(knob.name));
    Rates rates = tests::transport_rates();
    const transport::Surroundings around{7.4, 0.5, true};
    const double before = knob.answer(layer_properties(knob.active, skin, rates, around));
    knob.number(rates).value *= knob.factor;
    const double after = knob.answer(layer_properties(knob.active, skin, rates, around));
    CHECK(knob.ups_or_downs * (after - before) > 1e-4 * before);
  }
}

TEST_CASE("[law] every active that Percuta ships has sound properties at every site") {
  for (const std::string& name : tests::shipped_names("actives")) {
    for (const double ph : {3.0, 5.5, 7.4}) {
      CAPTURE(name);
      CAPTURE(ph);
      const auto properties =
          layer_properties(tests::active(name), forearm(), tests::transport_rates(), {ph, 0.5, true});
      CHECK(properties.drive > 0);
      for (const auto& layer : properties.layers) {
        CHECK(layer.partition > 0);
        CHECK(layer.unbound > 0);
        CHECK(std::isfinite(layer.diffusivity));
        CHECK((layer.diffusivity > 0 || layer.name == "stratum_corneum"));
      }
      CHECK(permeability(properties, transport::Base::closed).permeability < 1e-6);
    }
  }
}
