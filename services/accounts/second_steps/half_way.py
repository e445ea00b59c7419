"""Half-way in: one factor of an account is shown, and the second step is owed.

Until it is done, the browser holds a guest's session and nothing more: whoever steals its token reaches what the guest
began, and no account. What the guest began stays theirs, and comes along once they are in.
"""

from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, delete, select

from db.tables.people import Account, BrowserSession
from db.tables.ways_in.second_steps import OwedStep
from db.values.accounts import WayIn
from services import audit
from services.accounts import enrolment, notices, sessions, throttling
from services.accounts.device_names import DeviceName
from services.accounts.second_steps import authenticator, recovery
from services.accounts.second_steps.having import SecondSteps, second_steps_of
from services.errors import Invalid
from services.house import DbSession, House
from services.sharing import Limit
from services.visitor import Guest, Person

OWED_FOR = timedelta(minutes=10)
_TOLD = Limit("letter of wrong codes", 1, 3600)


class Step(StrEnum):
    """What somebody may show as the second step."""

    APP = "app"
    RECOVERY = "recovery"


async def begin(session: DbSession, account: Account, *, guest: Guest, way: WayIn) -> sessions.Opened[Guest]:
    """Open a guest's session that owes the step, or keep the guest's own under a new token. For System('accounts')."""
    opened = await sessions.open_for_guest(session, instead_of=guest)
    expires_at = session.house.clock.now() + OWED_FOR
    owed = {"account_id": account.id, "way": way, "expires_at": expires_at}
    row = insert(OwedStep).values(session_id=opened.visitor.session_id, **owed)
    await session.exec(row.on_conflict_do_update(index_elements=["session_id"], set_=owed))
    return replace(opened, owes_step=True)


async def forget_all(session: DbSession, account_id: UUID) -> None:
    """Whoever is half-way in to this account begins again. Run as System('accounts')."""
    await session.exec(delete(OwedStep).where(col(OwedStep.account_id) == account_id))


async def owed_by(house: House, visitor: Person | Guest) -> SecondSteps | None:
    """By what this browser can do the step that it owes now; None when it owes none."""
    async with house.transaction(enrolment.DOOR) as session:
        owed = await _owed(session, visitor)
        return await second_steps_of(session, owed.account_id) if owed else None


async def finish(
    house: House, visitor: Person | Guest, *, step: Step, code: str, place: str
) -> sessions.Opened[Person]:
    """Do the step, and open the session of the account; what was begun as a guest comes along.

    Invalid('code') when the code is not right, or must not be tried yet; Invalid('email') when no step is owed now.
    """
    async with house.transaction(enrolment.DOOR) as session:
        owed = await _owed(session, visitor)
    if owed is None:
        raise Invalid("email", "second_step.begin_again")
    counts = throttling.counts_of_second_step(owed.account_id, place)
    async with throttling.counted_unless_done(house, counts, field="code") as turn:
        try:
            async with house.transaction(enrolment.DOOR) as session:
                await _accept(session, owed.account_id, step, code)
                return await _let_in(session, owed)
        except Invalid:
            await _refused(house, owed, is_one_of_many=turn.wait_seconds > 0)
            raise


async def _refused(house: House, owed: OwedStep, *, is_one_of_many: bool) -> None:
    """Put it on record. Of several wrong codes the owner is told: somebody has shown the first factor already.

    OWASP ASVS 5.0, 6.3.5. Once an hour is enough.
    """
    tells = is_one_of_many and (await house.shared.hit(_TOLD, str(owed.account_id))).allowed
    async with house.transaction(enrolment.DOOR) as session:
        audit.record(
            session, enrolment.DOOR, "second_step.refused", subject_table="account", subject_id=owed.account_id
        )
        if tells:
            row = await session.get_one(BrowserSession, owed.session_id)
            device, event = DeviceName(row.browser, row.system), notices.Event.WRONG_CODES
            await notices.tell(session, enrolment.DOOR, account_id=owed.account_id, event=event, device=device)


async def _accept(session: DbSession, account_id: UUID, step: Step, code: str) -> None:
    accept = authenticator.accept if step is Step.APP else recovery.accept
    await accept(session, account_id, code=code)
    audit.record(session, enrolment.DOOR, f"second_step.{step}", subject_table="account", subject_id=account_id)


async def _let_in(session: DbSession, owed: OwedStep) -> sessions.Opened[Person]:
    """Of two who finish at once, one does: the step is owed once."""
    paid = delete(OwedStep).where(col(OwedStep.session_id) == owed.session_id)
    if not (await session.exec(paid.returning(col(OwedStep.account_id)))).first():
        raise Invalid("email", "second_step.begin_again")
    account, guest = await session.get_one(Account, owed.account_id), Guest(owed.session_id)
    opened = await sessions.open_for(session, account, instead_of=guest, two_factors=True)
    await enrolment.adopt(session, guest, account)
    audit.record(session, enrolment.DOOR, f"sign_in.{owed.way}", subject_table="account", subject_id=account.id)
    return opened


async def _owed(session: DbSession, visitor: Person | Guest) -> OwedStep | None:
    query = (
        select(OwedStep)
        .join(BrowserSession)
        .where(
            OwedStep.session_id == visitor.session_id,
            col(OwedStep.expires_at) > session.house.clock.now(),
            *sessions.open_now(session),
        )
    )
    return (await session.exec(query)).first()
