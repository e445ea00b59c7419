"""What import-linter can't say about who imports whom."""

import ast

import pytest

from tests.architecture.sources import imported, modules


def test_no_page_imports_another_page() -> None:
    guilty = {path for path, tree in modules("pages").items() if any(n.startswith("pages.") for n in imported(tree))}
    assert not guilty


def test_only_tests_import_main() -> None:
    assert not {path for path, tree in modules().items() if "main" in imported(tree)}


def test_nobody_steals_the_name_of_niceguis_ui() -> None:
    """`import ui.x` would bind `ui` to our package, in a module where it means NiceGUI's."""
    for path, tree in modules().items():
        stolen = [
            alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for alias in node.names
            if alias.name.split(".")[0] == "ui"
        ]
        assert not stolen, path


def test_the_environment_is_read_by_the_settings_only() -> None:
    guilty = {
        path
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
    }
    assert not {path for path in guilty if not path.startswith("services/settings/")}


@pytest.mark.parametrize(("folder", "hidden"), [("tax", "inputs"), ("finder", "rules")])
def test_outside_the_tax_engine_and_the_finder_only_their_front_doors_are_used(folder: str, hidden: str) -> None:
    """What `services.tax` itself exports is enough; cells, lines and inputs may change without asking anybody."""
    place = f"services/{folder}"
    inside = {path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in modules(place)}
    inside -= {f"services.{folder}"}
    assert f"services.{folder}.{hidden}" in inside
    outside = {path: tree for path, tree in modules().items() if not path.startswith(f"{place}/")}
    assert {path: names for path, tree in outside.items() if (names := imported(tree) & inside)} == {}
