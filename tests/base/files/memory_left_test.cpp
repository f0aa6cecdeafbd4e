#include "percuta/base/files/memory_left.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "temporary_folder.hpp"

using namespace percuta;

namespace {

/// A machine as its files tell it.
struct Machine {
  tests::TemporaryFolder root;

  void tell(const std::string& file, const std::string& text) const {
    std::filesystem::create_directories((root / file).parent_path());
    root.write(file, text);
  }
  double left() const { return memory_left(root.path()); }
};

}  // namespace

TEST_CASE("[unit] where nothing is told, nothing bounds the memory") {
  CHECK(std::isinf(Machine().left()));
}

TEST_CASE("[unit] this machine has some memory left") {
  CHECK(memory_left() > 0);
}

TEST_CASE("[unit] the machine's free memory bounds it") {
  const Machine machine;
  machine.tell("proc/meminfo", "MemTotal:       8000 kB\nMemFree:        10 kB\nMemAvailable:   2000 kB\n");
  CHECK(machine.left() == 2000 * 1024);
}

TEST_CASE("[unit] so does the least of the process's control groups, less what they can let go") {
  const Machine machine;
  machine.tell("proc/meminfo", "MemAvailable:   2000 kB\n");
  machine.tell("proc/self/cgroup", "0::/user/mine\n");
  machine.tell("sys/fs/cgroup/user/mine/memory.max", "max\n");
  machine.tell("sys/fs/cgroup/user/mine/memory.current", "5000\n");
  CHECK(machine.left() == 2000 * 1024);
  machine.tell("sys/fs/cgroup/user/memory.max", "100000\n");
  machine.tell("sys/fs/cgroup/user/memory.current", "60000\n");
  CHECK(machine.left() == 40000);
  machine.tell("sys/fs/cgroup/user/memory.stat", "anon 7\ninactive_file 10000\n");
  CHECK(machine.left() == 50000);
}

TEST_CASE("[unit] and control groups of the older kind, whose folder may be the mount itself") {
  const Machine machine;
  machine.tell("proc/self/cgroup", "5:cpu,cpuacct:/elsewhere\n4:memory:/not/mounted/here\n");
  machine.tell("sys/fs/cgroup/memory/memory.limit_in_bytes", "90000\n");
  machine.tell("sys/fs/cgroup/memory/memory.usage_in_bytes", "20000\n");
  CHECK(machine.left() == 70000);
}

TEST_CASE("[unit] more used than allowed leaves nothing") {
  const Machine machine;
  machine.tell("proc/self/cgroup", "0::/\n");
  machine.tell("sys/fs/cgroup/memory.max", "10\n");
  machine.tell("sys/fs/cgroup/memory.current", "20\n");
  CHECK(machine.left() == 0);
}
