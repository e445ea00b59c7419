"""Every text that people read, by its place: the words in content/, and what the code of the screens says itself."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
_CONTENT = ROOT / "content" / "en"
_SCREENS = ("pages", "ui", "components", "api")
_PROSE = re.compile(r"[A-Z“][^<>=@\\]*")
"""No markup, script or address."""


@cache
def texts() -> dict[str, str]:
    """All of them. The place is a file with a code in it, or with a line."""
    return {**dict(_of_content()), **dict(_of_screens())}


def _of_content() -> Iterator[tuple[str, str]]:
    for path in sorted(_CONTENT.rglob("*.toml")):
        name = path.relative_to(_CONTENT)
        for code, text in _leaves(tomllib.loads(path.read_text(encoding="utf-8"))):
            yield f"{name}:{code}", text


def _leaves(value: Any, code: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield code, value
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _leaves(inner, f"{code}.{key}" if code else str(key))


def _of_screens() -> Iterator[tuple[str, str]]:
    for folder in _SCREENS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if path.name != "examples.py":  # for developers, who look how a component copes
                for line, text in said_by(path.read_text(encoding="utf-8")):
                    yield f"{path.relative_to(ROOT)}:{line}", text


def said_by(source: str) -> Iterator[tuple[int, str]]:
    """Each prose text in a module with its line: no docstring, and nothing that only developers read."""
    tree = ast.parse(source)
    unread = {id(inner) for node in ast.walk(tree) if _is_for_developers(node) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        text = _text_of(node) if id(node) not in unread else ""
        if _PROSE.fullmatch(text):
            yield getattr(node, "lineno", 0), text
        if isinstance(node, ast.JoinedStr):
            unread |= {id(part) for part in node.values}


def _is_for_developers(node: ast.AST) -> bool:
    is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return is_docstring or isinstance(node, ast.Raise | ast.Assert)


def _text_of(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(_text_of(part) or "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
