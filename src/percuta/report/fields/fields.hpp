#pragma once

#include "percuta/report/fields/density_vtr.hpp"
#include "percuta/report/fields/field_vtr.hpp"
#include "percuta/report/fields/patch_state.hpp"
#include "percuta/report/fields/run_fields.hpp"
#include "percuta/report/fields/run_store.hpp"
#include "percuta/report/fields/vtr_grid.hpp"

/// Fields of a run: kept in run.h5 bit for bit, and written for ParaView; the density of strikes on a grid.
/// In       RunFields, DensityTiles                           Out  run.h5, fields/*.vtr
/// Throws   FileError                                         Checked  tests/report/fields
