"""What an estimate comes to, in words: the answer, why it is so, and whether it can still change."""

from services.tax import Computed
from services.words import in_dollars, sentence


def answer_in_words(computed: Computed, *, for_staff: bool = False) -> tuple[str, str]:
    """The answer and its figure: ("You get back", "$566"). No figure where nothing comes back and nothing is owed.

    `for_staff` is to somebody who reads it of a customer: ("The customer gets back", "$566").
    """
    code = "refund" if computed.outcome > 0 else "owed" if computed.outcome else "even"
    return sentence(_told(code, for_staff)), in_dollars(abs(computed.outcome)) if computed.outcome else ""


def outcome_in_words(cents: int) -> str:
    """The same for a cell of a table, by the outcome alone: "You get back $566", "$0"."""
    if not cents:
        return in_dollars(0)
    return f"{sentence('result.refund' if cents > 0 else 'result.owed')} {in_dollars(abs(cents))}"


def announced(computed: Computed, *, for_staff: bool = False) -> str:
    """The answer as one sentence."""
    return f"{' '.join(answer_in_words(computed, for_staff=for_staff)).strip()}."


def why_in_words(computed: Computed, *, for_staff: bool = False) -> str:
    """What was paid, the tax, and what becomes of the difference."""
    credits_paid_out = computed.line("1040.32").amount
    paid = computed.line("1040.33").amount - credits_paid_out
    told = [("paid", paid) if paid else ("paid_nothing", 0)]
    told += [("credits", credits_paid_out)] if credits_paid_out else []
    told += [("tax", computed.line("1040.24").amount)]
    if computed.outcome > 0:
        told.append(("refund", 0))
    elif computed.outcome < 0:
        told.append(("owed" if paid or credits_paid_out else "owed_all", 0))
    return " ".join(sentence(_told(f"why.{code}", for_staff), amount=in_dollars(cents)) for code, cents in told)


def _told(code: str, for_staff: bool) -> str:
    return f"result.for_staff.{code}" if for_staff else f"result.{code}"
