"""Messages to us that gave the address of an account: whose they are, and deleting them with it."""

from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, select

from db.tables.feedback import Feedback, FeedbackVideo
from services.accounts import addresses
from services.house import House
from services.sealing.index_columns import EVERY_INDEX_COLUMN
from services.sealing.reindexing import reindex
from services.visitor import System


def of(account_id: UUID) -> ColumnElement[bool]:
    """Messages with the address that this account has. Those without an address belong to nobody."""
    return col(Feedback.address_index).in_(addresses.kept_of(account_id))


def with_them(feedback_id: object, account_id: UUID) -> ColumnElement[bool]:
    """What belongs to such a message, by the column that names it."""
    return col(feedback_id).in_(select(Feedback.id).where(of(account_id)))


async def recognise(house: House) -> None:
    """Find the addresses in messages that the previous release took in."""
    [index] = [each for each in EVERY_INDEX_COLUMN if each.model is Feedback]
    await reindex(house, index, lambda _: None)


async def delete_videos(house: House, keeper: System, account_id: UUID) -> None:
    """Delete the files of such messages, so that none is left without a row that knows it."""
    async with house.transaction(keeper) as session:
        query = select(FeedbackVideo.id).where(with_them(FeedbackVideo.feedback_id, account_id))
        files = list(await session.exec(query))
    for file_id in files:
        await house.feedback_videos.delete(file_id)
