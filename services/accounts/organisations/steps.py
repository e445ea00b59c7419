"""Where a browser is on its way through an organisation: sealed on the server, bound to it by a cookie, used once."""

import json
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, delete, select

from db.tables.ways_in.organisations import OrganisationStep
from db.types import new_id
from services.house import DbSession
from services.providers.organisations import Identity, Secrets
from services.sealing import open_sealed, seal
from services.tokens import hash_of, new_token

LASTS = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody is at the organisation now, to sign in here, or to link it to the account that is named."""

    organisation: str
    back_to: str
    account_id: str = ""
    secrets: Secrets = field(default_factory=Secrets)


@dataclass(frozen=True, slots=True)
class Undecided:
    """Somebody has come back whom we don't know yet. One press makes an account, or links it to the one named."""

    organisation: str
    back_to: str
    account_id: str
    identity: Identity


Step = TypeVar("Step", Away, Undecided)


async def keep(session: DbSession, step: Away | Undecided) -> str:
    """Keep where somebody is, and return the token that their browser brings again. Run as System('accounts')."""
    token, row_id, now = new_token(), new_id(), session.house.clock.now()
    await session.exec(delete(OrganisationStep).where(col(OrganisationStep.expires_at) < now))
    sealed = seal(session.house.keyring, json.dumps(asdict(step)), **_place(row_id))
    session.add(
        OrganisationStep(
            id=row_id,
            token_hash=hash_of(token),
            stage=_stage(type(step)),
            content_sealed=sealed,
            expires_at=now + LASTS,
        )
    )
    return token


async def look(session: DbSession, kind: type[Step], token: str) -> Step | None:
    """Where the browser with this token is, if it is there. Run as System('accounts')."""
    return _opened(session, kind, (await session.exec(select(OrganisationStep).where(*_which(kind, token)))).first())


async def take(session: DbSession, kind: type[Step], token: str) -> Step | None:
    """The same, and forget it: of two that bring the token, one gets it. Run as System('accounts')."""
    found = await session.exec(delete(OrganisationStep).where(*_which(kind, token)).returning(OrganisationStep))
    return _opened(session, kind, found.scalars().first())


def _opened(session: DbSession, kind: type[Step], row: OrganisationStep | None) -> Step | None:
    if row is None or row.expires_at < session.house.clock.now():
        return None
    content = json.loads(open_sealed(session.house.keyring, row.content_sealed, **_place(row.id)))
    if kind is Away:
        content["secrets"] = Secrets(**content["secrets"])
    else:
        content["identity"] = Identity(**content["identity"])
    return kind(**content)


def _which(kind: type[Away | Undecided], token: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(OrganisationStep.token_hash) == hash_of(token), col(OrganisationStep.stage) == _stage(kind)


def _stage(kind: type[Away | Undecided]) -> str:
    return kind.__name__.lower()


def _place(row_id: UUID) -> dict[str, Any]:
    return {"table": "organisation_step", "column": "content_sealed", "row_id": row_id}
