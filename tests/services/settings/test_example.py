"""The file that people copy says of every setting what it is, and changes none of them."""

from pathlib import Path

from dotenv import dotenv_values
from pydantic import SecretStr

from services.settings import NAMES, Settings

EXAMPLE = Path(__file__).parents[3] / ".env.example"
NOTHING: tuple[object, ...] = (None, (), SecretStr(""))


def test_the_example_names_every_setting_in_order_and_nothing_else() -> None:
    assert tuple(dotenv_values(EXAMPLE)) == NAMES


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
