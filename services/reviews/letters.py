"""Letters to everybody in a return at each step of its review: what happened, where to read it, and no figure."""

from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import func, select

from db.tables.reviews import Review
from db.values.reviews import ReviewStep
from services import mail
from services.accounts import addresses, enrolment
from services.house import DbSession
from services.staff import names
from services.visitor import Person
from services.words import sentence

SOON_AFTER = timedelta(minutes=30)
"""Notes and questions that follow each other within this need no letter each: the first one leads to all of them."""


async def tell(session: DbSession, person: Person, row: Review, step: ReviewStep) -> None:
    """Write about what their preparer has just done, while that person may still know their addresses."""
    called = await names.of(session, [person.person_id])
    what = sentence(f"review.letter.{step}", name=called[person.person_id])
    await _post(session, person, row, what, to=await _others(session, row))


async def confirm(session: DbSession, person: Person, row: Review, step: ReviewStep) -> None:
    """Write to a customer about what they have just done, and to who holds the return with them."""
    account = await enrolment.own_account(session, person)
    if not account.is_demo:
        await _post(session, person, row, sentence(f"review.letter.{step}"), to=[account.address])
    others = await _others(session, row)
    await _post(session, person, row, sentence(f"review.letter_to_other.{step}"), to=others)


async def _others(session: DbSession, row: Review) -> list[str]:
    """The addresses of everybody in the return but who acts. Nobody writes to demo accounts."""
    asked = func.app_contacts_in_review(row.id).table_valued("account_id", "email_sealed")
    found = await (await session.connection()).execute(select(asked.c.account_id, asked.c.email_sealed))
    return [addresses.opened(session.house, sealed, account_id=account_id) for account_id, sealed in found]


async def _post(session: DbSession, person: Person, row: Review, what: str, *, to: Iterable[str]) -> None:
    for address in to:
        await mail.post(session, person, to=address, template="review", values={"what": what, "year": row.tax_year})
