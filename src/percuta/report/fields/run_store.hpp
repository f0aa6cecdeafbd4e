#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "percuta/report/fields/run_fields.hpp"

/// run.h5: fields and checkpoint, bit for bit (docs/formats.md). Equal content gives equal bytes.
namespace percuta::report {

/// The bytes of the file; errors call it `shown`. InputError as of write_run_store.
std::string run_store_bytes(const RunFields& run, const std::filesystem::path& shown);

/// Writes the file whole or not at all; a power cut leaves it or the one before. Throws FileError; InputError when two
/// rooms, or two series of one, share a name or values of one series differ in theirs or in their layout.
void write_run_store(const RunFields& run, const std::filesystem::path& file);

/// Throws FileError that says what to do when the file is absent, torn, foreign or of another version, and for one that
/// was not written so, though its seal fits: no size in it is believed, so that it takes neither time nor memory.
RunFields read_run_store(const std::filesystem::path& file);

/// The same from the bytes of a file; errors call it `shown`.
RunFields run_store_of(std::string bytes, const std::filesystem::path& shown);

/// For a run that goes on: nullopt when there is no such file of these inputs, whatever the reason.
std::optional<RunFields> recall_run_store(const std::filesystem::path& file, const std::string& inputs_hash);

}  // namespace percuta::report
