"""Every table of the house, and how its rows come into the copy that a person takes of their data.

A new table is added here: tests/services/privacy/test_registry.py fails until it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, LargeBinary, or_
from sqlmodel import SQLModel, col, select

from db.tables.audit import AuditCheck, AuditRecord, AuditSeal, AuditSealed
from db.tables.customers.intake import CommunicationProfile, InterpreterStep, NeedsAssessment
from db.tables.customers.privacy import AccountDeletion, Consent, LegalHold
from db.tables.customers.profiles import CustomerProfile, NameWord
from db.tables.customers.trust import TrustedAccess
from db.tables.documents import Document, DocumentPage, DocumentUpload
from db.tables.feedback import Feedback, FeedbackAnswer, FeedbackVideo
from db.tables.genuine import GenuineCode
from db.tables.outside.mail import OutgoingMail
from db.tables.outside.partners import PartnerClient, PartnerKey
from db.tables.outside.providers import ProviderAnswer
from db.tables.people import Account, AddressChange, BrowserSession, FormAttempt, KnownDevice, Preference
from db.tables.returns import FiledReturn, JointInvitation, ReturnChange, ReturnMember, TaxReturn
from db.tables.reviews import Review, ReviewEvent
from db.tables.staff import Assignment, EmergencyAccess, RoleGrant, StaffMember
from db.tables.ways_in.links import MailLink
from db.tables.ways_in.organisations import OrganisationLink, OrganisationStep
from db.tables.ways_in.passkeys import Passkey, PasskeyChallenge
from db.tables.ways_in.recovery import RecoveryRequest, RecoveryVerdict
from db.tables.ways_in.second_steps import Authenticator, OwedStep, RecoveryCode
from services.accounts import addresses
from services.privacy import messages

Theirs = Callable[[UUID], ColumnElement[bool]]
"""Which rows are about the person with this account. Row-level security asks besides."""
Besides = Mapping[str, Callable[[Any, UUID], bool]]
"""A name for each answer that a row gives to the person with this account."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A table whose rows are copied column by column, but for those `without`: secrets, and other people's ids.

    Of columns of bytes only sealed ones are copied, opened; all others are hashes, keys or seals. `besides` is what
    such an id means to the person of the copy.
    """

    model: type[SQLModel]
    theirs: Theirs
    without: tuple[str, ...] = ()
    besides: Besides = field(default_factory=dict)

    @property
    def name(self) -> str:
        """As the database calls it."""
        return str(self.model.__tablename__)

    def said_to(self, row: object, account_id: UUID) -> dict[str, bool]:
        """What the row means to the person with this account."""
        return {name: tells(row, account_id) for name, tells in self.besides.items()}

    @property
    def columns(self) -> tuple[str, ...]:
        """What is copied, in the order of the table."""
        every = SQLModel.metadata.tables[self.name].columns
        return tuple(
            each.name
            for each in every
            if each.name not in self.without
            and (each.name.endswith("_sealed") or not isinstance(each.type, LargeBinary))
        )


@dataclass(frozen=True, slots=True)
class ToldOtherwise:
    """A table that `part` of the copy tells in words of its own: services/privacy has a module for it."""

    model: type[SQLModel]
    part: str


@dataclass(frozen=True, slots=True)
class NotCopied:
    """A table that no copy has rows of; content/en says why, under `your_data.not_copied`."""

    model: type[SQLModel]


def _by(column: object) -> Theirs:
    return lambda account_id: col(column) == account_id


EVERY_TABLE: tuple[Copied | ToldOtherwise | NotCopied, ...] = (
    Copied(Account, _by(Account.id), ("password_hash", "password_needs_second_step", "role", "email_index_others")),
    Copied(Preference, _by(Preference.account_id)),
    Copied(CustomerProfile, _by(CustomerProfile.id)),
    Copied(CommunicationProfile, _by(CommunicationProfile.account_id)),
    Copied(
        InterpreterStep,
        _by(InterpreterStep.account_id),
        ("decided_by",),
        {"by_us": lambda row, _: row.decided_by is not None},
    ),
    Copied(NeedsAssessment, _by(NeedsAssessment.account_id)),
    Copied(
        PartnerClient,
        lambda account_id: col(PartnerClient.email_index).in_(addresses.kept_of(account_id)),
    ),
    ToldOtherwise(TaxReturn, "estimates"),
    ToldOtherwise(ReturnMember, "estimates"),
    ToldOtherwise(ReturnChange, "estimates"),
    ToldOtherwise(FiledReturn, "estimates"),
    Copied(JointInvitation, _by(JointInvitation.account_id)),
    Copied(Document, _by(Document.account_id), ("sent_by",)),
    Copied(
        DocumentPage,
        lambda account_id: col(DocumentPage.document_id).in_(
            select(Document.id).where(Document.account_id == account_id)
        ),
        ("width", "height", "size_bytes"),
    ),
    ToldOtherwise(OutgoingMail, "letters"),
    Copied(Feedback, messages.of),
    Copied(FeedbackVideo, partial(messages.with_them, FeedbackVideo.feedback_id)),
    Copied(FeedbackAnswer, partial(messages.with_them, FeedbackAnswer.feedback_id), ("account_id", "done_sealed")),
    Copied(BrowserSession, _by(BrowserSession.account_id)),
    Copied(KnownDevice, _by(KnownDevice.account_id)),
    Copied(Passkey, _by(Passkey.account_id), ("sign_count", "transports")),
    Copied(Authenticator, _by(Authenticator.account_id), ("secret_sealed", "last_step")),
    Copied(RecoveryCode, _by(RecoveryCode.account_id)),
    Copied(OrganisationLink, _by(OrganisationLink.account_id)),
    Copied(AddressChange, _by(AddressChange.account_id)),
    Copied(RecoveryRequest, _by(RecoveryRequest.account_id)),
    Copied(
        TrustedAccess,
        lambda account_id: or_(
            col(TrustedAccess.account_id) == account_id, col(TrustedAccess.trusted_id) == account_id
        ),
        ("trusted_id",),
    ),
    Copied(Assignment, _by(Assignment.customer_id), ("staff_id", "begun_by", "ended_by")),
    Copied(Review, _by(Review.customer_id), ("preparer_id", "assignment_id", "code_sealed", "code_ends_at")),
    Copied(
        ReviewEvent,
        lambda account_id: col(ReviewEvent.review_id).in_(select(Review.id).where(Review.customer_id == account_id)),
        ("actor_id",),
        {"by_you": lambda row, account_id: row.actor_id == account_id},
    ),
    Copied(EmergencyAccess, _by(EmergencyAccess.customer_id), ("staff_id", "reason_sealed", "reviewed_by")),
    Copied(Consent, _by(Consent.account_id)),
    Copied(LegalHold, _by(LegalHold.account_id), ("reason_sealed",)),
    Copied(StaffMember, _by(StaffMember.id)),
    Copied(RoleGrant, _by(RoleGrant.account_id), ("granted_by", "confirmed_by", "ended_by")),
    Copied(
        AuditRecord,
        _by(AuditRecord.about_account_id),
        ("actor_id",),
        {"by_you": lambda row, account_id: row.actor_id == str(account_id)},
    ),
    *(NotCopied(model) for model in (AuditSeal, AuditSealed, AuditCheck, PartnerKey, ProviderAnswer)),
    *(NotCopied(model) for model in (RecoveryVerdict, AccountDeletion, NameWord, GenuineCode)),
    *(
        NotCopied(model)
        for model in (MailLink, FormAttempt, DocumentUpload, OrganisationStep, PasskeyChallenge, OwedStep)
    ),
)
