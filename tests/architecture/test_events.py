"""Every event is an action, every page draws with components, every cookie but one is set by a form."""

import ast

from tests.architecture.sources import modules


def _calls(tree: ast.Module) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def test_pages_listen_to_no_event_by_themselves() -> None:
    for path, tree in modules("pages", "services", "api").items():
        for call in _calls(tree):
            named = {keyword.arg for keyword in call.keywords} & {"on_click", "on_change"}
            assert not named, path
            assert not (isinstance(call.func, ast.Attribute) and call.func.attr == "on"), path


def test_only_the_forms_set_a_cookie_and_pages_that_of_their_drafts() -> None:
    for path, tree in modules().items():
        for call in _calls(tree):
            if isinstance(call.func, ast.Attribute) and call.func.attr in {"set_cookie", "delete_cookie"}:
                assert path == "ui/cookies.py"
            if isinstance(call.func, ast.Attribute) and ast.unparse(call.func) in {"cookies.put", "cookies.drop"}:
                assert path.startswith("api/forms/")
            if isinstance(call.func, ast.Attribute) and ast.unparse(call.func) == "cookies.header":
                assert path == "ui/drafts.py"


def test_only_the_house_opens_a_session() -> None:
    for path, tree in modules().items():
        opened = [call for call in _calls(tree) if ast.unparse(call.func) in {"AsyncSession", "DbSession", "Session"}]
        assert not opened or path == "services/house.py"
