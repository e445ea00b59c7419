"""What an estimate comes to, in words: the answer, why it is so, and whether it can still change."""

from decimal import Decimal

from services.tax import Computed
from services.words import dollars, sentence


def answer_in_words(computed: Computed) -> tuple[str, str]:
    """The answer and its figure: ("You get back", "$566"). No figure where nothing comes back and nothing is owed."""
    words = sentence("result.refund" if computed.outcome > 0 else "result.owed" if computed.outcome else "result.even")
    return words, in_dollars(abs(computed.outcome)) if computed.outcome else ""


def outcome_in_words(cents: int) -> str:
    """The same for a cell of a table, by the outcome alone: "You get back $566", "$0"."""
    if not cents:
        return in_dollars(0)
    return f"{sentence('result.refund' if cents > 0 else 'result.owed')} {in_dollars(abs(cents))}"


def announced(computed: Computed) -> str:
    """The answer as one sentence."""
    words, figure = answer_in_words(computed)
    return f"{words} {figure}." if figure else f"{words}."


def why_in_words(computed: Computed) -> str:
    """What was paid, the tax, and what becomes of the difference."""
    credits_paid_out = computed.line("1040.32").amount
    paid = computed.line("1040.33").amount - credits_paid_out
    told = [_with("result.why.paid", paid) if paid else sentence("result.why.paid_nothing")]
    told += [_with("result.why.credits", credits_paid_out)] if credits_paid_out else []
    told += [_with("result.why.tax", computed.line("1040.24").amount)]
    if computed.outcome > 0:
        told.append(sentence("result.why.refund"))
    elif computed.outcome < 0:
        told.append(sentence("result.why.owed" if paid or credits_paid_out else "result.why.owed_all"))
    return " ".join(told)


def in_dollars(cents: int) -> str:
    """An amount as people write it."""
    return dollars(Decimal(cents) / 100)


def _with(code: str, cents: int) -> str:
    return sentence(code, **{code.rpartition(".")[2]: in_dollars(cents)})
