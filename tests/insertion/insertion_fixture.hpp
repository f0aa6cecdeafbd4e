#pragma once

#include "device/head_fixture.hpp"
#include "device/roller_fixture.hpp"
#include "percuta/insertion/insertion.hpp"
#include "percuta/insertion/needle/needle_law.hpp"
#include "skin/skin_fixture.hpp"

namespace percuta::tests {

inline insertion::Contact contact() {
  insertion::Contact contact;
  contact.dimple_retained = certain(0.5);
  contact.cutting_retained = certain(1);
  contact.recoil = certain(0.6);
  contact.closing_radius = certain(40e-6);
  contact.capillary_density = certain(14e6);
  contact.capillary_width = certain(15e-6);
  contact.plexus_share = certain(0.25);
  contact.plexus_spacing = certain(0.4e-3);
  return contact;
}

inline device::Strength steel() {
  return {certain(200e9), certain(900e6), certain(520e6)};
}

/// Skin of one modulus all the way down, 1.5 MPa, so that a needle alone meets a half-space.
inline skin::Skin even_skin(const skin::Mechanics& mechanics = tests::mechanics()) {
  skin::Skin skin = skin_of();
  skin.mechanics = mechanics;
  for (skin::Layer& layer : skin.layers) layer.modulus = mechanics.indentation_modulus;
  skin.beneath_modulus = mechanics.indentation_modulus;
  return skin;
}

/// One needle alone, as slow as can be.
inline insertion::NeedleLaw law_of(const device::Needle& needle, const skin::Mechanics& mechanics = tests::mechanics(),
                                   const insertion::Contact& contact = tests::contact()) {
  return insertion::needle_law(needle, even_skin(mechanics), contact, {});
}

/// `n` strikes of the device, needle after needle, all alike.
inline punctures::Punctures strikes_of(const device::Device& device, double force, std::size_t n = 40) {
  punctures::Punctures punctures;
  for (std::size_t i = 0; i < n; ++i) {
    punctures::Puncture& p = punctures.all.emplace_back();
    p.force = force;
    p.length = device.needle.length;
    p.needle = static_cast<std::int32_t>(i);
    p.in_window = true;
  }
  return punctures;
}

}  // namespace percuta::tests
