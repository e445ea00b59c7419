"""Findings as JSON with their words. Amounts are dollars with two decimals, as text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from services.finder.effects import Effect
from services.finder.finding import Finding, Findings
from services.finder.reading.faults import InvalidCase
from services.finder.reasons import Reason
from services.finder.rules import Source
from services.finder.suggesting import Suggestion
from services.tax import dollars as plain_dollars


@dataclass(frozen=True, slots=True)
class Reporter:
    """Puts findings into words: `sentence` and `dollars` are those of services.words."""

    sentence: Callable[..., str]
    dollars: Callable[[Decimal], str]

    def report(self, findings: Findings) -> dict[str, Any]:
        """Each cost, all of them together, and what would help."""
        return {
            "findings": [self._finding(one) for one in findings.findings],
            "total": self._effect(findings.total),
            "suggestions": [self._suggestion(one) for one in findings.suggestions],
            "unsupported": [self._said(Reason(code)) for code in findings.unsupported],
            "to_check": [self._said(Reason(code)) for code in findings.to_check],
        }

    def error(self, invalid: InvalidCase) -> dict[str, Any]:
        """Every field that can't be used, with a JSON pointer."""
        fields = [{"pointer": problem.pointer, **self._said(Reason(problem.code))} for problem in invalid.problems]
        return {"error": self._said(Reason("finder.input.case")) | {"fields": fields}}

    def _finding(self, finding: Finding) -> dict[str, Any]:
        verdict = finding.verdict
        return {
            "expense": verdict.expense.as_json(),
            "place": verdict.place,
            "place_in_words": self.sentence(f"finder.place.{verdict.place}"),
            "counted": plain_dollars(verdict.counted),
            "why": self._all_said(verdict.why),
            "sources": [self._source(source) for source in verdict.sources],
            **self._effect(finding.effect),
        }

    def _effect(self, effect: Effect) -> dict[str, Any]:
        amount = None if effect.amount is None else plain_dollars(effect.amount)
        return {"changes_refund_by": amount, "because": self._all_said(effect.why)}

    def _suggestion(self, suggestion: Suggestion) -> dict[str, Any]:
        gain = {"gain": plain_dollars(suggestion.gain), "assuming": self._all_said(suggestion.assuming)}
        return self._said(suggestion.what) | gain | {"sources": [self._source(suggestion.source)]}

    def _source(self, source: Source) -> dict[str, Any]:
        return {"source": source.text, "confirmed": self.sentence(f"finder.confirmed.{source.confirmed}")}

    def _all_said(self, reasons: Iterable[Reason]) -> list[dict[str, Any]]:
        return [self._said(reason) for reason in reasons]

    def _said(self, reason: Reason) -> dict[str, Any]:
        return {"code": str(reason.code), "message": reason.in_words(self.sentence, self.dollars)}
