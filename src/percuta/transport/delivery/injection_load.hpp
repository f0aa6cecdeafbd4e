#pragma once

/// What is injected at each point of a grid, as a plain value.
namespace percuta::transport {

struct InjectionLoad {
  double volume = 0;    ///< at each point [m3]
  double duration = 0;  ///< of each [s]
  double bore = 0;      ///< radius of the needle's opening [m]
  double points = 0;    ///< in the window

  bool is_wanted() const { return volume > 0; }
};

}  // namespace percuta::transport
