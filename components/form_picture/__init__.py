"""A form that people hold in their hands, with the boxes lit that they should look at."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from nicegui.element import Element

from components.native import element, written
from services.words import sentence


@dataclass(frozen=True, slots=True)
class Box:
    """A box as it is printed: its number or letter, its words, and its place in rows and columns from 1."""

    number: str
    label: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class PaperForm:
    """A form: its name, and its boxes on a grid that is as wide and as high as they reach."""

    name: str
    boxes: Sequence[Box]

    @property
    def width(self) -> int:
        """Its columns."""
        return max(box.column + box.columns - 1 for box in self.boxes)

    @property
    def height(self) -> int:
        """Its rows."""
        return max(box.row + box.rows - 1 for box in self.boxes)

    def box(self, number: str) -> Box:
        """One box; KeyError if the form has no such box."""
        return {box.number: box for box in self.boxes}[number]


def form_picture(
    form: PaperForm, lit: Collection[str], *, values: Mapping[str, str] | None = None, follows: bool = False
) -> Element:
    """The form drawn as a grid, with the boxes of these numbers lit by a thick frame, a ground and bold words.

    Below it, in words for everybody, where each lit box is. `values` are what stands in boxes, by number. The picture
    is one image to assistive technology, described by those words. On a phone it has numbers alone, large enough.
    One that `follows` stays in sight on a phone, as large as is needed to read the lit box, with the whole form small
    beside it. It has a frame of dots around boxes that are asked for, and lights the box of the field with the
    focus: see `asks_for`. Its words are those of that box; all of them describe the image at any time.
    """
    wanted = [form.box(number) for number in lit]
    with element("figure", "form-picture", data_follows="" if follows else None) as drawn:
        name = sentence("form_picture.name", form=form.name)
        if follows:
            _small(form, wanted)
        with element("div", "near"), element("div", "paper", role="img", aria_label=name) as paper:
            widest = max((box.columns for box in wanted), default=form.width)
            paper.style(f"{_columns_of(form)}; --boxes-wide: {form.width / widest:.3f}")
            for box in form.boxes:
                _draw(box, is_lit=box in wanted, value=(values or {}).get(box.number, ""))
        with element("figcaption") as words:
            if follows:
                written("p", sentence("form_picture.asked"), data_about="")
            for box in wanted:
                written("p", _where(box, form), data_about=box.number, hidden=follows)
    paper.props["aria-describedby"] = words.html_id
    return drawn


def with_picture() -> Element:
    """A picture that follows the focus, and the fields that it is for; beside each other where there is room."""
    return element("div", "with-picture")


def asks_for(place: Element, boxes: str) -> None:
    """A field in this place asks for what stands in these boxes, numbers with spaces between, of the form beside it."""
    place.props["data-asks-for"] = boxes


def _small(form: PaperForm, lit: Collection[Box]) -> None:
    """The whole form without words, so that one sees on a phone which part of it is near."""
    with element("div", "paper whole", aria_hidden="true").style(_columns_of(form)):
        for box in form.boxes:
            _box(box, is_lit=box in lit)


def _columns_of(form: PaperForm) -> str:
    return f"grid-template-columns: repeat({form.width}, minmax(auto, 1fr))"


def _box(box: Box, *, is_lit: bool) -> Element:
    place = f"grid-area: {box.row} / {box.column} / span {box.rows} / span {box.columns}"
    return element("div", "box lit" if is_lit else "box", data_box=box.number or None).style(place)


def _draw(box: Box, *, is_lit: bool, value: str) -> None:
    with _box(box, is_lit=is_lit):
        if box.number:
            written("strong", box.number)
        written("span", f" {box.label}")
        if value:
            written("span", value, "box-value")


def _where(box: Box, form: PaperForm) -> str:
    down = (box.row - 1 + box.rows / 2) / form.height
    across = (box.column - 1 + box.columns / 2) / form.width
    return sentence(
        "form_picture.place",
        number=box.number,
        label=box.label,
        down=sentence(f"form_picture.{_third(down, 'top', 'halfway', 'bottom')}"),
        across=sentence(f"form_picture.{_third(across, 'left', 'center', 'right')}"),
    )


def _third(part: float, first: str, second: str, last: str) -> str:
    if part < 1 / 3:
        return first
    return second if part < 2 / 3 else last
