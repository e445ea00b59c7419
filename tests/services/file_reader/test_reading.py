"""What is found in a file by the process that looks, and that a bad file harms nobody."""

import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from db.values.documents import DocumentKind, DocumentRefusal
from services.file_reader import Page, Refused, asking, kind_of, pages_of
from tests.services.file_reader.papers import PLACE, SVG, a_bomb, a_pdf, a_picture, opened

PNG, PDF = a_picture(), a_pdf("Wages 31200")


async def pages_in(content: bytes) -> list[Page]:
    async def in_chunks() -> AsyncIterator[bytes]:
        for start in range(0, len(content), 100_000):
            yield content[start : start + 100_000]

    return [page async for page in pages_of(in_chunks())]


async def refusal_of(content: bytes) -> DocumentRefusal:
    with pytest.raises(Refused) as refused:
        await pages_in(content)
    return refused.value.why


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, DocumentKind.PDF),
        (PNG, DocumentKind.PNG),
        (a_picture("JPEG"), DocumentKind.JPEG),
        (SVG, None),
        (b"<script>alert(1)</script>" + PDF, None),
        (b"", None),
    ],
    ids=["pdf", "png", "jpeg", "svg", "a page before a pdf", "nothing"],
)
def test_a_file_is_known_by_its_first_bytes(content: bytes, kind: DocumentKind | None) -> None:
    assert kind_of(content[:16]) == kind


async def test_the_pages_of_a_pdf_are_drawn_and_their_text_is_read() -> None:
    first, second = await pages_in(a_pdf("Wages 31200", "Page two"))
    assert (first.text.strip(), second.text.strip()) == ("Wages 31200", "Page two")
    drawn = opened(first.picture)
    assert (drawn.format, drawn.size) == ("WEBP", (first.width, first.height))
    assert first.height == 2000
    assert min(drawn.convert("L").tobytes()) < 60, "the words are on the picture"


async def test_a_photo_is_drawn_upright_and_without_the_place_where_it_was_taken() -> None:
    photo = a_picture("JPEG", turned=True)
    assert PLACE in photo
    [page] = await pages_in(photo)
    assert (page.width, page.height) == (200, 300)
    assert PLACE not in page.picture
    assert not opened(page.picture).getexif()


async def test_what_hides_behind_a_picture_is_left_behind() -> None:
    [page] = await pages_in(PNG + b"PK\x03\x04" + SVG)
    assert b"script" not in page.picture
    assert opened(page.picture).convert("RGB").getpixel((5, 5)) == pytest.approx((0, 0, 128), abs=12)


async def test_a_large_photo_is_made_as_small_as_a_screen_needs_it() -> None:
    [page] = await pages_in(a_picture("JPEG", size=(5000, 4000)))
    assert (page.width, page.height) == (2000, 1600)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (PDF[:60], DocumentRefusal.BROKEN),
        (a_pdf(), DocumentRefusal.BROKEN),
        (a_pdf("secret", locked=True), DocumentRefusal.LOCKED),
        (a_pdf(*["x"] * 101), DocumentRefusal.TOO_MANY_PAGES),
        (a_bomb(), DocumentRefusal.TOO_MANY_PIXELS),
        (a_bomb(8_100), DocumentRefusal.TOO_MANY_PIXELS),
        (PNG[:-30], DocumentRefusal.BROKEN),
        (SVG, DocumentRefusal.KIND),
        (b"", DocumentRefusal.KIND),
    ],
    ids=["cut pdf", "no page", "locked", "too many pages", "bomb", "small bomb", "cut picture", "svg", "nothing"],
)
async def test_what_can_not_be_read_is_told_with_its_reason(content: bytes, why: DocumentRefusal) -> None:
    assert await refusal_of(content) == why


async def test_a_process_that_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "_COMMAND", ("sleep", "60"))
    monkeypatch.setattr(asking, "PATIENCE_SECONDS", 0.2)
    assert await refusal_of(PNG) == DocumentRefusal.TOO_MUCH_WORK


@pytest.mark.parametrize("said", ['printf "\\0\\0\\0\\002[]"', 'printf "\\377\\377\\377\\377"', "true", "kill -9 $$"])
async def test_what_a_process_says_is_not_believed(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setattr(asking, "_COMMAND", ("/bin/bash", "-c", f"{said}; /bin/cat >/dev/null"))
    assert await refusal_of(PNG) == DocumentRefusal.TOO_MUCH_WORK


def test_the_process_can_neither_fill_the_memory_nor_write_a_file(tmp_path: Path) -> None:
    greedy = (
        "import sys; from services.file_reader.confinement import confine; confine()\n"
        "for act in (lambda: bytearray(2_000_000_000), lambda: open(sys.argv[1], 'w').write('x' * 10**6)):\n"
        "    try: act()\n"
        "    except (MemoryError, OSError) as problem: print(type(problem).__name__)\n"
    )
    ended = subprocess.run([sys.executable, "-c", greedy, tmp_path / "it"], capture_output=True, text=True, check=True)
    assert ended.stdout.split() == ["MemoryError", "OSError"]
