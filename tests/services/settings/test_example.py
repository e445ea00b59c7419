"""The file that people copy says of every setting what it is, and changes none of them."""

from pathlib import Path

from dotenv import dotenv_values
from pydantic import SecretStr

from services.settings import Settings

EXAMPLE = Path(__file__).parents[3] / ".env.example"
NOTHING: tuple[object, ...] = (None, (), SecretStr(""))


def test_every_setting_is_in_the_example_and_nothing_else() -> None:
    assert {name.lower() for name in dotenv_values(EXAMPLE)} == set(Settings.model_fields)


def test_the_example_is_in_the_order_of_the_settings() -> None:
    assert [name.lower() for name in dotenv_values(EXAMPLE)] == list(Settings.model_fields)


def test_a_copy_of_the_example_changes_nothing() -> None:
    assert Settings(_env_file=EXAMPLE) == Settings(_env_file=None)


def test_the_example_shows_each_default_that_does_not_depend_on_another_setting() -> None:
    shown = {name.lower() for name, value in dotenv_values(EXAMPLE).items() if value}
    assert shown == {
        name
        for name, field in Settings.model_fields.items()
        if field.default_factory is None and field.default not in NOTHING
    }


def test_every_setting_has_a_comment_above_its_group() -> None:
    for paragraph in EXAMPLE.read_text().split("\n\n"):
        assert paragraph.startswith("#"), paragraph
