#include "percuta/transport/transport.hpp"

namespace percuta::transport {
namespace {

void describe_paths(CorneumRates& rates, Visitor& visitor) {
  visitor.quantity({.name = "reference_thickness",
                    .meaning = "Thickness by which a measured permeability becomes a conductivity",
                    .unit = "um",
                    .min = 1,
                    .max = 100,
                    .spread = Spread::log},
                   rates.reference_thickness);
  visitor.quantity({.name = "lipid_conductivity",
                    .meaning = "Conductivity along the lipids at log Kow 0 and the reference mass",
                    .unit = "cm2/s",
                    .min = 1e-14,
                    .max = 1e-6,
                    .spread = Spread::log},
                   rates.lipid_conductivity);
  visitor.quantity(
      {.name = "lipid_exponent", .meaning = "Power of Kow with which it rises", .unit = "1", .min = 0.1, .max = 2},
      rates.lipid_exponent);
  visitor.quantity({.name = "mass_decay",
                    .meaning = "Fall of the decimal logarithm of both with molar mass",
                    .unit = "mol/g",
                    .min = 0,
                    .max = 0.05},
                   rates.mass_decay);
  visitor.quantity({.name = "cell_conductivity",
                    .meaning = "Conductivity across the cells between the lipids, at the reference mass",
                    .unit = "cm2/s",
                    .min = 1e-14,
                    .max = 1e-4,
                    .spread = Spread::log},
                   rates.cell_conductivity);
  visitor.quantity({.name = "polar_share",
                    .meaning = "Share of the diffusivity in tissue that the path by water has",
                    .unit = "1",
                    .min = 1e-9,
                    .max = 1,
                    .spread = Spread::log},
                   rates.polar_share);
  visitor.quantity({.name = "pore_radius",
                    .meaning = "Radius of the path by water",
                    .unit = "nm",
                    .min = 0.5,
                    .max = 200,
                    .spread = Spread::log},
                   rates.pore_radius);
  visitor.quantity({.name = "cation_factor",
                    .meaning = "Factor on the path by water for what is charged plus",
                    .unit = "1",
                    .min = 0.001,
                    .max = 1000,
                    .spread = Spread::log},
                   rates.cation_factor);
  visitor.quantity({.name = "anion_factor",
                    .meaning = "Factor on the path by water for what is charged minus",
                    .unit = "1",
                    .min = 0.001,
                    .max = 1000,
                    .spread = Spread::log},
                   rates.anion_factor);
  visitor.quantity({.name = "substance_factor",
                    .meaning = "A substance's conductivity over the law's",
                    .unit = "1",
                    .min = 0.001,
                    .max = 1000,
                    .spread = Spread::log},
                   rates.substance_factor);
  visitor.quantity({.name = "laboratory_factor",
                    .meaning = "A laboratory's permeability over the substance's, beside measurements only",
                    .unit = "1",
                    .min = 0.001,
                    .max = 1000,
                    .spread = Spread::log},
                   rates.laboratory_factor);
  visitor.quantity({.name = "follicle_share",
                    .meaning = "Share of what passes at rest that follicles and ducts pass, without holding it",
                    .unit = "1",
                    .min = 0,
                    .max = 0.9},
                   rates.follicle_share);
  visitor.quantity({.name = "dry_factor",
                    .meaning = "Factor on the conductivity of stratum corneum in the open",
                    .unit = "1",
                    .min = 0.01,
                    .max = 1,
                    .spread = Spread::log},
                   rates.dry_factor);
}

void describe_uptake(CorneumRates& rates, Visitor& visitor) {
  visitor.quantity(
      {.name = "uptake_exponent", .meaning = "Power of Kow of what its lipids hold", .unit = "1", .min = 0.1, .max = 2},
      rates.uptake_exponent);
  visitor.quantity({.name = "uptake_keratin_exponent",
                    .meaning = "Power of Kow of what its keratin holds",
                    .unit = "1",
                    .min = 0.1,
                    .max = 2},
                   rates.uptake_keratin_exponent);
  visitor.quantity({.name = "wet_uptake_lipid",
                    .meaning = "What its lipids at Kow 1 hold over water outside, fully wetted",
                    .unit = "1",
                    .min = 1e-5,
                    .max = 100,
                    .spread = Spread::log},
                   rates.wet_uptake_lipid);
  visitor.quantity({.name = "wet_uptake_water",
                    .meaning = "What its water holds over water outside, fully wetted",
                    .unit = "1",
                    .min = 1e-5,
                    .max = 100,
                    .spread = Spread::log},
                   rates.wet_uptake_water);
  visitor.quantity({.name = "wet_uptake_keratin",
                    .meaning = "What its keratin at Kow 1 hold over water outside, fully wetted",
                    .unit = "1",
                    .min = 1e-5,
                    .max = 100,
                    .spread = Spread::log},
                   rates.wet_uptake_keratin);
  visitor.quantity({.name = "dry_uptake_lipid",
                    .meaning = "What its lipids at Kow 1 hold over water outside, in the open",
                    .unit = "1",
                    .min = 1e-5,
                    .max = 100,
                    .spread = Spread::log},
                   rates.dry_uptake_lipid);
  visitor.quantity({.name = "dry_uptake_water",
                    .meaning = "What its water holds over water outside, in the open",
                    .unit = "1",
                    .min = 1e-5,
                    .max = 100,
                    .spread = Spread::log},
                   rates.dry_uptake_water);
  visitor.quantity({.name = "dry_uptake_keratin",
                    .meaning = "What its keratin at Kow 1 hold over water outside, in the open",
                    .unit = "1",
                    .min = 1e-5,
                    .max = 100,
                    .spread = Spread::log},
                   rates.dry_uptake_keratin);
}

}  // namespace

void describe(CorneumRates& rates, Visitor& visitor) {
  describe_paths(rates, visitor);
  describe_uptake(rates, visitor);
}

void describe(TissueRates& rates, Visitor& visitor) {
  visitor.quantity({.name = "diffusivity",
                    .meaning = "Diffusivity of what is unbound, at the reference mass",
                    .unit = "cm2/s",
                    .min = 1e-9,
                    .max = 1e-4,
                    .spread = Spread::log},
                   rates.diffusivity);
  visitor.quantity({.name = "mass_exponent",
                    .meaning = "Power of molar mass with which it falls",
                    .unit = "1",
                    .min = 0.1,
                    .max = 1.5},
                   rates.mass_exponent);
  visitor.quantity(
      {.name = "water_share", .meaning = "Share of the volume that is water", .unit = "1", .min = 0.05, .max = 1},
      rates.water_share);
  visitor.quantity({.name = "binding_base",
                    .meaning = "Total over unbound, without protein or lipid",
                    .unit = "1",
                    .min = 0,
                    .max = 10},
                   rates.binding_base);
  visitor.quantity({.name = "binding_protein",
                    .meaning = "Part of it that grows with what protein binds",
                    .unit = "1",
                    .min = 0,
                    .max = 10},
                   rates.binding_protein);
  visitor.quantity({.name = "binding_lipid",
                    .meaning = "Part of it that grows with Kow",
                    .unit = "1",
                    .min = 1e-5,
                    .max = 10,
                    .spread = Spread::log},
                   rates.binding_lipid);
  visitor.quantity(
      {.name = "binding_exponent", .meaning = "Power of Kow with which that grows", .unit = "1", .min = 0.1, .max = 2},
      rates.binding_exponent);
  visitor.quantity({.name = "ph", .meaning = "pH of living tissue", .unit = "1", .min = 6, .max = 8.5}, rates.ph);
  visitor.quantity({.name = "junction_thickness",
                    .meaning = "Thickness of the junction under the epidermis",
                    .unit = "um",
                    .min = 0.01,
                    .max = 200,
                    .spread = Spread::log},
                   rates.junction_thickness);
  visitor.quantity({.name = "junction_share",
                    .meaning = "Share of the diffusivity in tissue that the junction has",
                    .unit = "1",
                    .min = 0.001,
                    .max = 1,
                    .spread = Spread::log},
                   rates.junction_share);
}

void describe(VesselRates& rates, Visitor& visitor) {
  visitor.quantity({.name = "blood_flow",
                    .meaning = "Blood through the dermis, per volume",
                    .unit = "1/s",
                    .min = 1e-6,
                    .max = 0.1,
                    .spread = Spread::log},
                   rates.blood_flow);
  visitor.quantity({.name = "capillary_area",
                    .meaning = "Area of capillary walls per volume of dermis",
                    .unit = "1/cm",
                    .min = 1,
                    .max = 1000,
                    .spread = Spread::log},
                   rates.capillary_area);
  visitor.quantity({.name = "lipid_permeability",
                    .meaning = "Permeability of a capillary's wall by its lipids, at log Kow 0 and no mass",
                    .unit = "cm/s",
                    .min = 1e-9,
                    .max = 0.1,
                    .spread = Spread::log},
                   rates.lipid_permeability);
  visitor.quantity(
      {.name = "lipid_exponent", .meaning = "Power of Kow with which it rises", .unit = "1", .min = 0.1, .max = 2},
      rates.lipid_exponent);
  visitor.quantity({.name = "mass_decay",
                    .meaning = "Fall of its decimal logarithm with molar mass",
                    .unit = "mol/g",
                    .min = 0,
                    .max = 0.05},
                   rates.mass_decay);
  visitor.quantity({.name = "pore_density",
                    .meaning = "Area of the wall's path by water over its length, per area of wall",
                    .unit = "1/cm",
                    .min = 1e-4,
                    .max = 1e4,
                    .spread = Spread::log},
                   rates.pore_density);
  visitor.quantity({.name = "pore_radius",
                    .meaning = "Radius of that path",
                    .unit = "nm",
                    .min = 0.5,
                    .max = 200,
                    .spread = Spread::log},
                   rates.pore_radius);
  visitor.quantity({.name = "lymph",
                    .meaning = "Rate at which lymph takes what is unbound in the dermis",
                    .unit = "1/s",
                    .min = 1e-9,
                    .max = 1e-2,
                    .spread = Spread::log},
                   rates.lymph);
}

void describe(SurfaceRates& rates, Visitor& visitor) {
  visitor.quantity({.name = "mobility",
                    .meaning = "Diffusivity in the film of a product over that in water",
                    .unit = "1",
                    .min = 1e-4,
                    .max = 1,
                    .spread = Spread::log},
                   rates.mobility);
  visitor.quantity({.name = "left_over",
                    .meaning = "Share of a film's water that does not dry off",
                    .unit = "1",
                    .min = 0.001,
                    .max = 1,
                    .spread = Spread::log},
                   rates.left_over);
}

void describe(ChannelRates& rates, Visitor& visitor) {
  visitor.quantity({.name = "fluid",
                    .meaning = "Diffusivity in the fluid of a hole over that in tissue",
                    .unit = "1",
                    .min = 0.1,
                    .max = 20,
                    .spread = Spread::log},
                   rates.fluid);
  visitor.quantity({.name = "product_share",
                    .meaning = "Share of an open hole that product fills when it is put on; the rest is tissue fluid",
                    .unit = "1",
                    .min = 0,
                    .max = 1},
                   rates.product_share);
}

void describe(NeedleRates& rates, Visitor& visitor) {
  visitor.quantity({.name = "density",
                    .meaning = "Density of what dissolves of a needle, dry",
                    .unit = "kg/m3",
                    .min = 100,
                    .max = 5000,
                    .spread = Spread::log},
                   rates.density);
  visitor.quantity({.name = "molar_mass",
                    .meaning = "Molar mass of the chains that hold a dissolving needle together",
                    .unit = "g/mol",
                    .min = 100,
                    .max = 5e6,
                    .spread = Spread::log},
                   rates.molar_mass);
  visitor.quantity({.name = "solubility",
                    .meaning = "How much of them tissue fluid takes: what is thinner counts as dissolved",
                    .unit = "kg/m3",
                    .min = 0.1,
                    .max = 2000,
                    .spread = Spread::log},
                   rates.solubility);
  visitor.quantity({.name = "dissolution",
                    .meaning = "Speed by which a surface gives them off, per lack of concentration beside it",
                    .unit = "um/s",
                    .min = 1e-4,
                    .max = 1e4,
                    .spread = Spread::log},
                   rates.dissolution);
  visitor.quantity({.name = "swelling_time",
                    .meaning = "Time in which a swelling needle comes to lead, but for 1/e, as it will",
                    .unit = "min",
                    .min = 0.01,
                    .max = 1e4,
                    .spread = Spread::log},
                   rates.swelling_time);
}

void describe(InjectionRates& rates, Visitor& visitor) {
  visitor.quantity({.name = "permeability",
                    .meaning = "Permeability of skin at rest to a flow of fluid",
                    .unit = "m2",
                    .min = 1e-18,
                    .max = 1e-11,
                    .spread = Spread::log},
                   rates.permeability);
  visitor.quantity({.name = "strain_exponent",
                    .meaning = "How steeply it rises with the strain of volume: k = k0 exp(m e)",
                    .unit = "1",
                    .min = 0,
                    .max = 10},
                   rates.strain_exponent);
  visitor.quantity({.name = "modulus",
                    .meaning = "Pressure over the strain of volume that it makes where nothing gives sideways",
                    .unit = "kPa",
                    .min = 0.1,
                    .max = 1e5,
                    .spread = Spread::log},
                   rates.modulus);
  visitor.quantity({.name = "viscosity",
                    .meaning = "Viscosity of what is injected",
                    .unit = "mPa s",
                    .min = 0.1,
                    .max = 1e4,
                    .spread = Spread::log},
                   rates.viscosity);
}

void describe(Rates& rates, Visitor& visitor) {
  visitor.quantity({.name = "reference_mass",
                    .meaning = "Molar mass at which the laws of mass are told",
                    .unit = "g/mol",
                    .min = 1,
                    .max = 1000,
                    .spread = Spread::log},
                   rates.reference_mass);
  visitor.quantity({.name = "most_log_kow",
                    .meaning = "Decimal logarithm of Kow as far as the laws go",
                    .unit = "1",
                    .min = 3,
                    .max = 20},
                   rates.most_log_kow);
  visitor.quantity({.name = "molecule_volume",
                    .meaning = "Specific volume of a compact molecule",
                    .unit = "cm3/g",
                    .min = 0.1,
                    .max = 10,
                    .spread = Spread::log},
                   rates.molecule_volume);
  visit_table(visitor, {.name = "corneum", .meaning = "How substances pass through stratum corneum"}, rates.corneum);
  visit_table(visitor, {.name = "tissue", .meaning = "How they pass through living skin"}, rates.tissue);
  visit_table(visitor, {.name = "vessels", .meaning = "What blood and lymph take from the dermis"}, rates.vessels);
  visit_table(visitor, {.name = "surface", .meaning = "The film of product on the skin"}, rates.surface);
  visit_table(visitor, {.name = "channel", .meaning = "What fills the holes"}, rates.channel);
  visit_table(visitor, {.name = "needle", .meaning = "Needles that stay in the skin"}, rates.needle);
  visit_table(visitor, {.name = "injection", .meaning = "What is pushed into skin"}, rates.injection);
}

}  // namespace percuta::transport
