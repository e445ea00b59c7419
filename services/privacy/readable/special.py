"""Columns that say more than their own value: what an id stands for, amounts, and how far something is."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from db.values.reviews import STEPS_OF_CUSTOMERS
from services.accounts.device_names import DeviceName, in_words
from services.privacy.collecting import Collected, Row
from services.privacy.readable import answers, who
from services.privacy.readable.markup import day, text, time
from services.privacy.readable.pair import Pair, Special, column, row_of
from services.words import in_dollars, long_date, sentence
from services.words.consents import consent_words
from services.words.lines import words_of_year


def _of(part: str, key: str, said: str, name: str) -> Special:
    """What the row of another part, which `key` names, says in the column `said`."""

    def pairs(row: Row, copy: Collected) -> Iterator[Pair]:
        found = row_of(copy, part, row[key])
        if found:
            yield column(name, str(found[said]))

    return pairs


def _device(row: Row, _: Collected) -> Iterator[Pair]:
    yield column("device", in_words(DeviceName(row["browser"], row["system"])))


def _device_of_session(row: Row, copy: Collected) -> Iterator[Pair]:
    found = row_of(copy, "browser_session", row["session_id"])
    yield from _device(found or {"browser": "", "system": ""}, copy)


def _review_state(row: Row, _: Collected) -> Iterator[Pair]:
    on = long_date((row["ended_at"] or row["changed_at"]).date())
    yield column("status", sentence(f"review.years.{row['state']}", day=on))


def _review_step(row: Row, _: Collected) -> Iterator[Pair]:
    customer = "your_data.you" if row["by_you"] else "review.other_member"
    said_by = sentence(customer if row["step"] in STEPS_OF_CUSTOMERS else "your_data.a_preparer")
    yield column("step", sentence(f"review.step.{row['step']}", who=said_by))


def _review_line(row: Row, copy: Collected) -> Iterator[Pair]:
    review = row_of(copy, "review", row["review_id"])
    if row["line"] and review:
        words = words_of_year(review["tax_year"]).get(row["line"])
        yield column("line", words.label if words else sentence("review.no_such_line"))


def _outcome(row: Row, _: Collected) -> Iterator[Pair]:
    if row["outcome"]:
        yield column("outcome", outcome_in_words(int(row["outcome"])))


def outcome_in_words(cents: int) -> str:
    """What comes out of a return, above zero a refund."""
    kind = "refund" if cents > 0 else "owed" if cents else "even"
    return sentence(f"your_data.outcome.{kind}", amount=in_dollars(abs(cents)))


def _purpose(row: Row, _: Collected) -> Iterator[Pair]:
    yield column("purpose", consent_words(row["purpose"], row["recipient"]).title)
    yield column("recipient", row["recipient"])


def _version(row: Row, _: Collected) -> Iterator[Pair]:
    yield Pair(sentence("your_data.column.version"), day(date.fromisoformat(row["version"])))


def _organisation(row: Row, _: Collected) -> Iterator[Pair]:
    yield column("issuer", urlsplit(row["issuer"]).hostname or row["issuer"])


def _code_used(row: Row, _: Collected) -> Iterator[Pair]:
    used = time(row["used_at"]) if row["used_at"] else text(sentence("trust.never_used"))
    yield Pair(sentence("your_data.column.used_at"), used)


SPECIAL: dict[tuple[str, str], Special] = {
    ("communication_profile", "answers"): answers.communication,
    ("needs_assessment", "answers"): answers.needs("answers"),
    ("partner_client", "registration"): answers.registration,
    ("partner_client", "needs"): answers.needs("needs"),
    ("joint_invitation", "return_id"): _of("estimates", "return_id", "tax_year", "tax_year"),
    ("document_page", "document_id"): _of("document", "document_id", "name", "document"),
    ("feedback_video", "feedback_id"): _of("feedback", "feedback_id", "reference", "of_message"),
    ("feedback_answer", "feedback_id"): _of("feedback", "feedback_id", "reference", "of_message"),
    ("recovery_request", "id"): _of("feedback", "id", "reference", "of_message"),
    ("browser_session", "browser"): _device,
    ("known_device", "session_id"): _device_of_session,
    ("organisation_link", "issuer"): _organisation,
    ("recovery_code", "used_at"): _code_used,
    ("trusted_access", "account_id"): who.direction,
    ("trusted_access", "rights"): who.rights,
    ("review", "state"): _review_state,
    ("review_event", "review_id"): _of("review", "review_id", "tax_year", "tax_year"),
    ("review_event", "step"): _review_step,
    ("review_event", "line"): _review_line,
    ("review_event", "outcome"): _outcome,
    ("consent", "purpose"): _purpose,
    ("consent", "version"): _version,
    ("audit_record", "actor_kind"): who.actor,
    ("audit_record", "act"): who.act,
    ("audit_record", "reason"): who.reason,
}
"""What says each of them, instead of the value as it is stored."""
