"""A partner registers a client, and says what they need. Nothing here looks whether the address has an account."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from db.tables.outside.partners import PartnerClient
from db.types import new_id
from db.values.intake import InterpreterStatus
from services import audit, mail, policy
from services.accounts import addresses
from services.errors import NotFound
from services.house import DbSession
from services.intake.answers import Needs
from services.intake.from_partners.registration import Assessment, Registration
from services.intake.recommending import Recommendation, recommendations
from services.sealing import seal
from services.tokens import hash_of, new_token
from services.visitor import Partner

KEPT_FOR = timedelta(days=30)
"""So long the link in the letter is good. What nobody took over by then is deleted."""


@dataclass(frozen=True, slots=True)
class Registered:
    """The client's id, and the code of the sentence that says what comes next."""

    client_id: UUID
    next_step: str


async def register(session: DbSession, partner: Partner, registration: Registration) -> Registered:
    """Keep the registration and write to the client. The same partner and address again: the same id, and no letter."""
    policy.partners.REGISTER_CLIENTS.require(partner)
    house, name = session.house, await _name_of(session)
    indexes = addresses.indexes_of(house, registration.email)
    await addresses.alone_with(session, indexes)
    query = select(PartnerClient).where(PartnerClient.partner == name, col(PartnerClient.email_index).in_(indexes))
    client = (await session.exec(query)).first()
    if client is None:
        client = await _begin(session, partner, name, indexes[0], registration)
    client.registration_sealed = _sealed(session, client, "registration_sealed", registration.model_dump_json())
    session.add(client)
    await session.flush()
    needed = registration.wish is InterpreterStatus.PENDING
    return Registered(client.id, "intake.partner.next.interpreter" if needed else "intake.partner.next.assessment")


async def assess(session: DbSession, partner: Partner, assessment: Assessment) -> tuple[Recommendation, ...]:
    """What follows from a needs assessment, which is kept for its client. NotFound if they are not the partner's."""
    policy.partners.REGISTER_CLIENTS.require(partner)
    needs = needs_in(assessment)
    if assessment.client_id is not None:
        query = select(PartnerClient).where(
            PartnerClient.id == assessment.client_id, PartnerClient.partner == await _name_of(session)
        )
        client = (await session.exec(query.with_for_update())).first()
        if client is None or client.expires_at <= session.house.clock.now():
            raise NotFound
        client.needs_sealed = _sealed(session, client, "needs_sealed", needs.model_dump_json(exclude_none=True))
    return recommendations(needs, now=session.house.clock.now())


def needs_in(assessment: Assessment) -> Needs:
    """The same as the answers of a person."""
    programs, interests = assessment.benefit_program_eligibility, assessment.tax_deductions_focus
    return Needs(
        history=assessment.hearing_aid_claims_history,
        programs=None if programs is None else tuple(dict.fromkeys(programs)),
        interests=None if interests is None else tuple(dict.fromkeys(interests)),
    )


async def _begin(
    session: DbSession, partner: Partner, name: str, index: bytes, registration: Registration
) -> PartnerClient:
    token, now = new_token(), session.house.clock.now()
    client = PartnerClient(
        id=new_id(),
        partner=name,
        email_index=index,
        registration_sealed=b"",
        token_hash=hash_of(token),
        created_at=now,
        expires_at=now + KEPT_FOR,
    )
    audit.record(session, partner, "partner_client.made", subject_table="partner_client", subject_id=client.id)
    values = {"partner": name, "token": token}
    await mail.post(session, partner, to=registration.email, template="partner_client", values=values)
    return client


async def _name_of(session: DbSession) -> str:
    """The partner that asks. NotFound when its key has ended meanwhile."""
    name: str | None = (await session.exec(select(func.app_partner()))).one()
    if name is None:
        raise NotFound
    return name


def _sealed(session: DbSession, client: PartnerClient, column: str, content: str) -> bytes:
    return seal(session.house.keyring, content, table="partner_client", column=column, row_id=client.id)
