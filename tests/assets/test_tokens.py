"""Colours, sizes and durations live in tokens.css, and every theme can be read."""

import re
from pathlib import Path

import pytest

from tests.assets.stylesheets import OTHERS, ROOT, TOKENS, block_after, colours, contrast, rules_of

THEMES = ["light", "dark", "contrast", "contrast-light"]
TEXT_ON_GROUND = [
    *((text, ground) for text in ("--ink", "--ink-soft", "--action", "--bad") for ground in ("--paper", "--surface")),
    *((text, "--sunken") for text in ("--ink", "--action")),
    *(("--ink", wash) for wash in ("--sea-wash", "--good-wash", "--warn-wash", "--bad-wash")),
    ("--ink-soft", "--sea-wash"),
    ("--action-deep", "--sea-wash"),
    ("--good", "--paper"),
    ("--action-ink", "--action"),
    ("--action-deep-ink", "--action-deep"),
    ("--night-ink", "--night"),
    ("--sea", "--night"),
    ("--sun-ink", "--sun"),
]
LINES_THAT_CARRY_MEANING = [
    (line, ground) for line in ("--edge", "--action", "--bad") for ground in ("--paper", "--surface")
]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_can_be_read_on_its_ground(theme: str, text: str, ground: str) -> None:
    shown = colours(theme)
    least = 7 if theme.startswith("contrast") else 4.5  # WCAG 1.4.6 and 1.4.3
    assert contrast(shown[text], shown[ground]) >= least


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("line", "ground"), LINES_THAT_CARRY_MEANING)
def test_a_border_that_carries_meaning_can_be_seen(theme: str, line: str, ground: str) -> None:
    shown = colours(theme)
    assert contrast(shown[line], shown[ground]) >= 3  # WCAG 1.4.11


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["--paper", "--surface", "--sunken", "--night"])
def test_the_focus_can_be_seen_on_every_ground_by_its_line_or_by_its_halo(theme: str, ground: str) -> None:
    shown = colours(theme)
    assert max(contrast(shown["--ink"], shown[ground]), contrast(shown["--sun"], shown[ground])) >= 3


def test_the_measure_of_contrast_agrees_with_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_high_contrast_is_the_same_whether_chosen_here_or_asked_for_by_the_system() -> None:
    chosen = block_after(':root[data-theme="contrast"]')
    assert len(chosen) > 20
    assert block_after(":root:not([data-theme])") == chosen


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_no_other_stylesheet_has_a_colour_a_size_or_a_duration(path: Path) -> None:
    rules = re.sub(r"@media[^{]*", "", rules_of(path))  # a media query can't read a token
    own = re.findall(r"#(?:[0-9a-f]{3}){1,2}\b(?=[^{]*})|\brgba?\(|\bhsl\(|\b\d*\.?\d+(?:px|rem|pt|ms|s)\b", rules)
    assert own == []


def test_every_token_that_is_used_is_there_and_none_is_left_over() -> None:
    styles = "".join(rules_of(path) for path in [TOKENS, *OTHERS])
    drawn = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "components").rglob("*.py"))
    used, set_ = set(re.findall(r"var\((--[\w-]+)", styles + drawn)), set(re.findall(r"(--[\w-]+):", styles))
    assert used ^ set_ == set()


def test_the_fonts_that_the_tokens_name_are_carried() -> None:
    named = re.findall(r'url\("/assets/([^"]+)"\)', rules_of(TOKENS))
    assert len(named) == 2
    assert all((ROOT / "assets" / path).is_file() for path in named)
