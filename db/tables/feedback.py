"""What people tell us, the videos in which they sign it, and what became of it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from db.types import instant, new_id
from db.values.feedback import VideoStatus


class Feedback(SQLModel, table=True):
    """One message to us. The reference is what the person can name; message and address are sealed.

    `address_index` is the keyed hash of the address, as an account has it; empty for a message of nobody we know.
    """

    __tablename__ = "feedback"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    reference: str = Field(unique=True)
    about: str
    page_path: str
    talk: str
    message_sealed: bytes | None = None
    address_sealed: bytes | None = None
    address_index: bytes | None = Field(default=None, index=True)
    received_at: datetime = instant(index=True)


class FeedbackVideo(SQLModel, table=True):
    """The signed video of a message. Its bytes are the sealed file of the same id; the written version is sealed.

    A refused one has no file any more.
    """

    __tablename__ = "feedback_video"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    feedback_id: UUID = Field(foreign_key="feedback.id", unique=True, ondelete="CASCADE")
    kind: str
    size_bytes: int
    status: str = Field(
        default=VideoStatus.WAITING, index=True, sa_column_kwargs={"server_default": VideoStatus.WAITING.value}
    )
    written_version_sealed: bytes | None = None


class FeedbackAnswer(SQLModel, table=True):
    """A message is done: who did what about it, and what they wrote to the person. Both are sealed."""

    __tablename__ = "feedback_answer"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    feedback_id: UUID = Field(foreign_key="feedback.id", unique=True, ondelete="CASCADE")
    account_id: UUID | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    done_sealed: bytes
    letter_sealed: bytes | None = None
    answered_at: datetime = instant()
