"""Letters to a customer about those whom they trust."""

from db.tables.customers.trust import TrustedAccess
from db.tables.people import Account
from services import mail
from services.accounts import addresses
from services.house import DbSession
from services.trust import rows
from services.visitor import Visitor
from services.words import moment


async def tell(session: DbSession, visitor: Visitor, row: TrustedAccess, *, template: str, what: str = "") -> None:
    """Write to the customer, who asks or is told by the task 'trust'. Nobody writes to demo accounts."""
    house, account = session.house, await session.get_one(Account, row.account_id)
    if account.is_demo:
        return
    values = {
        "who": rows.invited_of(house, row),
        "until": moment(row.expires_at),
        "when": moment(house.clock.now()),
        "what": what,
    }
    await mail.post(session, visitor, to=addresses.address_of(house, account), template=template, values=values)
