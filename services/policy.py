"""Who may do what to which row, in sentences. Every action, page and endpoint asks here.

A policy says which kinds of visitor may begin an act at all. Which rows they reach is decided twice more: by the
query, which goes through the visitor's own memberships, and by row-level security (db/security.sql).
"""

from dataclasses import dataclass
from enum import StrEnum

from db.values import Role
from services.errors import NotAllowed
from services.visitor import Guest, Partner, Person, Visitor


class Standing(StrEnum):
    """What a visitor is, as far as policies are concerned."""

    NOBODY = "nobody"
    GUEST = "guest"
    CUSTOMER = "customer"
    PREPARER = "preparer"
    ADMINISTRATOR = "administrator"
    PARTNER = "partner"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Policy:
    """One act, the sentence that a lawyer reads, and who may begin it."""

    name: str
    sentence: str
    holders: frozenset[Standing]

    def allows(self, visitor: Visitor) -> bool:
        """Whether this visitor may begin the act."""
        return standing_of(visitor) in self.holders

    def require(self, visitor: Visitor) -> None:
        """Raise NotAllowed unless this visitor may begin the act."""
        if not self.allows(visitor):
            raise NotAllowed


def standing_of(visitor: Visitor) -> Standing:
    """The standing that policies judge a visitor by."""
    match visitor:
        case Person(role=role):
            return _STANDING_OF_ROLE[role]
        case Guest(session_id=None):
            return Standing.NOBODY
        case Guest():
            return Standing.GUEST
        case Partner():
            return Standing.PARTNER
        case _:
            return Standing.SYSTEM


_STANDING_OF_ROLE = {
    Role.CUSTOMER: Standing.CUSTOMER,
    Role.PREPARER: Standing.PREPARER,
    Role.ADMINISTRATOR: Standing.ADMINISTRATOR,
}
_WITH_ACCOUNT = frozenset({Standing.CUSTOMER, Standing.PREPARER, Standing.ADMINISTRATOR})
_STAFF = frozenset({Standing.PREPARER, Standing.ADMINISTRATOR})
_WITH_SESSION = _WITH_ACCOUNT | {Standing.GUEST}
_EVERYBODY = _WITH_SESSION | {Standing.NOBODY}

READ_PUBLIC_PAGES = Policy("public.read", "Everybody may read the public pages.", _EVERYBODY)
BEGIN_ESTIMATE = Policy("estimate.begin", "Everybody may begin a refund estimate of their own.", _EVERYBODY)
SEE_ESTIMATE = Policy(
    "estimate.see",
    "A guest or a person with an account may see an estimate that they are a member of.",
    _WITH_SESSION,
)
CHANGE_ESTIMATE = Policy(
    "estimate.change",
    "A guest or a person with an account may change an estimate that they are a member of.",
    _WITH_SESSION,
)
CHANGE_DISPLAY = Policy(
    "display.change",
    "Everybody may choose how they talk with us and how the screen looks, for themselves.",
    _EVERYBODY,
)
SIGN_UP = Policy(
    "account.make", "Somebody who is not signed in may make an account.", frozenset({Standing.NOBODY, Standing.GUEST})
)
SIGN_IN = Policy("account.sign_in", "Everybody may sign in to an account of their own.", _EVERYBODY)
SEE_ACCOUNT = Policy("account.see", "A person with an account may see their own account.", _WITH_ACCOUNT)
PROVE = Policy("account.prove", "A person with an account may show again that it is theirs.", _WITH_ACCOUNT)
CHANGE_SIGN_IN = Policy(
    "account.change_sign_in",
    "A person with an account may change how they sign in to it: their own password, address and second step.",
    _WITH_ACCOUNT,
)
ANSWER_LETTER = Policy(
    "letter.answer", "Whoever holds a link of a letter may do what that letter says, and nothing else.", _EVERYBODY
)
SIGN_OUT = Policy(
    "account.sign_out", "A guest or a person with an account may end one or all of their own sessions.", _WITH_SESSION
)
MANAGE_DEVICES = Policy(
    "account.devices",
    "A person with an account may see on which devices they are signed in, and sign any of them out.",
    _WITH_ACCOUNT,
)
MANAGE_ORGANISATIONS = Policy(
    "account.organisations",
    "A person with an account may see at which organisations they can sign in, and link and remove them.",
    _WITH_ACCOUNT,
)
MANAGE_PASSKEYS = Policy(
    "account.passkeys", "A person with an account may add, name and remove passkeys of their own.", _WITH_ACCOUNT
)
STAY_SIGNED_IN = Policy(
    "account.stay", "A person who is signed in may put off the end of their session for want of use.", _WITH_ACCOUNT
)
SEND_FEEDBACK = Policy("feedback.send", "Everybody may tell us something, in text or in a signed video.", _EVERYBODY)
SEE_FEEDBACK = Policy(
    "feedback.see", "A preparer or an administrator may see what people told us, and watch their videos.", _STAFF
)
ANSWER_FEEDBACK = Policy(
    "feedback.answer",
    "A preparer or an administrator may write down what a video says, and what was done about a message.",
    _STAFF,
)
MANAGE_KEYS = Policy(
    "partner.keys",
    "The house itself, told by a command, may make, list and revoke the keys of partners.",
    frozenset({Standing.SYSTEM}),
)
ESTIMATE_FOR_PARTNER = Policy(
    "partner.estimate",
    "A partner with a key may ask for the refund estimate of a return that they send.",
    frozenset({Standing.PARTNER}),
)
SEE_SYSTEM_HEALTH = Policy(
    "health.see",
    "An administrator may see how the service is. It shows nobody's data.",
    frozenset({Standing.ADMINISTRATOR}),
)
EVERY_POLICY = tuple(value for value in dict(globals()).values() if isinstance(value, Policy))
