"""What was typed into a form that came back with errors: sealed on the server, for one reading and ten minutes."""

import json
from dataclasses import dataclass, field
from datetime import timedelta

from sqlmodel import col, delete, select

from db.tables.people import FormAttempt
from db.types import new_id
from services.errors import Invalid
from services.house import DbSession
from services.sealing import open_sealed, seal
from services.tokens import hash_of, new_token
from services.visitor import System

FORMS = System("forms")
KEPT_FOR = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A form as it came back: error codes by field, and what was typed (never a password)."""

    errors: dict[str, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)


async def keep(session: DbSession, form: str, problems: list[Invalid], typed: dict[str, str]) -> str:
    """Keep an attempt and return the token that reads it once. Run as System('forms')."""
    token, row_id, now = new_token(), new_id(), session.house.clock.now()
    content = json.dumps({"errors": {problem.field: problem.code for problem in problems}, "typed": typed})
    await session.exec(delete(FormAttempt).where(col(FormAttempt.expires_at) < now))
    session.add(
        FormAttempt(
            id=row_id,
            token_hash=hash_of(token),
            form=form,
            content_sealed=seal(
                session.house.keyring, content, table="form_attempt", column="content_sealed", row_id=row_id
            ),
            expires_at=now + KEPT_FOR,
        )
    )
    return token


async def take(session: DbSession, form: str, token: str) -> Attempt:
    """Read an attempt and forget it; an empty one when there is none. Run as System('forms')."""
    query = select(FormAttempt).where(FormAttempt.token_hash == hash_of(token), FormAttempt.form == form)
    row = (await session.exec(query)).first()
    if row is None or row.expires_at < session.house.clock.now():
        return Attempt()
    await session.delete(row)
    return Attempt(**json.loads(_opened(session, row)))


def _opened(session: DbSession, row: FormAttempt) -> bytes:
    return open_sealed(
        session.house.keyring, row.content_sealed, table="form_attempt", column="content_sealed", row_id=row.id
    )
