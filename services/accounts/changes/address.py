"""Changing the e-mail address: asked for by the person, and confirmed from the new address.

Whoever asks for an address that has an account reads the same words as everybody else; only that address is told.
"""

from datetime import timedelta

from sqlalchemy.exc import IntegrityError

from db.tables.people import Account, AddressChange
from services import audit, mail
from services.accounts import addresses, enrolment
from services.accounts.changes import wishes
from services.accounts.enrolment import DOOR
from services.errors import Conflict, Invalid
from services.house import House
from services.sealing import seal
from services.sharing import Limit
from services.tokens import hash_of, new_token
from services.visitor import Person
from services.words import moment

UNDONE_WITHIN = timedelta(days=7)
_A_DAY = Limit("address-change", 5, 24 * 3600)


async def ask(house: House, person: Person, *, address: str) -> None:
    """Write to the new address, whose link confirms it. Invalid('email') when it can't be that, or too often."""
    new = addresses.checked(address)
    async with house.transaction(person) as session:
        await enrolment.refuse_if_shared(session, person.person_id)
        if (await enrolment.own_account(session, person)).address == new:
            raise Invalid("email", "address.same")
    if not (await house.shared.hit(_A_DAY, f"account {person.person_id}")).allowed:
        raise Invalid("email", "address.too_often")
    async with house.transaction(DOOR) as session:
        token = await wishes.begin(session, person, new)
        if await enrolment.account_at(session, new):
            await mail.post(session, DOOR, to=new, template="address_taken")
        else:
            await mail.post(session, DOOR, to=new, template="address_confirm", values={"token": token})
        audit.record(session, DOOR, "address.asked", subject_table="account", subject_id=person.person_id)


async def to_confirm(house: House, *, token: str) -> str:
    """The new address that this link confirms. NotFound when it does not, or no longer."""
    async with house.transaction(DOOR) as session:
        return wishes.new_of(house, await wishes.found(session, token, confirmed=False))


async def confirm(house: House, *, token: str) -> None:
    """Change the address, and tell the old one. NotFound as above; Conflict when another account took it meanwhile."""
    try:
        async with house.transaction(DOOR) as session:
            change = await wishes.found(session, token, confirmed=False)
            account = await session.get_one(Account, change.account_id, with_for_update=True)
            old = addresses.address_of(house, account)
            await wishes.put(session, account, wishes.new_of(house, change))
            undo = _kept_for_undoing(house, change, old)
            audit.record(session, DOOR, "address.changed", subject_table="account", subject_id=account.id)
            if not account.is_demo:
                values = {"when": moment(house.clock.now()), "token": undo}
                await mail.post(session, DOOR, to=old, template="address_changed", values=values)
    except IntegrityError:
        raise Conflict("address.taken_meanwhile") from None


def _kept_for_undoing(house: House, change: AddressChange, old: str) -> str:
    token, now = new_token(), house.clock.now()
    change.old_sealed = seal(house.keyring, old, table="address_change", column="old_sealed", row_id=change.id)
    change.token_hash, change.confirmed_at, change.expires_at = hash_of(token), now, now + UNDONE_WITHIN
    return token
