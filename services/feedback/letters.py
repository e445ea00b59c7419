"""The three letters about feedback. The one to staff tells nothing but that there is some, and where."""

from db.tables.feedback import Feedback
from services import mail, words
from services.house import DbSession
from services.visitor import Visitor


async def tell_staff(session: DbSession, visitor: Visitor, feedback: Feedback) -> None:
    """Tell the support address that something new is to be read."""
    values = {"reference": feedback.reference, "feedback_id": feedback.id}
    to = session.house.settings.support_email
    await mail.post(session, visitor, to=to, template="feedback_notice", values=values)


async def confirm(session: DbSession, visitor: Visitor, feedback: Feedback, *, to: str) -> None:
    """Tell the person that we have it, and how to name it. Nothing of what they wrote: the address may be wrong."""
    values = {"reference": feedback.reference, "about": words.sentence(f"feedback.about.{feedback.about}.label")}
    await mail.post(session, visitor, to=to, template="feedback_received", values=values)


async def reply(session: DbSession, visitor: Visitor, feedback: Feedback, *, to: str, letter: str) -> None:
    """Send the person what staff wrote to them."""
    values = {"reference": feedback.reference, "letter": letter}
    await mail.post(session, visitor, to=to, template="feedback_answer", values=values)
