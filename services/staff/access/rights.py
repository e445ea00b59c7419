"""Whether an open page of staff may still be seen, and how it hears that this may have changed."""

from uuid import UUID

from services.accounts import sessions
from services.accounts.enrolment import DOOR
from services.house import DbSession, House
from services.policy.rule import Policy
from services.visitor import Person

CHANGED = b"changed"


def news_of(account_id: UUID) -> str:
    """The channel in `house.shared` on which open pages of somebody who works for us hear that their rights changed."""
    return f"rights {account_id}"


def tell(session: DbSession, account_id: UUID) -> None:
    """Tell these pages, once the change is kept."""
    session.tell(news_of(account_id), CHANGED)


async def still_let_in(house: House, person: Person, rule: Policy) -> bool:
    """Whether this rule lets them in now. True as well when their session has ended: that closes the page by itself."""
    async with house.transaction(DOOR) as session:
        now = await sessions.still_open(session, person.session_id, is_use=False)
    return not isinstance(now, Person) or rule.allows(now)
