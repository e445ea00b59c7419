"""Who calls the API with a key: an endpoint takes `partner: KeyHolder`, and everybody else is answered with 401."""

from typing import Annotated

from fastapi import Depends, Header, HTTPException, Request

from services.partners.keys import good_key
from services.policy.rule import standing_of
from services.visitor import Partner
from ui.guards import HouseDep

HEADER = "X-API-Key"
_CHALLENGE = {"WWW-Authenticate": f'ApiKey realm="MBTQ", header="{HEADER}"'}  # no registered scheme fits (RFC 9110)


async def _key_holder(request: Request, house: HouseDep, key: Annotated[str, Header(alias=HEADER)] = "") -> Partner:
    known = await good_key(house, key)
    if known is None:
        raise HTTPException(401, headers=_CHALLENGE)
    partner = Partner(known.id)
    request.state.standing = standing_of(partner).value
    return partner


KeyHolder = Annotated[Partner, Depends(_key_holder)]
