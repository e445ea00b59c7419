"""Who a request is counted for: its API key, else its session, else the place that it comes from.

Only a key or session that we know counts apart. Else a new made-up one with each request would be a way around.
"""

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from datetime import timedelta

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request

from api.key_holder import HEADER
from services.accounts import enrolment, sessions
from services.house import House
from services.partners import keys
from services.sharing import Limit
from services.tokens import hash_of
from services.visitor import Guest
from ui import cookies
from ui.addresses import address_of, place_of

_PLACE, _GUEST = "place ", "guest "
_REMEMBERED = timedelta(minutes=1)
_LOOKUPS = 20
"""So many times the limit, tokens that we don't remember are looked up for one place: a whole school signs in."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody who is counted, and how often they may ask in a minute."""

    who: str
    per_minute: int
    account: str | None = None
    """Whose session it is, if somebody has signed in: all of their devices are one person."""

    @property
    def is_a_place(self) -> bool:
        """Whether others may be counted with them."""
        return self.who.startswith(_PLACE)

    @property
    def is_a_guest(self) -> bool:
        """Whether it is a session without an account, which anybody can have."""
        return self.who.startswith(_GUEST)


Find = Callable[[House, str], Awaitable[Caller | None]]
"""How the holder of a token is looked up."""


async def caller_of(request: Request, house: House) -> Caller:
    """Who asks. While the database is away, everybody is counted by place."""
    place = place_at(request, house)
    for token, find in _brought(request):
        if token and (known := await _known(house, place, token, find)):
            return known
    return Caller(place, house.settings.requests_per_minute)


def place_at(request: Request, house: House) -> str:
    """The place that it comes from, as it is counted."""
    return _PLACE + place_of(address_of(request.scope, house.settings.trusted_proxies))


def _brought(request: Request) -> tuple[tuple[str, Find], ...]:
    key, session = request.headers.get(HEADER, ""), cookies.read(request, cookies.SESSION)
    return (key if keys.is_shaped_like_a_key(key) else "", _by_key), (session, _by_session)


async def _known(house: House, place: str, token: str, find: Find) -> Caller | None:
    name = f"counted {hash_of(token).hex()}"
    if remembered := await house.shared.kept(name):
        return Caller(**json.loads(remembered))
    lookups = Limit("lookups", house.settings.requests_per_minute * _LOOKUPS)
    if not (await house.shared.hit(lookups, place)).allowed:
        return None
    try:
        found = await find(house, token)
    except SQLAlchemyError:
        return None
    if found is not None:
        await house.shared.keep(name, json.dumps(asdict(found)).encode(), lasts=_REMEMBERED)
    return found


async def _by_key(house: House, token: str) -> Caller | None:
    key = await keys.good_key(house, token)
    return Caller(f"key {key.id}", key.requests_per_minute or house.settings.requests_per_minute) if key else None


async def _by_session(house: House, token: str) -> Caller | None:
    async with house.transaction(enrolment.DOOR) as session:
        visitor = await sessions.visitor_of(session, token, is_use=False)
    if visitor is None:
        return None
    per_minute = house.settings.requests_per_minute
    if isinstance(visitor, Guest):
        return Caller(f"{_GUEST}{visitor.session_id}", per_minute)
    return Caller(f"session {visitor.session_id}", per_minute, account=f"account {visitor.person_id}")
