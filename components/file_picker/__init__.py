"""Files that a person chooses on their device."""

from collections.abc import Sequence

from components.field import Commit, Field, Typed
from components.file_picker.chosen import ChosenFile, in_words, read_files, what_is_wrong
from components.native import element, written
from services.words import sentence

__all__ = ["ChosenFile", "file_picker", "in_words"]


def file_picker(
    label: str,
    *,
    name: str,
    kinds: Sequence[str],
    most_bytes: int,
    several: bool = False,
    films: bool = False,
    hint: str = "",
    error: str = "",
    required: bool = False,
    on_choice: Commit[tuple[ChosenFile, ...]] | None = None,
) -> Field[tuple[ChosenFile, ...]]:
    """A native file input. What is allowed and how large it may be is said before; what is wrong, beside it at once.

    `kinds` are endings such as "pdf"; `films` lets a phone offer its camera. Files can also be dragged into its box.
    The browser posts them with the form around it, `form(..., carries_files=True)`; whoever takes them must judge them
    again. `on_choice` hears names and sizes of files that are allowed.
    """
    allowed = sentence("file.allowed", kinds=_listed(kinds), most=in_words(most_bytes))
    field = Field[tuple[ChosenFile, ...]](
        label, value=(), write=_as_typed, hint=f"{hint} {allowed}".strip(), required=required
    )
    with field, element("div", "file-zone", data_takes_files=""):
        control = element("input", type="file", name=name, accept=_accepted(kinds, films=films), multiple=several)
        written("p", sentence("file.drag_several" if several else "file.drag"), "small soft")
        chosen = element("ul", "files")

    async def judge(files: tuple[ChosenFile, ...]) -> str | None:
        chosen.clear()
        with chosen:
            for file in files:  # the browser cuts a long name, and says only how many there are
                written("li", f"{file.name}, {in_words(file.size)}")
        wrong = what_is_wrong(files, kinds, most_bytes)
        return wrong or (await on_choice(files) if on_choice else None)

    field.hold(control, error=error)
    field.commits(control, _NAMES_AND_SIZES, read_files, judge)
    return field


_NAMES_AND_SIZES = """(e) => emit([
    e.target.files.length ? JSON.stringify([...e.target.files].map(({ name, size }) => ({ name, size }))) : ""
])"""


def _accepted(kinds: Sequence[str], *, films: bool) -> str:
    return ",".join([*(["video/*"] if films else []), *(f".{kind}" for kind in kinds)])


def _listed(kinds: Sequence[str]) -> str:
    """In words; "jpeg" is another ending of the same kind of file as "jpg"."""
    *others, last = [kind.upper() for kind in kinds if kind != "jpeg" or "jpg" not in kinds]
    return f"{', '.join(others)} {sentence('file.or')} {last}" if others else last


def _as_typed(_: tuple[ChosenFile, ...]) -> Typed:
    return [""]
