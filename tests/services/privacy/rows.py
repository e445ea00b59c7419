"""Rows as services would write them, one or two for each table that comes into a copy."""

from datetime import date, timedelta
from uuid import UUID

from sqlmodel import SQLModel

from db.tables.customers.intake import CommunicationProfile, InterpreterStep, NeedsAssessment
from db.tables.customers.privacy import Consent, LegalHold
from db.tables.customers.profiles import CustomerProfile
from db.tables.customers.trust import TrustedAccess
from db.tables.documents import Document, DocumentPage
from db.tables.feedback import Feedback, FeedbackAnswer, FeedbackVideo
from db.tables.outside.partners import PartnerClient
from db.tables.people import AddressChange, BrowserSession, KnownDevice
from db.tables.returns import JointInvitation
from db.tables.reviews import ReviewEvent
from db.tables.staff import Assignment, EmergencyAccess
from db.tables.ways_in.organisations import OrganisationLink
from db.tables.ways_in.recovery import RecoveryRequest
from db.tables.ways_in.second_steps import Authenticator, RecoveryCode
from db.types import new_id
from services.accounts import addresses
from services.house import House
from services.sealing import seal
from tests.services.reviews.reviewing import Asked


class Rows:
    """Rows as services would write them, sealed for their places."""

    def __init__(self, house: House, maria: Asked, staff: UUID, other: UUID) -> None:
        self._house, self._maria, self._me = house, maria, maria.maria.person_id
        self._staff, self._other, self._now = staff, other, house.clock.now()
        self._later, self._index = self._now + timedelta(days=7), addresses.index_of(house, maria.address)

    def _sealed(self, text: str, row_id: UUID, table: str, column: str) -> bytes:
        return seal(self._house.keyring, text, table=table, column=f"{column}_sealed", row_id=row_id)

    def _row(self, model: type[SQLModel], texts: dict[str, str], **values: object) -> SQLModel:
        row_id = values.setdefault("id", new_id())
        assert isinstance(row_id, UUID)
        table = str(model.__tablename__)
        sealed = {f"{name}_sealed": self._sealed(text, row_id, table, name) for name, text in texts.items()}
        return model(**{**values, **sealed})

    def ways_in(self) -> list[SQLModel]:
        """Sessions, devices, and all else by which she gets in."""
        mine, now, later = {"account_id": self._me}, self._now, self._later
        times = {"created_at": now, "expires_at": later, "last_seen_at": now}
        named = {"browser": "Firefox", "system": "Windows", "token_hash": new_id().bytes}
        device = self._row(BrowserSession, {}, **mine, **times, **named)
        known = self._row(
            KnownDevice, {}, **mine, token_hash=new_id().bytes, session_id=_id_of(device), expires_at=later
        )
        link = {"issuer": "https://id.example/realms/mbtq_users", "subject_index": new_id().bytes}
        return [
            device,
            known,
            self._row(Authenticator, {"secret": "x"}, **mine, created_at=now, confirmed_at=now),
            self._row(RecoveryCode, {}, **mine, salt=b"s", code_hash=b"h"),
            self._row(RecoveryCode, {}, **mine, salt=b"s", code_hash=b"i", used_at=now),
            self._row(OrganisationLink, {"subject": "a_b_c"}, **mine, **link, linked_at=now, last_used_at=now),
            self._row(
                AddressChange, {"new": "new@people.example"}, **mine, token_hash=new_id().bytes, expires_at=later
            ),
        ]

    def told(self) -> list[SQLModel]:
        """What she told us, and papers that she sent."""
        mine, now, at = {"account_id": self._me}, self._now, {"changed_at": self._now}
        document = {"category": "form_1099", "size_bytes": 2000, "arrived_at": now, "kind": "pdf"}
        paper = self._row(Document, {"name": "My W-2.pdf"}, **mine, **document, status="checked", tax_year=2025)
        refused = self._row(Document, {"name": "x.exe"}, **mine, **document, status="refused", refusal="too_many_pages")
        page = {"document_id": _id_of(paper), "number": 1, "width": 1, "height": 1, "size_bytes": 1}
        message = {
            "reference": new_id().hex[-8:].upper(),
            "about": "sign_in",
            "page_path": "/contact",
            "talk": "Text_Only",
        }
        words = {"message": "I can’t get in.", "address": self._maria.address}
        told = self._row(Feedback, words, **message, address_index=self._index, received_at=now)
        of_it = {"feedback_id": _id_of(told)}
        video = {"kind": "mp4", "size_bytes": 3000, "status": "refused", **of_it}
        needs = '{"hearing_aids": "self", "history": "Two", "programs": ["Vocational_Rehab"], "interests": []}'
        partner = {
            "partner": "Deaf Center",
            "email_index": self._index,
            "token_hash": new_id().bytes,
            "created_at": now,
        }
        registered = f'{{"full_name": "M", "email": "{self._maria.address}", "communication_preference": "Text_Only"}}'
        return [
            self._row(CustomerProfile, {"name": "Maria"}, id=self._me, residence="NY", **at),
            self._row(CommunicationProfile, {"answers": '{"language": "ase", "mode": "close_vision"}'}, **mine, **at),
            self._row(InterpreterStep, {}, **mine, status="Not_Required", taken_at=now),
            self._row(NeedsAssessment, {"answers": needs}, **mine, **at),
            self._row(PartnerClient, {"registration": registered, "needs": needs}, **partner, expires_at=self._later),
            paper,
            refused,
            self._row(DocumentPage, {"text": "Wages\n31200"}, **page),
            told,
            self._row(FeedbackVideo, {"written_version": "I can’t get in."}, **video),
            self._row(FeedbackAnswer, {"done": "x", "letter": "You can now."}, **of_it, answered_at=now),
            self._row(
                RecoveryRequest,
                {},
                id=of_it["feedback_id"],
                email_index=self._index,
                **mine,
                state="waiting",
                until=self._later,
            ),
        ]

    def with_our_team(self) -> list[SQLModel]:
        """What our team did for her."""
        hers, now = {"customer_id": self._me, "staff_id": self._staff}, self._now
        event = {"review_id": self._maria.review_id, "actor_id": self._staff, "happened_at": now}
        return [
            self._row(Assignment, {}, **hers, role="insurance_agent", begun_at=now),
            self._row(EmergencyAccess, {"reason": "x"}, **hers, begun_at=now, expires_at=self._later),
            self._row(ReviewEvent, {"text": "Look here.", "line": "1040.34"}, **event, step="note"),
            self._row(ReviewEvent, {"outcome": "56500"}, **event, step="handed_back", revision=3, law="2025-3f0c"),
            self._row(LegalHold, {"reason": "x"}, account_id=self._me, placed_at=now),
        ]

    def allowed(self) -> list[SQLModel]:
        """Whom she trusts, who trusts her, and what she allowed."""
        now, later = self._now, self._later
        asked_of = {"signed": "Maria", "invited": "sam@people.example"}
        trust = {"invited_index": b"i", "invited_at": now, "expires_at": later, "accepted_at": now}
        over = {"ended_at": now, "ended_by": "customer"}
        consent = {"purpose": "insurance", "recipient": "", "version": "2026-11-29", "signed_on": date(2026, 2, 3)}
        until = {"given_at": now, "ends_at": later}
        joint = {
            "return_id": self._maria.return_id,
            "invited_index": b"j",
            "token_hash": new_id().bytes,
            "expires_at": later,
        }
        mine, other = {"account_id": self._me, "trusted_id": self._other}, {"account_id": self._other}
        return [
            self._row(TrustedAccess, asked_of, **mine, **trust, helper="family_or_friend", rights=["estimates.see"]),
            self._row(
                TrustedAccess,
                asked_of,
                **other,
                trusted_id=self._me,
                **trust,
                **over,
                helper="other",
                rights=["documents.add"],
            ),
            self._row(
                Consent,
                {"words": "I read\nthis.", "signed": "Maria"},
                account_id=self._me,
                session_id=self._maria.maria.session_id,
                **consent,
                **until,
            ),
            self._row(JointInvitation, asked_of, account_id=self._me, **joint, invited_at=now),
        ]


def _id_of(row: SQLModel) -> UUID:
    found = row.model_dump()["id"]
    assert isinstance(found, UUID)
    return found
