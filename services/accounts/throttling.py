"""How fast passwords may be tried. An address without an account is counted as one with.

- For an account from one place, 5 tries are free. So somebody elsewhere can't lock a person out.
- For an account from everywhere, 30 tries are free, and one more every two minutes: against many places at once.
- From one place for all accounts, 30 are free, and one more every two minutes: against one password tried on many.
  There a success takes back only itself, or else somebody's own account would be a way around.
- For the second step of an account, 5 are free from one place, and 15 from everywhere, and one more an hour: a code has
  six digits. Only who knows the password gets so far (NIST SP 800-63B-4, section 3.2.2).

Each wait begins with 30 seconds and doubles up to 15 minutes. Until it is over, the right password is refused as well.
Signing up tries no password: services/accounts/links/pace.py says how many letters may be asked for.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

from services.errors import Invalid
from services.house import House
from services.sharing import Counted, Counts, Pace, Turn

_FROM_ONE_PLACE = Pace("sign-in to an account from a place", free=5, forgets_one_in_seconds=3600)
_FROM_EVERYWHERE = Pace("sign-in to an account", free=30, forgets_one_in_seconds=120)
_TO_ALL_ACCOUNTS = Pace("sign-in from a place", free=30, forgets_one_in_seconds=120, clears=False)
_STEP_FROM_ONE_PLACE = Pace("second step of an account from a place", free=5, forgets_one_in_seconds=3600)
_STEP_FROM_EVERYWHERE = Pace("second step of an account", free=15, forgets_one_in_seconds=3600)
_CODES = {
    30: "too_many_tries.seconds_30",
    60: "too_many_tries.minute_1",
    120: "too_many_tries.minutes_2",
    240: "too_many_tries.minutes_4",
    480: "too_many_tries.minutes_8",
}
CODES = frozenset({*_CODES.values(), "too_many_tries.minutes_15"})
"""All that a refusal may say."""


def counts_of(email_index: bytes, place: str) -> Counts:
    """All that a try for this account, or for none, counts for."""
    account = email_index.hex()
    return (
        Counted(_FROM_ONE_PLACE, f"{account} {place}"),
        Counted(_FROM_EVERYWHERE, account),
        Counted(_TO_ALL_ACCOUNTS, place),
    )


def counts_of_second_step(account_id: UUID, place: str) -> Counts:
    """What a code of an account counts for, until it is right."""
    return Counted(_STEP_FROM_ONE_PLACE, f"{account_id} {place}"), Counted(_STEP_FROM_EVERYWHERE, str(account_id))


@asynccontextmanager
async def counted_unless_done(house: House, counts: Counts, *, field: str = "email") -> AsyncIterator[Turn]:
    """Count what the block tries, unless it ends well; it knows how long to wait if it fails.

    Invalid for the field when it must not be tried yet.
    """
    turn = await house.shared.take_turn(counts, now=house.clock.now())
    if not turn.allowed:
        raise refusal(turn, field=field)
    yield turn
    await house.shared.turn_succeeded(counts)


def refusal(turn: Turn, *, field: str = "email") -> Invalid:
    """Says how long to wait, rounded up to a length that has words."""
    long_enough = min((seconds for seconds in _CODES if seconds >= turn.wait_seconds), default=0)
    return Invalid(field, _CODES.get(long_enough, "too_many_tries.minutes_15"))
