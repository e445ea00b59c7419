"""The written contract, read as a partner's tools read it: what it promises of a request and of an answer."""

import json
from typing import Any

import httpx
from openapi_schema_validator import OAS30Validator, oas30_format_checker

from api.contract import CONTRACT

DOCUMENT: dict[str, Any] = json.loads(CONTRACT.read_bytes())
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]


def operations() -> set[tuple[str, str]]:
    """Every path with each of its methods."""
    return {(path, method.upper()) for path, item in DOCUMENT["paths"].items() for method in item}


def operation(path: str, method: str) -> dict[str, Any]:
    """What is written of one method of a path."""
    return DOCUMENT["paths"][path][method.lower()]  # type: ignore[no-any-return]  # JSON


def complaints(schema: dict[str, Any], value: Any) -> list[str]:
    """What a validator has against a value; nothing if the value is as the schema says."""
    whole = {"allOf": [schema], "components": DOCUMENT["components"]}
    return [error.message for error in OAS30Validator(whole, format_checker=oas30_format_checker).iter_errors(value)]


def broken_promises(reply: httpx.Response) -> list[str]:
    """How an answer differs from what is written of its path, method and status."""
    written = operation(reply.request.url.path, reply.request.method)["responses"].get(str(reply.status_code))
    if written is None:
        return [f"{reply.status_code} is not written"]
    promised = _followed(written)
    missing = [f"the header {name} is missing" for name in promised.get("headers", {}) if name not in reply.headers]
    return missing + _about_content(promised.get("content"), reply)


def _about_content(content: dict[str, Any] | None, reply: httpx.Response) -> list[str]:
    media_type = reply.headers["content-type"].partition(";")[0]
    if content is None:
        return ["there is a body"] if reply.content else []
    if media_type not in content:
        return [f"{media_type} is not written"]
    value = reply.json() if media_type.endswith("json") else reply.text
    return complaints(content[media_type]["schema"], value)


def names_in(schema: dict[str, Any], prefix: str = "") -> set[str]:
    """The dotted names of all fields in a schema, through references and lists."""
    schema = _followed(schema)
    found: set[str] = set()
    for part in [*schema.get("allOf", ()), *([schema["items"]] if "items" in schema else ())]:
        found |= names_in(part, prefix)
    for name, inner in schema.get("properties", {}).items():
        found |= {prefix + name} | names_in(inner, f"{prefix}{name}.")
    return found


def names_of(value: Any, prefix: str = "") -> set[str]:
    """The dotted names of all fields in a value, through lists."""
    if isinstance(value, list):
        return {name for one in value for name in names_of(one, prefix)}
    if not isinstance(value, dict):
        return set()
    return {name for key, inner in value.items() for name in {prefix + key} | names_of(inner, f"{prefix}{key}.")}


def _followed(thing: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in thing:
        at: Any = DOCUMENT
        for step in thing["$ref"].removeprefix("#/").split("/"):
            at = at[step]
        thing = at
    return thing
