"""What sealing costs: one field sealed and opened, with values as large as real ones."""

from base64 import b64encode
from functools import partial
from os import urandom
from time import perf_counter

from db.types import new_id
from services.returns.answers import Answers
from services.sealing import Keyring, open_sealed, seal
from services.storage import CHUNK_BYTES
from tests.bench.figures import Seconds, in_turn
from tests.bench.page import Table, fine

_MICROSECONDS = 1e6
_TIMES = 200
_SIZES = {
    "an e-mail address": 24,
    "a change of one answer": 90,
    "the answers of an estimate, each field": len(Answers().model_dump_json()),
    "a message of 5,000 letters": 5_000,
    "a letter": 3_000,
    "a chunk of a file": CHUNK_BYTES,
}


def fields(rounds: int) -> Table:
    """Microseconds to seal and to open one field, one after the other on one core."""
    keyring = Keyring.from_setting(f"k1:{b64encode(urandom(32)).decode()}")
    found = in_turn((partial(_field, keyring, name, size) for name, size in _SIZES.items()), rounds)
    rows = [
        (name, f"{size:,}", *(fine(found[f"{what} {name}"].times(_MICROSECONDS)) for what in ("seal", "open")))
        for name, size in _SIZES.items()
    ]
    about = "Microseconds a field: AES-256-GCM bound to table, column and row, with all that is around it."
    return Table("What sealing costs", about, ("field", "bytes", "seal", "open"), tuple(rows))


def _field(keyring: Keyring, name: str, size: int) -> Seconds:
    value, row_id = urandom(size), new_id()
    times = max(1, _TIMES * 1_000 // max(size, 1_000))
    start = perf_counter()
    for _ in range(times):
        sealed = seal(keyring, value, table="account", column="email_sealed", row_id=row_id)
    between = perf_counter()
    for _ in range(times):
        open_sealed(keyring, sealed, table="account", column="email_sealed", row_id=row_id)
    return {f"seal {name}": (between - start) / times, f"open {name}": (perf_counter() - between) / times}
