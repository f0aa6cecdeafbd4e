#pragma once

namespace percuta {

/// What a program frees stays with it for what it asks for next. Else the C library gives large pieces back to the
/// system at once, and each page of the next one is fetched and cleared anew: a sixth of what healing cost. For a
/// program's beginning; does nothing where the library is not glibc.
void keep_freed_memory();

}  // namespace percuta
