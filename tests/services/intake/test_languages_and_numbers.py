"""Tags of sign languages and numbers for calls are taken as people and programs write them, and kept in one form."""

import pytest

from services.errors import Invalid
from services.intake import calling, languages
from services.words import known

TAGS = [tag for tags in languages.groups().values() for tag in tags]


@pytest.mark.parametrize(
    ("written", "tag"),
    [("ase", "ase"), ("ASE ", "ase"), ("sgn-ase", "ase"), ("sgn-US", "ase"), ("sgn-GB", "bfi"), ("sgn", "sgn")],
)
def test_a_tag_is_kept_in_its_preferred_form(written: str, tag: str) -> None:
    assert languages.read(written) == tag


@pytest.mark.parametrize("written", ["lsf", "lse", "isl", "asl", "", "sgn-", "x" * 999])
def test_what_only_looks_like_a_tag_is_refused(written: str) -> None:
    with pytest.raises(Invalid):
        languages.read(written)


def test_every_tag_stands_once_and_has_a_name_of_its_own() -> None:
    assert len(TAGS) == len(set(TAGS))
    assert [tag for tag in TAGS if not known(f"sign_language.{tag}")] == []
    assert [name for name in languages.groups() if not known(f"sign_language_group.{name}")] == []


@pytest.mark.parametrize(
    "written", ["202 555 0123", "(202) 555-0123", "+1 202-555-0123", "1.202.555.0123", "٢٠٢ ٥٥٥ ٠١٢٣"]
)
def test_a_number_is_kept_in_one_form_however_it_is_typed(written: str) -> None:
    assert calling.read(written) == "+12025550123"
    assert calling.shown("+12025550123") == "(202) 555-0123"


def test_a_number_of_another_country_is_refused_and_one_that_was_kept_before_is_shown_with_its_code() -> None:
    with pytest.raises(Invalid) as refused:
        calling.read("+44 20 7946 0018")
    assert (refused.value.field, refused.value.code) == ("number", "intake.number.other_country")
    assert known(refused.value.code)
    assert calling.shown("+442079460018") == "+44 20 7946 0018"


@pytest.mark.parametrize("written", ["", "911", "555 0123", "202 555 0123 ext 4", "maria", "+" * 50, "٣٣٣", "1" * 39])
def test_what_nobody_can_call_is_refused(written: str) -> None:
    with pytest.raises(Invalid):
        calling.read(written)


@pytest.mark.parametrize("written", ["(555) 123-4567", "123 456 7890", "+1 999 234 5678"])
def test_ten_digits_without_an_area_code_that_exists_are_refused_with_the_reason(written: str) -> None:
    with pytest.raises(Invalid, match=r"intake\.number\.no_area"):
        calling.read(written)
    assert known("intake.number.no_area")


@pytest.mark.parametrize("written", ["202 123 4567", "555 0123", "911"])
def test_an_area_code_that_exists_is_not_blamed(written: str) -> None:
    with pytest.raises(Invalid, match=r"intake\.number\.wrong"):
        calling.read(written)
