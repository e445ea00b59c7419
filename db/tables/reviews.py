"""Reviews of returns by tax preparers, and every step that was taken in them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from db.types import instant, new_id

_OPEN = text("ended_at is null")


class Review(SQLModel, table=True):
    """A customer has asked a preparer to check one of their returns. A return has one open review at most.

    `state` is of db.values.reviews.ReviewState, since `changed_at`. It is held by `preparer_id` while that person is
    assigned to the customer; `assignment_id` is set where taking the review began that. `looked_revision` is the one of
    the answers that this preparer said last to have looked at, and when; until then it is the one that they took. An
    earlier release wrote `code_sealed` and `code_ends_at`; now db.tables.genuine has the codes, and a later one drops
    them.
    """

    __tablename__ = "review"
    __table_args__ = (
        Index("ix_review_open", "return_id", unique=True, postgresql_where=_OPEN),
        Index("ix_review_waiting", "asked_at", postgresql_where=_OPEN),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    return_id: UUID = Field(foreign_key="tax_return.id", index=True, ondelete="CASCADE")
    customer_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    tax_year: int
    state: str
    asked_at: datetime = instant()
    changed_at: datetime = instant()
    ended_at: datetime | None = instant(default=None)
    preparer_id: UUID | None = Field(default=None, foreign_key="account.id", index=True, ondelete="SET NULL")
    assignment_id: UUID | None = Field(default=None, foreign_key="assignment.id", ondelete="SET NULL")
    looked_revision: int | None = None
    looked_at: datetime | None = instant(default=None)
    code_sealed: bytes | None = None
    code_ends_at: datetime | None = instant(default=None)


class ReviewEvent(SQLModel, table=True):
    """One step (db.values.reviews.ReviewStep), who took it and when. Rows are added and never changed.

    `text_sealed` is what was written, `line_sealed` the id of the line of the return that it is about. An approval
    says of which `revision` of the answers it is, by which edition of the `law`, and with which outcome in cents. Who
    takes a review finds this `revision`.
    """

    __tablename__ = "review_event"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    review_id: UUID = Field(foreign_key="review.id", index=True, ondelete="CASCADE")
    step: str
    actor_id: UUID | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    happened_at: datetime = instant()
    text_sealed: bytes | None = None
    line_sealed: bytes | None = None
    revision: int | None = None
    law: str | None = None
    outcome_sealed: bytes | None = None
