"""Deleting the accounts whose 30 days are over, with everything that the list of tables says is theirs.

What leans on an account goes with it (cascade). The rest is deleted here: files, returns, and what knows the account by
its address only. Records of the audit trail stay: they hold ids and codes.
"""

from uuid import UUID

from sqlmodel import col, delete, select

from db.tables.feedback import Feedback
from db.tables.outside.mail import OutgoingMail
from db.tables.outside.partners import PartnerClient
from db.tables.people import Account
from db.tables.returns import ReturnMember, TaxReturn
from db.tables.ways_in.links import MailLink
from db.tables.ways_in.recovery import RecoveryRequest
from services import audit
from services.accounts import addresses
from services.documents import keeping
from services.house import DbSession, House
from services.privacy import messages
from services.visitor import System

KEEPER = System("account keeper")


async def delete_due_accounts(house: House) -> None:
    """Delete each account that is due. Stopped in the middle of one, the next time goes on with it."""
    await messages.recognise(house)
    async with house.transaction(KEEPER) as session:
        due = list(await session.exec(select(Account.id)))  # no others are shown to this task: db/security/privacy.sql
    for account_id in due:
        await keeping.delete_all_of(house, account_id)
        await messages.delete_videos(house, KEEPER, account_id)
        async with house.transaction(KEEPER) as session:
            await _delete(session, account_id)


async def _delete(session: DbSession, account_id: UUID) -> None:
    indexes = list(await session.exec(addresses.kept_of(account_id)))
    theirs = select(ReturnMember.return_id).where(ReturnMember.account_id == account_id)
    await session.exec(
        delete(TaxReturn).where(col(TaxReturn.id).in_(theirs))
    )  # a joint one stays: db/security/privacy.sql
    await session.exec(delete(OutgoingMail).where(col(OutgoingMail.to_index).in_(indexes)))
    await session.exec(delete(PartnerClient).where(col(PartnerClient.email_index).in_(indexes)))
    await session.exec(delete(Feedback).where(messages.of(account_id)))
    await session.exec(delete(MailLink).where(col(MailLink.email_index).in_(indexes)))
    await session.exec(delete(RecoveryRequest).where(col(RecoveryRequest.email_index).in_(indexes)))
    await session.exec(delete(Account).where(col(Account.id) == account_id))
    audit.record(session, KEEPER, "account.deleted", subject_table="account", subject_id=account_id)
