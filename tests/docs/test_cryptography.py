"""The inventory of cryptography is whole: each module that touches any is named, alone or by its folder."""

import ast
from pathlib import Path

import pytest

from tests.docs.documents import FOLDERS, ROOT, name_of, rows_in

PAGE = ROOT / "docs/cryptography.md"
_TOOLS = {
    "argon2",
    "authlib",
    "cryptography",
    "hashlib",
    "hmac",
    "joserfc",
    "random",
    "secrets",
    "ssl",
    "webauthn",
    "zxcvbn",
}
_PLACES = [place.strip("` ") for row in rows_in(PAGE, "What is used where") for place in row[0].split(", ")]
_MODULES = [module for folder in FOLDERS if folder.name != "tests" for module in sorted(folder.rglob("*.py"))]


def tools_of(module: Path) -> set[str]:
    """The libraries of cryptography, and of randomness, that a module imports."""
    nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    parts = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    return {name.split(".")[0] for name in plain | parts} & _TOOLS


def holds(place: str, module: Path) -> bool:
    """Whether a place of the list is the module, or a folder around it."""
    return name_of(module) == place or (place.endswith("/") and name_of(module).startswith(place))


_WITH_TOOLS = [module for module in _MODULES if tools_of(module)]


@pytest.mark.parametrize("module", _WITH_TOOLS, ids=name_of)
def test_a_module_that_uses_cryptography_is_in_the_list(module: Path) -> None:
    assert any(holds(place, module) for place in _PLACES)


def test_nothing_that_must_not_be_guessed_comes_from_plain_randomness() -> None:
    assert [name_of(module) for module in _MODULES if "random" in tools_of(module)] == []
