"""Every example of every component, drawn and read without a browser."""

import inspect
from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

import pytest

import components
from tests.components.conftest import Draw
from tests.components.reader import Reader, text_of

NAMES = sorted(module.name for module in iter_modules(components.__path__) if module.ispkg)
WITHOUT_LOOKS = {"drafts"}  # a script only; the text field has its example
TYPED_INTO = ("input", "select", "textarea")


def examples_of(name: str) -> list[Callable[[], None]]:
    try:
        module = import_module(f"components.{name}.examples")
    except ModuleNotFoundError:
        return []
    functions = inspect.getmembers(module, inspect.isfunction)
    return [each for label, each in functions if each.__module__ == module.__name__ and not label.startswith("_")]


EXAMPLES = [pytest.param(example, id=f"{name}-{example.__name__}") for name in NAMES for example in examples_of(name)]


@pytest.mark.parametrize("name", [name for name in NAMES if name not in WITHOUT_LOOKS])
def test_a_component_shows_its_states(name: str) -> None:
    assert examples_of(name), f"components/{name}/examples.py"


@pytest.mark.parametrize("example", EXAMPLES)
async def test_a_state_is_named_and_drawn_so_that_everybody_can_use_it(
    example: Callable[[], None], draw: Draw[None]
) -> None:
    page, _ = await draw(example)
    assert (inspect.getdoc(example) or "").strip(), "its docstring is its title in the gallery"
    assert inputs_without_a_label(page) == []
    assert controlled_inputs(page) == []
    assert pictures_that_are_read_out(page) == []
    assert things_to_press_without_words(page) == []


def inputs_without_a_label(page: Reader) -> list[str]:
    labelled = {label.props.get("for") for label in page.all("label") if text_of(label)}
    around = {child.html_id for label in page.all("label") if text_of(label) for child in label}
    shown = [field for tag in TYPED_INTO for field in page.all(tag) if field.props.get("type") != "hidden"]
    return [field.html_id for field in shown if field.html_id not in labelled | around]


def controlled_inputs(page: Reader) -> list[str]:
    fields = [field for tag in TYPED_INTO for field in page.all(tag)]
    return [field.html_id for field in fields if "value" in field.props and field.props.get("type") != "radio"]


def pictures_that_are_read_out(page: Reader) -> list[str]:
    return [drawing.html_id for drawing in page.all("svg") if drawing.props.get("aria-hidden") != "true"]


def things_to_press_without_words(page: Reader) -> list[str]:
    pressed = [*page.all("button"), *page.all("a"), *page.all("summary")]
    return [each.html_id for each in pressed if not text_of(each)]
