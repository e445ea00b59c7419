"""A form that is sent twice, by a second press or after the browser's way back, is one message."""

from uuid import UUID, uuid5

from sqlmodel import select

from db.tables.feedback import Feedback
from db.types import new_id
from services.feedback.sent import Sent
from services.house import DbSession

_FORMS = UUID("6e1f2c5a-8b39-4c83-9b0e-5d6f0f3a7c41")


def id_of(sent: Sent, *, video_bytes: int) -> UUID:
    """The id of the message: the same for the same words on the same form, so that the table holds them once.

    Whoever changes the words before they send the form again sends another message. Nobody can guess an id, because
    nobody knows the form. Without a form each message is a new one.
    """
    if not sent.form:
        return new_id()
    words = (sent.form, sent.about, sent.message, sent.email, sent.page, str(video_bytes))
    return uuid5(_FORMS, "\0".join(words))


async def received_before(session: DbSession, sent: Sent, *, video_bytes: int) -> UUID | None:
    """The message that this form has sent already, if it has. Waits for one that is being taken in. Run as DESK."""
    if not sent.form:
        return None
    asked = id_of(sent, video_bytes=video_bytes)
    await session.one_at_a_time(f"feedback {asked}")
    return (await session.exec(select(Feedback.id).where(Feedback.id == asked))).first()
