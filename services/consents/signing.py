"""Signing a consent: the person types their name and the day themselves (Rev. Proc. 2013-14, section 6.02)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from db.tables.customers.privacy import Consent as ConsentRow
from db.types import new_id
from services import audit, policy
from services.consents.asked import Asked
from services.errors import Conflict, Invalid
from services.house import DbSession
from services.sealing import seal
from services.seen import in_one_line
from services.visitor import Person
from services.words import month_number

LONGEST_NAME = 100
_A_NAME = re.compile(r"[^\W\d_].*[^\W\d_].*", re.DOTALL)
_ABOUT_TODAY = timedelta(days=1)
"""The house counts in UTC, and the person by their calendar: both can be a day apart."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What stands under a consent: the version that was read, a name, and the day as month, day and year."""

    version: str
    name: str
    month: str
    day: str
    year: str

    def problems(self, today: date) -> list[Invalid]:
        """Everything that has to be mended, in the order of the form."""
        return list(self._problems(today))

    def _problems(self, today: date) -> Iterator[Invalid]:
        if not _A_NAME.fullmatch(in_one_line(self.name)) or len(in_one_line(self.name)) > LONGEST_NAME:
            yield Invalid("name", "consent.no_name")
        on = self.signed_on
        if on is None or abs(on - today) > _ABOUT_TODAY:
            yield Invalid("signed_on", "consent.not_today")

    @property
    def signed_on(self) -> date | None:
        """The day that they wrote, if there is such a day."""
        try:
            return date(int(self.year), month_number(self.month) or int(self.month), int(self.day))
        except (ValueError, OverflowError):
            return None


async def sign(session: DbSession, person: Person, asked: Asked, signature: Signature) -> None:
    """Give the consent from now on, for one year. Conflict when the words have changed since they were read."""
    policy.privacy.GIVE_CONSENT.require(person)
    now, words = session.house.clock.now(), asked.words
    if signature.version != words.version:
        raise Conflict("consent.words_changed")
    signed_on = signature.signed_on
    if (problems := signature.problems(now.date())) or signed_on is None:
        raise problems[0]
    name, row_id = in_one_line(signature.name), new_id()
    row = ConsentRow(
        id=row_id,
        account_id=person.person_id,
        session_id=person.session_id,
        purpose=asked.purpose,
        recipient=asked.recipient,
        version=words.version,
        words_sealed=_sealed(session, words.as_signed(name), "words_sealed", row_id),
        signed_sealed=_sealed(session, name, "signed_sealed", row_id),
        signed_on=signed_on,
        given_at=now,
        ends_at=_a_year_after(now),
    )
    session.add(row)
    audit.record(session, person, "consent.given", subject_table="consent", subject_id=row_id)


def _sealed(session: DbSession, text: str, column: str, row_id: UUID) -> bytes:
    return seal(session.house.keyring, text, table="consent", column=column, row_id=row_id)


def _a_year_after(now: datetime) -> datetime:
    try:
        return now.replace(year=now.year + 1)
    except ValueError:  # February 29
        return now.replace(year=now.year + 1, day=28)
