"""Letters to a customer at each step of their review. They say what happened and where to read it, and no figure."""

from db.tables.reviews import Review
from db.values.reviews import ReviewStep
from services import mail
from services.accounts import enrolment
from services.house import DbSession
from services.staff import names
from services.visitor import Person
from services.words import sentence


async def tell(session: DbSession, person: Person, row: Review, step: ReviewStep) -> None:
    """Write to the customer about what their preparer has just done, and may still know their address."""
    called = await names.of(session, [person.person_id])
    to = await names.contact_of(session, row.customer_id)
    await _post(session, person, row, step, to=to, name=called[person.person_id])


async def confirm(session: DbSession, person: Person, row: Review, step: ReviewStep) -> None:
    """Write to the customer about what they have just done themselves. Nobody writes to demo accounts."""
    account = await enrolment.own_account(session, person)
    if not account.is_demo:
        await _post(session, person, row, step, to=account.address, name="")


async def _post(session: DbSession, person: Person, row: Review, step: ReviewStep, *, to: str, name: str) -> None:
    values = {"what": sentence(f"review.letter.{step}", name=name), "year": row.tax_year}
    await mail.post(session, person, to=to, template="review", values=values)
