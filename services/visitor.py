"""Who is asking. Every transaction, policy and service is told; nobody is assumed."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from db.values.people import Role
from services.errors import NotFound


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account, through one of their signed-in sessions.

    Everybody is a customer; `roles` are those that they were granted besides. `proved_at` is when they showed last that
    the account is theirs. Who `lacks_second_step` works for us, and acts as a customer in this session, because it was
    opened by one factor.
    """

    person_id: UUID
    session_id: UUID
    roles: frozenset[Role] = frozenset()
    proved_at: datetime | None = field(default=None, compare=False)
    lacks_second_step: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody without an account. Without a session id they have begun nothing yet, and own nothing."""

    session_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that uses the API with a key."""

    key_id: UUID


@dataclass(frozen=True, slots=True)
class System:
    """The house itself at a named task (sign-in, a job); db/security lists what each name may touch."""

    name: str


Visitor = Person | Guest | Partner | System


def kind_and_id(visitor: Visitor) -> tuple[str, str]:
    """What the database is told of a visitor: `app.kind` and `app.id` (both empty for a guest without a session)."""
    match visitor:
        case Person(person_id=person_id):
            return "person", str(person_id)
        case Guest(session_id=None):
            return "", ""
        case Guest(session_id=session_id):
            return "guest", str(session_id)
        case Partner(key_id=key_id):
            return "partner", str(key_id)
        case System(name=name):
            return "system", name


def session_of(visitor: Visitor) -> str:
    """What the database is told as `app.session`: the session through which a person acts; empty for all others."""
    return str(visitor.session_id) if isinstance(visitor, Person) else ""


def owner_of(visitor: Visitor) -> dict[str, UUID]:
    """The column that says whose row it is, with its value. NotFound for who can own nothing."""
    match visitor:
        case Person(person_id=person_id):
            return {"account_id": person_id}
        case Guest(session_id=UUID() as session_id):
            return {"session_id": session_id}
    raise NotFound
