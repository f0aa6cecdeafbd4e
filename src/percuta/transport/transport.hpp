#pragma once

#include <string>
#include <vector>

#include "percuta/base/error.hpp"
#include "percuta/base/parameters.hpp"
#include "percuta/skin/skin.hpp"

/// How much of each active gets into which layer: what the actives are, and how intact skin lets them pass.
/// Model    layers in series, J = (D K / l) dc; in the stratum corneum lipids and cells in series, water beside them
/// In       actives, product, skin, rates               Out  by layer D [m2/s], K, clearance [1/s]; permeability, lag
/// Holds    molar mass 18 to 600 g/mol by laws, beyond by measurement; ionised actives by pH
/// Source   Cheruvu2022, DancikPort, SurreySkin         Throws  InputError
/// Checked  tests/transport
namespace percuta::transport {

/// Whether an optional quantity stands in its file.
inline bool is_given(const Quantity& quantity) {
  return !quantity.source.empty();
}

/// What tissue makes of an active.
struct Conversion {
  std::string to;                   ///< a file of data/actives; "" = something without effect
  std::vector<std::string> layers;  ///< where, as skin::k_layer_names
  Quantity rate;                    ///< of all that is there, bound included [1/s]
};
void describe(Conversion& conversion, Visitor& visitor);

/// data/actives/<name>.toml. What is measured beats what a law would give; what is not given is left to the laws.
struct Active {
  std::string title;
  std::string ionises;             ///< "no", "acid", "base", "zwitterion"
  Quantity molar_mass;             ///< [kg/mol]
  Quantity log_kow;                ///< log10 octanol over water, uncharged; not given: enters no lipid [1]
  Quantity pka;                    ///< of an acid or a base [1]
  Quantity solubility;             ///< in water at the product's pH [kg/m3]
  Quantity unbound;                ///< share not bound to protein in blood [1]
  Quantity permeability;           ///< measured through wetted skin from water [m/s]
  Quantity epidermis_diffusivity;  ///< measured, of all that is there [m2/s]
  Quantity junction_diffusivity;   ///< measured [m2/s]
  Quantity dermis_diffusivity;     ///< measured [m2/s]
  Quantity tissue_partition;       ///< measured, viable layers over water [1]
  Quantity clearance;              ///< of what is unbound in the dermis, by blood and lymph [1/s]
  std::vector<Conversion> conversion;
};
void describe(Active& active, Visitor& visitor);

/// What carries the actives; shares by mass, what is left over is `rest`.
struct Vehicle {
  Quantity water;        ///< share [1]
  Quantity oil;          ///< share that holds an active as octanol does [1]
  std::string rest;      ///< what the remainder is, in words; may be empty
  Quantity ph;           ///< [1]
  Quantity evaporation;  ///< of its water, uncovered [kg/(m2 s)]
  Quantity partition;    ///< factor on how the vehicle holds an active, against its shares of water and oil [1]
};
void describe(Vehicle& vehicle, Visitor& visitor);

inline constexpr double k_product_density = 1000;  ///< products are taken to be as dense as water [kg/m3]

/// One active of a product.
struct Ingredient {
  std::string name;    ///< a file of data/actives where the amount is stated
  std::string amount;  ///< "stated", "not stated" (an extract of unknown composition), "homeopathic" (none is left)
  Quantity strength;   ///< share of the product's mass; given where stated [1]

  bool is_stated() const { return amount == "stated"; }
};
void describe(Ingredient& ingredient, Visitor& visitor);

/// The tables [vehicle] and [[active]] of data/products/<name>.toml.
struct Composition {
  Vehicle vehicle;
  std::vector<Ingredient> active;

  bool has_vehicle() const { return is_given(vehicle.ph); }
};
void describe(Composition& composition, Visitor& visitor);

/// What is wrong with a composition that each key alone does not show: a strength where none is stated or the other way
/// round, a strength of 0, shares above 1, an active that `known` (the files of data/actives) has not. Empty when
/// sound.
std::vector<Problem> faults_of(const Composition& composition, const std::vector<std::string>& known);

/// Concentration of an ingredient in the fresh product, per volume of a product as dense as water [kg/m3]. Exactly 0
/// for a homeopathic dilution; throws InputError where the amount is not stated.
double concentration(const Ingredient& ingredient);

/// [corneum] of data/transport.toml. Conductivity = permeability times the reference thickness, fully wetted.
struct CorneumRates {
  Quantity reference_thickness;      ///< [m]
  Quantity lipid_conductivity;       ///< along the lipids at log Kow 0 and the reference mass [m2/s]
  Quantity lipid_exponent;           ///< of Kow [1]
  Quantity mass_decay;               ///< of log10 of lipids and cells with molar mass [mol/kg]
  Quantity cell_conductivity;        ///< across the cells between the lipids, at the reference mass [m2/s]
  Quantity polar_share;              ///< of the tissue's diffusivity that the path by water has [1]
  Quantity pore_radius;              ///< of that path [m]
  Quantity cation_factor;            ///< on that path for what is charged plus [1]
  Quantity anion_factor;             ///< same, minus [1]
  Quantity substance_factor;         ///< a substance's conductivity over the law's [1]
  Quantity laboratory_factor;        ///< a laboratory's permeability over the substance's, see as_measured [1]
  Quantity follicle_share;           ///< of what passes at rest, that no tissue on its way holds [1]
  Quantity dry_factor;               ///< on the conductivity of stratum corneum in the open [1]
  Quantity uptake_exponent;          ///< of Kow, into lipids [1]
  Quantity uptake_keratin_exponent;  ///< of Kow, onto keratin [1]
  Quantity wet_uptake_lipid, wet_uptake_water, wet_uptake_keratin;  ///< fully wetted, over water [1]
  Quantity dry_uptake_lipid, dry_uptake_water, dry_uptake_keratin;  ///< in the open [1]
};
void describe(CorneumRates& rates, Visitor& visitor);

/// [tissue]: viable epidermis, junction, dermis.
struct TissueRates {
  Quantity diffusivity;    ///< unbound, at the reference mass [m2/s]
  Quantity mass_exponent;  ///< diffusivity ~ mass^-exponent [1]
  Quantity water_share;    ///< of the volume [1]
  Quantity binding_base;   ///< total over unbound in the water: base + protein / unbound + lipid f Kow^exponent [1]
  Quantity binding_protein, binding_lipid, binding_exponent;  ///< [1]
  Quantity ph;                                                ///< [1]
  Quantity junction_thickness;                                ///< [m]
  Quantity junction_share;                                    ///< of the tissue's diffusivity [1]
};
void describe(TissueRates& rates, Visitor& visitor);

/// [vessels]: what blood and lymph take from the dermis.
struct VesselRates {
  Quantity blood_flow;          ///< per volume of dermis [1/s]
  Quantity capillary_area;      ///< of walls per volume of dermis [1/m]
  Quantity lipid_permeability;  ///< of a wall by its lipids, at log Kow 0 and no mass [m/s]
  Quantity lipid_exponent;      ///< of Kow [1]
  Quantity mass_decay;          ///< of its log10 with molar mass [mol/kg]
  Quantity pore_density;        ///< area of its path by water over the path's length [1/m]
  Quantity pore_radius;         ///< of that path [m]
  Quantity lymph;               ///< [1/s]
};
void describe(VesselRates& rates, Visitor& visitor);

/// [surface]: the film on the skin.
struct SurfaceRates {
  Quantity mobility;   ///< diffusivity in it over that in water [1]
  Quantity left_over;  ///< of its water that does not dry off [1]
};
void describe(SurfaceRates& rates, Visitor& visitor);

/// [channel]: holes.
struct ChannelRates {
  Quantity fluid;          ///< diffusivity in the fluid of a hole over that in tissue [1]
  Quantity product_share;  ///< of an open hole that product fills when it is put on, the rest is tissue fluid [1]
};
void describe(ChannelRates& rates, Visitor& visitor);

/// [needle]: needles that stay, and what they are made of.
struct NeedleRates {
  Quantity density;        ///< of what dissolves, dry [kg/m3]
  Quantity molar_mass;     ///< of the chains that hold it together [kg/mol]
  Quantity solubility;     ///< of them in tissue fluid: what is thinner counts as dissolved [kg/m3]
  Quantity dissolution;    ///< speed by which a surface gives them off, per lack of concentration beside it [m/s]
  Quantity swelling_time;  ///< until all but 1/e of a swelling needle leads as it will [s]
};
void describe(NeedleRates& rates, Visitor& visitor);

/// [injection]: what tissue is to fluid that is pushed into it.
struct InjectionRates {
  Quantity permeability;     ///< k0 of Darcy's law, at rest [m2]
  Quantity strain_exponent;  ///< m in k = k0 exp(m e), e the strain of volume [1]
  Quantity modulus;          ///< pressure over the strain of volume that it makes, nothing giving sideways [Pa]
  Quantity viscosity;        ///< of what is injected [Pa s]
};
void describe(InjectionRates& rates, Visitor& visitor);

/// data/transport.toml
struct Rates {
  Quantity reference_mass;   ///< [kg/mol]
  Quantity most_log_kow;     ///< as far as the laws go [1]
  Quantity molecule_volume;  ///< of a compact molecule [m3/kg]
  CorneumRates corneum;
  TissueRates tissue;
  VesselRates vessels;
  SurfaceRates surface;
  ChannelRates channel;
  NeedleRates needle;
  InjectionRates injection;
};
void describe(Rates& rates, Visitor& visitor);

/// Concentration in the vehicle over that in water beside it: K = p [(1 - o) + o f Kow], p the vehicle's factor, o its
/// share of oil, f the neutral share at its pH. What is neither counts as water [1].
double vehicle_partition(const Active& active, const Vehicle& vehicle, const Rates& rates);

/// What lies on the skin, and whether it lives.
struct Surroundings {
  double ph = 0;          ///< of what lies on the skin, above 0 [1]
  double wetness = 1;     ///< of the stratum corneum: 0 in the open, 1 under a cover or a wet donor [1]
  bool is_living = true;  ///< blood and lymph clear the dermis
};

/// How one layer lets one active pass. Concentrations in the layer are all that is there; K is over water at the
/// tissue's pH beside it.
struct LayerProperties {
  std::string name;
  double thickness = 0;    ///< [m]
  double diffusivity = 0;  ///< of all that is there [m2/s]
  double partition = 0;    ///< K [1]
  double unbound = 1;      ///< share of what is there that moves and acts [1]
  double resistance = 0;   ///< of a sheet on its upper face, against concentrations in water [s/m]
  double clearance = 0;    ///< to blood and lymph, of all that is there [1/s]
  double conversion = 0;   ///< to other substances, of all that is there [1/s]
};

/// One active in one skin.
struct SkinProperties {
  double drive = 1;  ///< concentration that the skin answers to over that in the vehicle's water, where pH differs [1]
  std::vector<LayerProperties> layers;  ///< from the surface to the bottom of the dermis
};

/// Of the layers of `skin` that are stratum corneum, viable epidermis or dermis; what lies deeper is left out.
SkinProperties layer_properties(const Active& active, const skin::Skin& skin, const Rates& rates,
                                const Surroundings& surroundings);

/// What lies under the last layer.
enum class Base { sink /* a receptor that stays empty */, closed /* only vessels take */ };

/// Constant concentration on top, nothing inside at first.
struct Passage {
  double permeability = 0;  ///< what passes for good, per area, time and concentration in the vehicle's water [m/s]
  double lag = 0;           ///< where the straight line of what has passed meets 0; infinite where nothing passes [s]
};

/// Exact, from the layers in series. To the receptor and to the blood together; what is converted does not count.
Passage permeability(const SkinProperties& skin, Base base);

/// What one laboratory finds of it: laboratories differ on the same substance by more than their repeats do.
Passage as_measured(Passage passage, const Rates& rates);

}  // namespace percuta::transport
