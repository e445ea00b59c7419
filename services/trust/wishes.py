"""What a customer wants when they invite somebody: checked field by field, so that everything can be mended at once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from db.values.trust import Helper, Right
from services.accounts import addresses
from services.errors import Invalid
from services.seen import in_one_line

LASTS = {"1": timedelta(days=1), "7": timedelta(days=7), "30": timedelta(days=30), "90": timedelta(days=90)}
"""How long it can be, in days. Longer needs another invitation."""
_LONGEST_NAME = 60
_NAME = re.compile(
    r"[^\W\d_]+(([.,]? |['’-])[^\W\d_]+)*\.?"
)  # words alone: a letter to a stranger holds no link of theirs
_DOCUMENTS = {"none": (), "see": (Right.SEE_DOCUMENTS,), "add": (Right.SEE_DOCUMENTS, Right.ADD_DOCUMENTS)}
_RIGHTS = {"none": (), "see": (Right.SEE_ESTIMATES,), "change": (Right.SEE_ESTIMATES, Right.CHANGE_ESTIMATES)}


@dataclass(frozen=True, slots=True)
class Wish:
    """Whom to invite, as it was typed into the form.

    `estimates` is none, see or change, `documents` none, see or add, and `talk` on or empty.
    """

    email: str = ""
    signed: str = ""
    helper: str = ""
    estimates: str = ""
    talk: str = ""
    days: str = ""
    documents: str = ""

    @property
    def rights(self) -> tuple[Right, ...]:
        """What the person may see or do."""
        return rights_of(self.estimates, talk=bool(self.talk), documents=self.documents)


def problems_in(wish: Wish) -> list[Invalid]:
    """Everything that has to be mended, in the order of the form."""
    return list(_problems(wish))


def rights_of(estimates: str, *, talk: bool, documents: str) -> tuple[Right, ...]:
    """Rights from the questions about them. Who may change an estimate may see it; who may add documents sees them."""
    return (*_RIGHTS.get(estimates, ()), *((Right.SEE_TALK,) if talk else ()), *_DOCUMENTS.get(documents, ()))


def estimates_in(rights: Iterable[Right]) -> str:
    """The answer to the question about estimates: none, see or change."""
    given = set(rights)
    return "change" if Right.CHANGE_ESTIMATES in given else "see" if Right.SEE_ESTIMATES in given else "none"


def documents_in(rights: Iterable[Right]) -> str:
    """The answer to the question about documents: none, see or add."""
    given = set(rights)
    return "add" if Right.ADD_DOCUMENTS in given else "see" if Right.SEE_DOCUMENTS in given else "none"


def who_problems(email: str, signed: str) -> list[Invalid]:
    """What has to be mended in the address of who is invited, and in the name of who invites."""
    found = []
    try:
        addresses.checked(email)
    except Invalid:
        found.append(Invalid("email", "email.not_an_address" if email.strip() else "trust.no_address"))
    if not _NAME.fullmatch(in_one_line(signed)) or len(in_one_line(signed)) > _LONGEST_NAME:
        found.append(Invalid("signed", "trust.no_name"))
    return found


def _problems(wish: Wish) -> Iterable[Invalid]:
    yield from who_problems(wish.email, wish.signed)
    if wish.helper not in set(Helper):
        yield Invalid("helper", "trust.no_helper")
    if not wish.rights:
        yield Invalid("estimates", "trust.no_right")
    if wish.days not in LASTS:
        yield Invalid("days", "trust.no_days")
