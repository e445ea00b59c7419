"""Every code that a service raises has words. How easy they are to read is in tests/reading."""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

from services import errors, words
from services.accounts import passwords
from tests.architecture.sources import modules

ROOT = Path(__file__).parents[2]
KINDS = {name for name, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.HouseError)}


def raised(source: str) -> Iterator[tuple[int, ast.expr]]:
    """Where an expected failure is made, and the expression that gives its code."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            by_name = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            by_place = node.args[1:2] if name == "Invalid" else node.args[:1]
            if name in KINDS and (by_name or by_place):
                yield node.lineno, (by_name or by_place)[0]


def literals(code: ast.expr) -> list[str]:
    """The texts in an expression, without those that only look something up, as in `found["kind"]`."""
    keys = {id(node.slice) for node in ast.walk(code) if isinstance(node, ast.Subscript)}
    constants = (node for node in ast.walk(code) if isinstance(node, ast.Constant) and id(node) not in keys)
    return [node.value for node in constants if isinstance(node.value, str)]


def tables_of_codes(source: str) -> Iterator[ast.expr]:
    """The codes in tables like `_CODES = {"missing": "answer.missing"}`."""
    tables = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Assign))
    for table in tables:
        named = any(isinstance(target, ast.Name) and target.id.endswith("CODES") for target in table.targets)
        if named and isinstance(table.value, ast.Dict):
            yield from table.value.values


def codes_raised_by_services() -> set[str]:
    defaults = {errors.NotFound().code, errors.NotAllowed().code}
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "services").rglob("*.py")]
    written = [code for source in sources for _, code in raised(source)]
    looked_up = [code for source in sources for code in tables_of_codes(source)]
    return defaults | {text for code in written + looked_up for text in literals(code)}


def written_in(tree: ast.AST) -> Iterator[str]:
    """What may be a code, as patterns: each text, also as the beginning of one, and each f-string with its gaps.

    A text that is nothing but gaps and points, as in `f"{name}.{value}"`, says nothing about its code.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield rf"{re.escape(node.value)}(\.\w+)?"
        elif isinstance(node, ast.JoinedStr):
            fixed = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else "" for part in node.values]
            if re.search("[a-z]", "".join(fixed)):
                yield "".join(part or ".+" for part in fixed)


def test_every_code_that_a_service_raises_has_words() -> None:
    assert [code for code in sorted(codes_raised_by_services()) if not words.known(code)] == []


def test_the_words_of_an_error_need_no_values_because_an_error_carries_only_its_code() -> None:
    assert [code for code in sorted(codes_raised_by_services()) if "{" in words.sentences().get(code, "")] == []


def test_there_are_no_words_that_nothing_reads() -> None:
    written = {pattern for tree in modules().values() for pattern in written_in(tree)}
    # Each topic of the engine has a name for whoever lists lines by topic: tests/services/tax/test_graph.py holds it.
    read = re.compile("|".join({*written, r"tax\.topic\.\w+"}))
    assert [code for code in words.sentences() if not read.fullmatch(code)] == []


def test_the_search_for_what_is_read_sees_codes_and_their_parts() -> None:
    source = 'sentence("a.b")\nknown(f"{words}.hint")\nasked("theme")\nsentence(f"{name}.{value}")'
    read = re.compile("|".join(written_in(ast.parse(source))))
    codes = ("a.b", "question.wages.hint", "theme.dark", "a", "question.wages.where", "motion.reduced")
    assert [code for code in codes if read.fullmatch(code)] == ["a.b", "question.wages.hint", "theme.dark"]


def test_the_words_about_passwords_say_the_limits_that_are_checked() -> None:
    assert f" {passwords.FEWEST_CHARACTERS} characters" in words.sentence("password.too_short")
    for code, fewest in (
        ("second_step.password_too_short", passwords.FEWEST_CHARACTERS),
        ("password.too_short_with_second_step", passwords.FEWEST_WITH_SECOND_STEP),
        ("password.choose_beside_second_step", passwords.FEWEST_WITH_SECOND_STEP),
    ):
        assert f" {fewest} characters" in words.sentence(code)
    assert f" {passwords.MOST_CHARACTERS} characters" in words.sentence("password.too_long")


def test_the_search_for_codes_sees_both_ways_to_write_one() -> None:
    source = 'raise Invalid("email", "email.taken")\nraise errors.Conflict(code="row.stale")\nraise NotFound'
    assert [literals(code) for _, code in raised(source)] == [["email.taken"], ["row.stale"]]


def test_the_search_for_codes_sees_those_in_a_table() -> None:
    source = '_CODES = {"missing": "answer.missing"}\nraise Invalid(path, _CODES.get(found["type"], "answer.odd"))'
    assert [literals(code) for code in tables_of_codes(source)] == [["answer.missing"]]
    assert [literals(code) for _, code in raised(source)] == [["answer.odd"]]


def test_a_code_is_written_out_where_it_is_raised() -> None:
    hidden = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in (ROOT / "services").rglob("*.py")
        for line, code in raised(path.read_text(encoding="utf-8"))
        if not literals(code)
    ]
    assert hidden == [], "a code in a variable can't be checked for words"
