from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from services import words


def test_a_code_becomes_a_sentence() -> None:
    assert words.sentence("not_found").startswith("We can’t find this.")


def test_the_braces_of_a_sentence_are_filled_with_what_is_given() -> None:
    body = words.sentence("letter.account_exists.body", site="https://mbtq.example")
    assert "https://mbtq.example/sign-in" in body
    assert "{" not in body


def test_a_code_without_words_is_named_in_the_error() -> None:
    assert not words.known("no.such.code")
    with pytest.raises(KeyError, match=r"no\.such\.code"):
        words.sentence("no.such.code")


def test_a_value_that_was_forgotten_is_named_in_the_error() -> None:
    with pytest.raises(KeyError, match="site"):
        words.sentence("letter.account_exists.body")


def read_from(folder: Path, monkeypatch: pytest.MonkeyPatch, **files: str) -> dict[str, str]:
    for name, content in files.items():
        (folder / f"{name}.toml").write_text(content, encoding="utf-8")
    monkeypatch.setattr(words, "_CONTENT", folder)
    return words.sentences.__wrapped__()


def test_every_file_is_read_and_nested_tables_give_dotted_codes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = read_from(tmp_path, monkeypatch, a='[field]\nlong.much = "Too long."', b='"1040.11" = "Income."')
    assert found == {"field.long.much": "Too long.", "1040.11": "Income."}


def test_a_code_in_two_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="already a sentence for 'gone'"):
        read_from(tmp_path, monkeypatch, a='gone = "Gone."', b='gone = "Away."')


def test_words_that_are_not_text_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="not text"):
        read_from(tmp_path, monkeypatch, a="[field]\nlimit = 20")


@pytest.mark.parametrize(
    ("amount", "short", "in_a_column"),
    [
        ("0", "$0", "$0.00"),
        ("0.05", "$0.05", "$0.05"),
        ("1234", "$1,234", "$1,234.00"),
        ("1234.5", "$1,234.50", "$1,234.50"),
        ("1234567.89", "$1,234,567.89", "$1,234,567.89"),
        ("-12", "−$12", "−$12.00"),
        ("-0.00", "$0", "$0.00"),
    ],
)
def test_money_is_written_as_on_an_american_bill(amount: str, short: str, in_a_column: str) -> None:
    assert words.dollars(Decimal(amount)) == short
    assert words.dollars_and_cents(Decimal(amount)) == in_a_column
    assert words.in_dollars(int(Decimal(amount) * 100)) == short


@pytest.mark.parametrize(("cents", "said"), [(21_400, "+ $214"), (-2_050, "− $20.50"), (0, "$0")])
def test_a_change_of_an_amount_says_whether_it_went_up_or_down(cents: int, said: str) -> None:
    assert words.change_in_dollars(cents) == said


def test_a_fraction_of_a_cent_is_refused_rather_than_rounded() -> None:
    with pytest.raises(ValueError, match="whole cents"):
        words.dollars(Decimal("0.005"))


def test_a_date_is_written_out() -> None:
    assert words.long_date(date(2026, 4, 5)) == "April 5, 2026"
    assert words.long_date(date(2024, 12, 31)) == "December 31, 2024"


def test_a_moment_is_the_same_for_readers_everywhere() -> None:
    assert words.moment(datetime(2026, 4, 5, 9, 7, tzinfo=UTC)) == "April 5, 2026 at 09:07 UTC"
    assert words.day_of(datetime(2026, 4, 5, 9, 7, tzinfo=UTC)) == "April 5, 2026 (09:07 UTC)"
