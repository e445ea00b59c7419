"""Which account belongs to whom at an organisation. A person sees, adds and removes their own links."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy.dialects.postgresql import array
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, func, select

from db.tables.people import Account
from db.tables.ways_in.organisations import OrganisationLink
from db.types import new_id
from services import audit
from services.accounts import addresses, notices, ways_in
from services.errors import Conflict, NotFound
from services.house import DbSession, House
from services.providers.organisations import Identity
from services.sealing import seal
from services.visitor import Person, Visitor


@dataclass(frozen=True, slots=True)
class Link:
    """One of a person's links, under the name that people know."""

    id: UUID
    name: str
    issuer: str
    linked_at: datetime
    last_used_at: datetime


async def links_of(session: DbSession, person: Person) -> list[Link]:
    """Where this person can sign in, the oldest link first."""
    query = select(OrganisationLink).where(OrganisationLink.account_id == person.person_id)
    rows = (await session.exec(query.order_by(col(OrganisationLink.linked_at)))).all()
    return [
        Link(row.id, name_of(session.house, row.issuer), row.issuer, row.linked_at, row.last_used_at) for row in rows
    ]


async def account_of(session: DbSession, identity: Identity) -> Account | None:
    """The account that is linked to whom somebody is there; it counts as used now. Run as System('accounts')."""
    indexes = _indexes(session.house, identity)
    query = select(OrganisationLink, Account).join(Account)
    found = (await session.exec(query.where(col(OrganisationLink.subject_index).in_(indexes)))).first()
    if found is None:
        return None
    link, account = found
    link.last_used_at = session.house.clock.now()
    _put_subject(session.house, link, identity)
    return account


async def add(session: DbSession, visitor: Visitor, identity: Identity, *, account_id: UUID) -> None:
    """Link an account to whom its owner is there. Conflict if that belongs to an account already."""
    now, indexes = session.house.clock.now(), _indexes(session.house, identity)
    await addresses.alone_with(session, indexes)
    if (await session.exec(select(func.app_is_linked(array(indexes))))).one():
        raise Conflict("organisation.linked_elsewhere")
    link = OrganisationLink(
        id=new_id(),
        account_id=account_id,
        issuer=identity.issuer,
        subject_index=b"",
        linked_at=now,
        last_used_at=now,
    )
    _put_subject(session.house, link, identity)
    session.add(link)
    try:
        await session.flush()
    except IntegrityError:
        raise Conflict("organisation.linked_elsewhere") from None
    audit.record(session, visitor, "organisation.linked", subject_table="organisation_link", subject_id=link.id)


async def remove(session: DbSession, person: Person, *, link_id: UUID) -> UUID:
    """Take a link away: its id. NotFound if it is not theirs, Conflict if it is their only way in."""
    query = select(OrganisationLink).where(OrganisationLink.account_id == person.person_id)
    rows = {row.id: row for row in (await session.exec(query)).all()}
    if link_id not in rows:
        raise NotFound("organisation.gone")
    is_open = rows[link_id].issuer in ways_in.open_issuers(session.house)
    if is_open and await ways_in.is_only_one(session, person):
        raise Conflict("organisation.last_way_in")
    await session.delete(rows[link_id])
    audit.record(session, person, "organisation.unlinked", subject_table="organisation_link", subject_id=link_id)
    await notices.tell(session, person, account_id=person.person_id, event=notices.Event.ORGANISATION_REMOVED)
    return link_id


def name_of(house: House, issuer: str) -> str:
    """What people call the organisation; its host when it is no longer in the settings."""
    names = [one.name for one in house.providers.organisations.values() if one.issuer == issuer]
    return names[0] if names else urlsplit(issuer).hostname or issuer


def _put_subject(house: House, link: OrganisationLink, identity: Identity) -> None:
    """Links of an earlier release have no sealed subject: they get one when they are used."""
    if link.subject_sealed is None:
        link.subject_sealed = seal(
            house.keyring, _written(identity), table="organisation_link", column="subject_sealed", row_id=link.id
        )
    link.subject_index = _indexes(house, identity)[0]


def _indexes(house: House, identity: Identity) -> list[bytes]:
    return house.index_keys.indexes(_written(identity), table="organisation_link", column="subject")


def _written(identity: Identity) -> str:
    """An issuer has no space in it, so that no two identities are written alike."""
    return f"{identity.issuer} {identity.subject}"
