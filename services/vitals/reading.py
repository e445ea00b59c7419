"""What can be read at any moment: the pool, the machine, this process."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import psutil
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.pool import QueuePool

from services.settings import Settings


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages that this process holds in memory, with and without a browser at their socket."""

    connected: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Pool:
    """The connections to the database, and how many may be open at once."""

    in_use: int
    free: int
    most: int


@dataclass(frozen=True, slots=True)
class Machine:
    """What all programs of this machine share. `load` is how many of them want to run, over one minute."""

    memory_free_bytes: int
    memory_all_bytes: int
    disk_free_bytes: int
    disk_all_bytes: int
    cores: int
    load: float

    @property
    def memory_free_share(self) -> float:
        """The free part of all memory."""
        return self.memory_free_bytes / self.memory_all_bytes

    @property
    def load_share(self) -> float:
        """How many programs want to run, for each core."""
        return self.load / self.cores

    @property
    def disk_free_share(self) -> float:
        """The free part of the disk."""
        return self.disk_free_bytes / self.disk_all_bytes


def pool_of(settings: Settings, engine: AsyncEngine) -> Pool | None:
    """The pool of this process; None for an engine that keeps no connections."""
    pool = engine.pool
    if not isinstance(pool, QueuePool):
        return None
    return Pool(pool.checkedout(), pool.checkedin(), settings.database_pool_size + settings.database_max_overflow)


def machine_of(folder: Path) -> Machine:
    """The machine, and the disk that this folder is on or will be."""
    here = folder.absolute()
    there = next(place for place in (here, *here.parents) if place.exists())
    disk, memory = shutil.disk_usage(there), psutil.virtual_memory()
    cores = psutil.cpu_count() or 1
    return Machine(memory.available, memory.total, disk.free, disk.total, cores, psutil.getloadavg()[0])
