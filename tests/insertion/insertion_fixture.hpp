#pragma once

#include "device/head_fixture.hpp"
#include "device/roller_fixture.hpp"
#include "percuta/insertion/insertion.hpp"
#include "percuta/insertion/needle/needle_law.hpp"
#include "skin/skin_fixture.hpp"

namespace percuta::tests {

inline insertion::Contact contact() {
  insertion::Contact contact;
  contact.dent_spread = certain(0.3);
  contact.load_depth = certain(0.6);
  contact.recoil = certain(0.6);
  contact.open_depth = certain(50e-6);
  contact.open_depth_per_width = certain(1.5);
  contact.capillary_density = certain(14e6);
  contact.capillary_width = certain(15e-6);
  contact.plexus_share = certain(0.25);
  contact.plexus_spacing = certain(0.4e-3);
  return contact;
}

inline device::Strength steel() {
  return {certain(200e9), certain(900e6), certain(520e6)};
}

/// Skin of one modulus all the way down, so that a needle alone meets a half-space.
inline skin::Skin even_skin(const skin::Mechanics& mechanics = tests::mechanics()) {
  skin::Skin skin = skin_of();
  skin.mechanics = mechanics;
  for (skin::Layer& layer : skin.layers) layer.modulus = mechanics.corneum_modulus;
  skin.beneath_modulus = mechanics.corneum_modulus;
  return skin;
}

/// Loaded for a second, in which the moduli are as given.
inline insertion::Approach in_a_second(double distance = 1.5e-3) {
  return {{}, distance, distance, insertion::Frame::skin_between};
}

/// One needle alone, pressed in within a second.
inline insertion::NeedleLaw law_of(const device::Needle& needle, const skin::Mechanics& mechanics = tests::mechanics(),
                                   const insertion::Contact& contact = tests::contact()) {
  return insertion::needle_law(needle, even_skin(mechanics), contact, in_a_second());
}

/// `n` strikes of the device, needle after needle, all alike.
inline punctures::Punctures strikes_of(const device::Device& device, double force, std::size_t n = 40) {
  punctures::Punctures punctures;
  for (std::size_t i = 0; i < n; ++i) {
    punctures::Puncture& p = punctures.all.emplace_back();
    p.force = force;
    p.length = device.needle.length;
    p.x = 1e-4 * static_cast<double>(i);
    p.needle = static_cast<std::int32_t>(i);
    p.in_window = true;
  }
  return punctures;
}

}  // namespace percuta::tests
