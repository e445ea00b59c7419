"""One line of JSON in, one line of JSON out: what the batch command does with each return."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson

from services.tax.engine import compute
from services.tax.limits import Refusal
from services.tax.method import Method
from services.tax.reading import parse_return
from services.tax.reading.faults import InvalidReturn
from services.tax.results import Computed
from services.tax.results.written import Words, explained, json_number


@dataclass(frozen=True, slots=True)
class Clerk:
    """Answers one return after the other. `sentence` and `line_words` find the words; nothing is kept in between."""

    sentence: Callable[[str], str]
    line_words: Callable[[str, int], Words]
    method: Method = Method.AS_FILED
    explain: bool = False

    def answer(self, line: bytes) -> bytes:
        """The result of the return on this line, or what is wrong with it."""
        try:
            data = orjson.loads(line)
        except orjson.JSONDecodeError:
            return _dumped({"id": None, "error": self._error("tax.input.json")})
        given_id = data.get("id") if isinstance(data, dict) else None
        try:
            computed = compute(parse_return(data), method=self.method)
        except InvalidReturn as invalid:
            return _dumped({"id": given_id, "error": self._faults(invalid)})
        if computed.unsupported:
            return _dumped({"id": given_id, "error": self._refusal(computed.unsupported)})
        return _dumped(self._result(computed))

    def _result(self, computed: Computed) -> dict[str, Any]:
        amounts = {"refund": computed.refund, "amount_owed": computed.amount_owed} | computed.expected()
        result = {"id": computed.given.id} | {name: json_number(amount) for name, amount in amounts.items()}
        if doubts := (*computed.missing, *computed.notes):
            result["notes"] = [self._error(code) for code in doubts]
        if self.explain:
            year = computed.given.tax_year
            result["lines"] = [explained(line, self.line_words(line.id, year)) for line in computed.lines]
        return result

    def _faults(self, invalid: InvalidReturn) -> dict[str, Any]:
        faults = [{"pointer": problem.pointer, **self._error(problem.code)} for problem in invalid.problems]
        return self._error("tax.input.return") | {"fields": faults}

    def _refusal(self, codes: tuple[Refusal, ...]) -> dict[str, Any]:
        return self._error("tax.unsupported.return") | {"reasons": [self._error(code) for code in codes]}

    def _error(self, code: str) -> dict[str, Any]:
        return {"code": str(code), "message": self.sentence(code)}


def _dumped(record: dict[str, Any]) -> bytes:
    return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)
