"""What the figures were measured on."""

import os
import platform
import statistics
import time
from pathlib import Path

from bench import ROOT


def load_average() -> float:
    return os.getloadavg()[0]


def describe(load_before: float) -> list[str]:
    return [
        f"{_cpu()}, {os.cpu_count()} cores, {_memory_gib():.0f} GiB of memory",
        f"{_distribution()}, Linux {platform.release().split('-')[0]}",
        f"{_disk()}; a synced append of 4 KiB takes {_sync_ms():.2f} ms",
        f"load average before the run: {load_before:.1f}",
    ]


def _cpu() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _memory_gib() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def _distribution() -> str:
    return platform.freedesktop_os_release()["PRETTY_NAME"]


def _disk() -> str:
    device = os.stat(ROOT).st_dev
    block = str(Path(f"/sys/dev/block/{os.major(device)}:{os.minor(device)}").resolve())
    kind = "virtual disk" if "virtio" in block else "NVMe disk" if "nvme" in block else "disk"
    mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text().splitlines()]
    ours = [(where, file_system) for where, file_system in mounts if os.path.exists(where) and os.stat(where).st_dev == device]
    return f"{kind} with {ours[0][1]}" if ours else kind


def _sync_ms() -> float:
    path = ROOT / "build/bench/sync"
    path.parent.mkdir(parents=True, exist_ok=True)
    samples = []
    with path.open("wb", buffering=0) as file:
        for _ in range(500):
            file.write(bytes(4096))
            started = time.perf_counter()
            os.fdatasync(file.fileno())
            samples.append(time.perf_counter() - started)
    path.unlink()
    return 1000 * statistics.median(samples)
