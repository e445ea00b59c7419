"""How fast passwords may be tried. An address without an account is counted as one with: nothing tells them apart.

- For an account from one place, 5 tries are free. So somebody elsewhere can't lock a person out.
- For an account from everywhere, 30 tries are free, and one more every two minutes: against many places at once.
- From one place for all accounts, 30 are free, and one more every two minutes: against one password tried on many.
  There a success takes back only itself, or else somebody's own account would be a way around.

Each wait begins with 30 seconds and doubles up to 15 minutes. Until it is over, the right password is refused as well.
"""

from services.errors import Invalid
from services.sharing import Counted, Counts, Pace, Turn

_FROM_ONE_PLACE = Pace("sign-in to an account from a place", free=5, forgets_one_in_seconds=3600)
_FROM_EVERYWHERE = Pace("sign-in to an account", free=30, forgets_one_in_seconds=120)
_TO_ALL_ACCOUNTS = Pace("sign-in from a place", free=30, forgets_one_in_seconds=120, clears=False)
_CODES = {
    30: "sign_in.wait.seconds_30",
    60: "sign_in.wait.minute_1",
    120: "sign_in.wait.minutes_2",
    240: "sign_in.wait.minutes_4",
    480: "sign_in.wait.minutes_8",
}


def counts_of(email_index: bytes, place: str) -> Counts:
    """All that a try for this account, or for none, counts for."""
    account = email_index.hex()
    return (
        Counted(_FROM_ONE_PLACE, f"{account} {place}"),
        Counted(_FROM_EVERYWHERE, account),
        Counted(_TO_ALL_ACCOUNTS, place),
    )


def refusal(turn: Turn) -> Invalid:
    """Says how long to wait, rounded up to a length that has words."""
    long_enough = min((seconds for seconds in _CODES if seconds >= turn.wait_seconds), default=0)
    return Invalid("email", _CODES.get(long_enough, "sign_in.wait.minutes_15"))
