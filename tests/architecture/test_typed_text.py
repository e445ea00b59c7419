"""What people type is cleaned in one place: services/seen.py."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.sources import modules

ELSEWHERE = {"services/seen.py", "services/file_reader/pdfs.py"}
"""The one place, and what files say."""


def own_ways(tree: ast.Module) -> Iterator[int]:
    """Lines that make one line of a text by themselves, or ask which of its signs can be seen."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "isprintable":
            yield node.lineno
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Constant(value=" "), attr="join"),
                args=[ast.Call(func=ast.Attribute(attr="split"))],
            ):
                yield node.lineno


def test_no_service_cleans_typed_text_in_a_way_of_its_own() -> None:
    found = {name: list(own_ways(tree)) for name, tree in modules("services").items() if name not in ELSEWHERE}
    assert {name: lines for name, lines in found.items() if lines} == {}, "Use services/seen.py."


@pytest.mark.parametrize("way", ['" ".join(name.split())', "name.isprintable()"])
def test_a_way_of_its_own_is_found(way: str) -> None:
    assert list(own_ways(ast.parse(way))) == [1]
