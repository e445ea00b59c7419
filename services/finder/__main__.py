"""The command: one case as JSON in, findings with words as JSON out. Needs no database and no network."""

import argparse
import sys
from datetime import UTC, date, datetime

import orjson

from services import words
from services.finder.finding import find
from services.finder.reading import parse_case
from services.finder.reading.faults import InvalidCase
from services.finder.report import Reporter
from services.tax import Method

_ABOUT = """Say where each cost of a Deaf or hard-of-hearing person belongs on a tax return, and what it changes.

Reads one case as JSON and writes the findings as JSON. services/finder/README.md describes both."""
_EXAMPLE = "example: python -m services.finder < case.json > findings.json"
NOT_USABLE = 1


def main(arguments: list[str] | None = None) -> int:
    """Run the command and give its exit code: 0 done, 1 the case can't be used, 2 wrong use."""
    asked = _arguments().parse_args(arguments)
    reporter = Reporter(words.sentence, words.dollars)
    try:
        case = parse_case(orjson.loads(sys.stdin.buffer.read()))
    except orjson.JSONDecodeError:
        sys.stderr.write(f"finder: {words.sentence('finder.input.json')}\n")
        return NOT_USABLE
    except InvalidCase as invalid:
        _write(reporter.error(invalid))
        return NOT_USABLE
    findings = find(case.return_, case.expenses, method=asked.method, today=asked.today, household=case.household)
    _write(reporter.report(findings))
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "python -m services.finder", description=_ABOUT, epilog=_EXAMPLE, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "--method",
        type=Method,
        choices=tuple(Method),
        default=Method.AS_FILED,
        help="as_filed: rounded as the forms (default)\nexact: to the cent, by the formulas of the law",
    )
    parser.add_argument(
        "--today",
        type=date.fromisoformat,
        default=datetime.now(tz=UTC).date(),
        help="the day that decides what can still be chosen, like 2025-11-30 (default: today)",
    )
    return parser


def _write(answer: dict[str, object]) -> None:
    sys.stdout.buffer.write(orjson.dumps(answer, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


if __name__ == "__main__":
    sys.exit(main())
