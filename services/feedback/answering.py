"""What staff do about a message: write down what its video says, and close it with an answer."""

from uuid import UUID

from sqlalchemy.exc import IntegrityError

from db.tables.feedback import FeedbackAnswer
from db.types import new_id
from services import audit
from services.errors import Checks, Conflict, Invalid, NotFound
from services.feedback import letters
from services.feedback.reading import Answer, rows_of
from services.feedback.receiving import LONGEST_CHARACTERS
from services.feedback.sealed_words import opened, sealed
from services.house import DbSession
from services.sealing import seal
from services.seen import in_lines
from services.visitor import Person


class VersionChanged(Conflict):
    """A colleague has saved other words meanwhile: `now`."""

    def __init__(self, now: str) -> None:
        super().__init__("feedback.version_changed")
        self.now = now


async def write_version(session: DbSession, person: Person, words: str, *, feedback_id: UUID, seen: str | None) -> str:
    """Keep what the signed video says in written words, and give them back; empty words take it back.

    NotFound without a video; VersionChanged when other words stand there than the person has `seen`.
    """
    words = in_lines(words)
    _check_length(words, "text")
    _, video, _ = await rows_of(session, feedback_id)
    if video is None:
        raise NotFound
    table, column = "feedback_video", "written_version_sealed"
    now = opened(session.house, video.written_version_sealed, table=table, column=column, row_id=video.id)
    if now not in (seen, words):
        raise VersionChanged(now)
    video.written_version_sealed = sealed(session.house, words, table=table, column=column, row_id=video.id)
    audit.record(session, person, "feedback.write_version", subject_table="feedback_video", subject_id=video.id)
    return words


async def answer(session: DbSession, person: Person, done: str, letter: str, *, feedback_id: UUID) -> Answer:
    """Mark a message as done: what was done, and an e-mail to the person if `letter` has words.

    Invalid if nothing is said about what was done, or if there is no address to write to; Conflict if it is done.
    """
    done, letter = in_lines(done), in_lines(letter)
    checks = Checks()
    with checks.one():
        _check_length(done, "done")
        if not done:
            raise Invalid("done", "feedback.nothing_done")
    with checks.one():
        _check_length(letter, "letter")
    checks.all_done()
    row, _, before = await rows_of(session, feedback_id)
    if before is not None:
        raise Conflict("feedback.done_already")
    address = opened(session.house, row.address_sealed, table="feedback", column="address_sealed", row_id=row.id)
    if letter and not address:
        raise Invalid("letter", "feedback.no_address")
    session.add(_row(session, person, feedback_id, done, letter))
    try:
        await session.flush()
    except IntegrityError:  # two people answered at once, and the other one was faster
        raise Conflict("feedback.done_already") from None
    audit.record(session, person, "feedback.answer", subject_table="feedback", subject_id=feedback_id)
    if letter:
        await letters.reply(session, person, row, to=address, letter=letter)
    return Answer(done, letter, session.house.clock.now())


def _row(session: DbSession, person: Person, feedback_id: UUID, done: str, letter: str) -> FeedbackAnswer:
    house, row_id = session.house, new_id()
    return FeedbackAnswer(
        id=row_id,
        feedback_id=feedback_id,
        account_id=person.person_id,
        done_sealed=seal(house.keyring, done, table="feedback_answer", column="done_sealed", row_id=row_id),
        letter_sealed=sealed(house, letter, table="feedback_answer", column="letter_sealed", row_id=row_id),
        answered_at=house.clock.now(),
    )


def _check_length(text: str, field: str) -> None:
    if len(text) > LONGEST_CHARACTERS:
        raise Invalid(field, "feedback.too_long")
