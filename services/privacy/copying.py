"""Taking a copy: it is written down, and told by letter, in the same transaction in which everything is read."""

from services import audit, policy
from services.accounts import notices
from services.house import House
from services.privacy.collecting import Collected, everything_about
from services.visitor import Person


async def take_copy(house: House, person: Person) -> Collected:
    """Everything about this person. Whoever calls has asked for a proof of the last minutes."""
    policy.privacy.TAKE_DATA.require(person)
    async with house.transaction(person) as session:
        collected = await everything_about(session, person)
        audit.record(session, person, "data.copied", subject_table="account", subject_id=person.person_id)
        await notices.tell(session, person, account_id=person.person_id, event=notices.Event.DATA_COPIED)
    return collected
