"""Signing in with an address and a password. A wrong address and a wrong password look the same and take as long."""

from typing import NoReturn
from uuid import UUID

from db.tables.people import Account
from db.values.accounts import WayIn
from services import audit
from services.accounts import addresses, enrolment, known_devices, passwords, sessions, throttling
from services.accounts.second_steps import half_way
from services.accounts.second_steps.having import second_steps_of
from services.errors import Invalid
from services.house import DbSession, House
from services.sharing import Turn
from services.visitor import Guest, Person, Visitor


async def sign_in(
    house: House, visitor: Visitor, *, address: str, password: str, place: str
) -> sessions.Opened[Person | Guest]:
    """Let in who knows the password; Invalid('email') when the pair is not right, or must not be tried yet.

    `place` is where the try comes from. Hashing is outside transactions.
    """
    checked = addresses.checked(address)
    counts = throttling.counts_of(addresses.index_of(house, checked), place)
    async with throttling.counted_unless_done(house, counts) as turn:
        async with house.transaction(enrolment.DOOR) as session:
            account = await enrolment.account_at(session, checked)
        right = await passwords.matches(account.password_hash if account else None, password)
        if account is None or not right:
            await _refuse(house, account, turn)
    return await let_in(house, visitor, account, way=WayIn.PASSWORD)


async def _refuse(house: House, account: Account | None, turn: Turn) -> NoReturn:
    attacked = account.id if account else None
    async with house.transaction(enrolment.DOOR) as session:
        for act in ("sign_in.refused", *(["sign_in.slowed"] if turn.wait_seconds else [])):
            audit.record(session, enrolment.DOOR, act, subject_table="account", subject_id=attacked)
    raise throttling.refusal(turn) if turn.wait_seconds else Invalid("email", "sign_in.not_right")


async def let_in(house: House, visitor: Visitor, account: Account, *, way: WayIn) -> sessions.Opened[Person | Guest]:
    """Open a session for somebody who has shown that the account is theirs; what they began as a guest comes along.

    Where the account has a second step, they are a guest who owes it, unless they came by a passkey.
    """
    guest = enrolment.began_as(visitor)
    async with house.transaction(enrolment.DOOR) as session:
        await sessions.refuse_who_leaves(session, account)  # before anybody is asked for a second step
        await _leave_the_other(session, visitor)
        if way is not WayIn.PASSKEY and (await second_steps_of(session, account.id)).are_asked_for:
            audit.record(session, enrolment.DOOR, "sign_in.half_way", subject_table="account", subject_id=account.id)
            return await half_way.begin(session, account, guest=guest, way=way)
        opened = await sessions.open_for(session, account, instead_of=guest, two_factors=way is WayIn.PASSKEY)
        await enrolment.adopt(session, guest, account)
        audit.record(session, enrolment.DOOR, f"sign_in.{way}", subject_table="account", subject_id=account.id)
        return opened


async def sign_out(house: House, visitor: Person | Guest, *, everywhere: bool) -> None:
    """End this session, or every session of the person. A copy of its token is worth nothing then."""
    if isinstance(visitor, Guest):
        await _forget(house, visitor.session_id)
        return
    async with house.transaction(visitor) as session:
        if everywhere:
            await sessions.end_all(session, visitor)
            await known_devices.forget_others(session, visitor)
        else:
            await sessions.end(session, visitor.session_id)
        act = "sign_out.everywhere" if everywhere else "sign_out.done"
        audit.record(session, visitor, act, subject_table="account", subject_id=visitor.person_id)


async def _forget(house: House, guests: UUID | None) -> None:
    """Row-level security lets no guest change their own session: the door does it for them."""
    if guests is not None:
        async with house.transaction(enrolment.DOOR) as session:
            await sessions.end(session, guests)
            audit.record(session, enrolment.DOOR, "sign_out.guest", subject_table="browser_session", subject_id=guests)


async def _leave_the_other(session: DbSession, visitor: Visitor) -> None:
    if isinstance(visitor, Person):
        await sessions.end(session, visitor.session_id, ending=sessions.News.REPLACED)
