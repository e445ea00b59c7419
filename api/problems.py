"""How the API says that something went wrong: problem details (RFC 9457)."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from services import words
from services.errors import HouseError, Invalid
from ui.error_pages import STATUS


def register_problems(app: FastAPI) -> None:
    """Answer the five expected failures, and requests of the wrong shape, as problem details."""
    app.exception_handler(HouseError)(_on_house_error)
    app.exception_handler(RequestValidationError)(_on_wrong_shape)


async def _on_house_error(_: Request, problem: HouseError) -> JSONResponse:
    fields = [problem.field] if isinstance(problem, Invalid) else []
    return _problem(STATUS[type(problem)], problem.code, fields)


async def _on_wrong_shape(_: Request, problem: RequestValidationError) -> JSONResponse:
    return _problem(400, "wrong_shape", [".".join(str(part) for part in error["loc"]) for error in problem.errors()])


def _problem(status: int, code: str, fields: list[str]) -> JSONResponse:
    content = {
        "type": "about:blank",
        "title": words.sentence(f"page.{status}.title"),
        "status": status,
        "detail": words.sentence(code),
        "errors": [{"field": field} for field in fields],
    }
    return JSONResponse(content, status, media_type="application/problem+json")
