"""Every sealed column: which table and row it is bound to, and what is in it.

A seal names its table, its column and the id of its row. Files are sealed apart, in chunks (services/storage).
"""

from dataclasses import dataclass

from sqlmodel import SQLModel

from db.tables.customers.intake import CommunicationProfile, NeedsAssessment
from db.tables.customers.privacy import Consent, LegalHold
from db.tables.customers.profiles import CustomerProfile, NameWord
from db.tables.customers.trust import TrustedAccess
from db.tables.documents import Document, DocumentPage, DocumentUpload
from db.tables.feedback import Feedback, FeedbackAnswer, FeedbackVideo
from db.tables.genuine import GenuineCode
from db.tables.outside.mail import OutgoingMail
from db.tables.outside.partners import PartnerClient
from db.tables.people import Account, AddressChange, FormAttempt
from db.tables.returns import FiledReturn, JointInvitation, ReturnChange, TaxReturn
from db.tables.reviews import Review, ReviewEvent
from db.tables.staff import EmergencyAccess, StaffMember
from db.tables.ways_in.links import MailLink
from db.tables.ways_in.organisations import OrganisationLink, OrganisationStep
from db.tables.ways_in.passkeys import Passkey
from db.tables.ways_in.recovery import RecoveryVerdict
from db.tables.ways_in.second_steps import Authenticator


@dataclass(frozen=True, slots=True)
class SealedTable:
    """A table with the names of its sealed columns, each with what it holds, for whoever reviews what is sealed.

    `files` is the part of the House that has a sealed file for each row, of the same id.
    """

    model: type[SQLModel]
    holds: dict[str, str]
    files: str = ""

    @property
    def name(self) -> str:
        """As the database calls it, and as its seals do."""
        return str(self.model.__tablename__)


EVERY_SEALED_TABLE = (
    SealedTable(Account, {"email_sealed": "the e-mail address of a person"}),
    SealedTable(
        AddressChange,
        {"new_sealed": "the address that somebody wants", "old_sealed": "the address that they had before"},
    ),
    SealedTable(Authenticator, {"secret_sealed": "what an authenticator app counts with"}),  # nosec B105  # words
    SealedTable(
        CommunicationProfile,
        {"answers_sealed": "how somebody signs, and their own number for relayed or captioned calls"},
    ),
    SealedTable(
        Consent, {"words_sealed": "what somebody read and signed", "signed_sealed": "the name that they typed under it"}
    ),
    SealedTable(CustomerProfile, {"name_sealed": "the name of a person"}),
    SealedTable(Document, {"name_sealed": "what a document of a customer is called"}, files="documents"),
    SealedTable(DocumentPage, {"text_sealed": "the text on a page of a document"}, files="document_pages"),
    SealedTable(DocumentUpload, {"file_sealed": "the name of a file on its way, and the hash of its beginning"}),
    SealedTable(EmergencyAccess, {"reason_sealed": "why somebody had to see a customer at once"}),
    SealedTable(
        Feedback,
        {"message_sealed": "what somebody told us", "address_sealed": "the address at which they want an answer"},
    ),
    SealedTable(
        FeedbackAnswer,
        {"done_sealed": "what was done about a message", "letter_sealed": "what we wrote to the person"},
    ),
    SealedTable(FeedbackVideo, {"written_version_sealed": "what a signed video says"}, files="feedback_videos"),
    SealedTable(GenuineCode, {"code_sealed": "the code by which a customer knows one of us, for some minutes"}),
    SealedTable(FormAttempt, {"content_sealed": "what was typed into a form that came back"}),
    SealedTable(MailLink, {"email_sealed": "the address to which a link was sent"}),
    SealedTable(NameWord, {"word_sealed": "one word of a name"}),
    SealedTable(NeedsAssessment, {"answers_sealed": "what somebody told us of hearing aids, programs and costs"}),
    SealedTable(OrganisationLink, {"subject_sealed": "who somebody is at an organisation"}),
    SealedTable(OrganisationStep, {"content_sealed": "where somebody is on their way through an organisation"}),
    SealedTable(OutgoingMail, {"message_sealed": "a whole letter"}),
    SealedTable(LegalHold, {"reason_sealed": "why the law makes us keep an account"}),
    SealedTable(
        PartnerClient,
        {
            "registration_sealed": "the name and address of somebody, as a partner told us",
            "needs_sealed": "what a partner told us of hearing aids, programs and costs",
        },
    ),
    SealedTable(Passkey, {"name_sealed": "what a person calls their passkey"}),
    SealedTable(RecoveryVerdict, {"compared_sealed": "what staff compared before they gave an account back"}),
    SealedTable(
        ReturnChange,
        {"change_sealed": "an answer of a return before and after a change"},
    ),
    SealedTable(Review, {"code_sealed": "what an earlier release showed customer and preparer for a few minutes"}),
    SealedTable(
        ReviewEvent,
        {
            "text_sealed": "what a customer and a preparer wrote to each other",
            "line_sealed": "the line of the return that it is about",
            "outcome_sealed": "the refund or the amount owed that was approved",
        },
    ),
    SealedTable(FiledReturn, {"snapshot_sealed": "a return as it was filed: answers, lines, and why it was amended"}),
    SealedTable(
        JointInvitation,
        {"invited_sealed": "the address of a spouse", "signed_sealed": "the name by which a member signed"},
    ),
    SealedTable(StaffMember, {"name_sealed": "what somebody who works for us is called"}),
    SealedTable(TaxReturn, {"answers_sealed": "all answers of a return: amounts, ages, costs for hearing"}),
    SealedTable(
        TrustedAccess,
        {"invited_sealed": "the address of a trusted person", "signed_sealed": "the name by which a customer signed"},
    ),
)
