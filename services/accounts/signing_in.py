"""Signing in with an address and a password. A wrong address and a wrong password look the same and take as long."""

from services import audit
from services.accounts import addresses, enrolment, passwords, sessions
from services.errors import Invalid
from services.house import DbSession, House
from services.visitor import Person, Visitor


async def sign_in(house: House, visitor: Visitor, *, address: str, password: str) -> sessions.Opened[Person]:
    """Open a session for the account; Invalid('email') when the pair is not right. Hashing is outside transactions."""
    guest = enrolment.began_as(visitor)
    async with house.transaction(enrolment.DOOR) as session:
        account = await enrolment.account_at(session, addresses.checked(address))
    right = await passwords.matches(account.password_hash if account else None, password)
    async with house.transaction(enrolment.DOOR) as session:
        if account is None or not right:
            attacked = account.id if account else None
            audit.record(session, enrolment.DOOR, "sign_in.refused", subject_table="account", subject_id=attacked)
        else:
            opened = await sessions.open_for(session, account, instead_of=guest)
            await enrolment.adopt(session, guest, account)
            await _leave_the_other(session, visitor)
            audit.record(session, enrolment.DOOR, "sign_in.done", subject_table="account", subject_id=account.id)
            return opened
    raise Invalid("email", "sign_in.not_right")


async def sign_out(house: House, person: Person, *, everywhere: bool) -> None:
    """End this session, or every session of the person."""
    async with house.transaction(person) as session:
        if everywhere:
            await sessions.end_all(session, person)
        else:
            await sessions.end(session, person.session_id)
        act = "sign_out.everywhere" if everywhere else "sign_out.done"
        audit.record(session, person, act, subject_table="account", subject_id=person.person_id)


async def _leave_the_other(session: DbSession, visitor: Visitor) -> None:
    if isinstance(visitor, Person):
        await sessions.end(session, visitor.session_id)
