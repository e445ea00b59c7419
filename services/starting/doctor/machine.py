"""The machine: space, memory, and who may read what the app keeps on it."""

import stat
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile

from db.cannot_start import CannotStart
from db.data_folder import ready_folder
from services.settings import Settings
from services.starting.doctor.finding import Finding, look, ok, wrong
from services.vitals.limits import LIMITS
from services.vitals.reading import machine_of

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_OTHERS_MAY_READ = stat.S_IRGRP | stat.S_IROTH
_SECRETS = "secrets.env"


def machine(settings: Settings) -> Iterator[Finding]:
    """Disk and memory against the limits of the page of system health; then the two folders, by their full paths."""
    here = machine_of(settings.files_folder)
    for part, share in (("disk", here.disk_free_share), ("memory", here.memory_free_share)):
        yield (look if LIMITS[part].is_passed_by(share) else ok)(part, free=f"{share:.0%}")
    yield from _folder(settings.data_dir.resolve())
    if settings.files_lie_here:
        yield _files(settings.files_folder, is_named=settings.files_url is not None)


def _folder(place: Path) -> Iterator[Finding]:
    try:
        folder = ready_folder(place)
    except CannotStart as reason:
        yield wrong("folder", reason=reason)
        return
    trouble = list(_rights(folder))
    yield from trouble or [ok("folder", folder=folder)]


def _files(folder: Path, *, is_named: bool) -> Finding:
    """Write a nameless file there, or where the app would make the folder.

    One that FILES_URL names and that is not there may be a slip, or a disk that is not mounted.
    """
    there = next(each for each in (folder, *folder.parents) if each.exists())
    try:
        with TemporaryFile(dir=there):
            missing = look if is_named else ok
            return ok("files", folder=folder) if there == folder else missing("files.none", folder=folder)
    except OSError as refusal:
        return wrong("files", folder=folder, reason=refusal.strerror)


def _rights(folder: Path) -> Iterator[Finding]:
    if folder.stat().st_mode & _OTHERS_MAY_WRITE:
        yield wrong("folder.open", folder=folder)
    file = folder / _SECRETS
    if file.exists() and file.stat().st_mode & (_OTHERS_MAY_WRITE | _OTHERS_MAY_READ):
        yield wrong("folder.secrets", file=file)
