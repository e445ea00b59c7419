"""What a policy is, and what a visitor is as far as policies are concerned."""

from dataclasses import dataclass
from enum import StrEnum

from db.values.people import Role
from services.errors import NotAllowed
from services.visitor import Guest, Partner, Person, System, Visitor


class Standing(StrEnum):
    """What a visitor without an account is, as far as policies are concerned. All others are judged by their roles."""

    NOBODY = "nobody"
    GUEST = "guest"
    PARTNER = "partner"
    SYSTEM = "system"


Holder = Standing | Role
"""By what a visitor may be among those who hold a policy."""

WITH_ACCOUNT = frozenset({Role.CUSTOMER})
"""Staff among them, for what is their own."""
WITH_SESSION = WITH_ACCOUNT | {Standing.GUEST}
EVERYBODY = WITH_SESSION | {Standing.NOBODY}

ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})
OVERSEEING = ADMINISTRATOR | {Role.AUDITOR}
ANSWERING = frozenset({Role.SUPPORT_AGENT, Role.PREPARER, Role.ADMINISTRATOR})
IN_AN_EMERGENCY = frozenset({Role.SUPPORT_AGENT, Role.PREPARER, Role.ADMINISTRATOR})
ASSIGNED = frozenset({Role.INTERPRETER, Role.SUPPORT_AGENT, Role.PREPARER, Role.INSURANCE_AGENT})


@dataclass(frozen=True, slots=True)
class Policy:
    """One act, the sentence that a lawyer reads, and who may begin it."""

    name: str
    sentence: str
    holders: frozenset[Holder]

    def allows(self, visitor: Visitor) -> bool:
        """Whether this visitor may begin the act."""
        return not self.holders.isdisjoint(standings_of(visitor))

    def require(self, visitor: Visitor) -> None:
        """Raise NotAllowed unless this visitor may begin the act."""
        if not self.allows(visitor):
            raise NotAllowed


def standings_of(visitor: Visitor) -> tuple[Holder, ...]:
    """Everything that policies judge a visitor by: who works for us is a customer as well, for what is their own."""
    match visitor:
        case Person(roles=roles):
            return *(each for each in Role if each in roles), Role.CUSTOMER
        case Guest(session_id=None):
            return (Standing.NOBODY,)
        case Guest():
            return (Standing.GUEST,)
        case Partner():
            return (Standing.PARTNER,)
        case System():
            return (Standing.SYSTEM,)


def standing_of(visitor: Visitor) -> Holder:
    """The one word for a visitor in the journal: the first of their standings."""
    return standings_of(visitor)[0]
