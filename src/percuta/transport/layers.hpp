#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "percuta/transport/transport.hpp"

namespace percuta::transport {

/// Papillary, reticular, or a dermis that is one layer.
bool is_dermis(std::string_view layer);

/// Whether substances are followed through it: stratum corneum, viable epidermis, dermis.
bool is_passed(std::string_view layer);

/// How thick those layers are, from the surface down [m].
std::vector<double> passed_thicknesses(const skin::Skin& skin);

/// At which rate an active turns into `to` in a layer, of all that is there; "" = into something without effect [1/s].
double conversion_in(const std::string& layer, const Active& active, const std::string& to);

}  // namespace percuta::transport
