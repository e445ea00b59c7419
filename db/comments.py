"""The id of a request in the text of its SQL, as a comment: what PostgreSQL logs or lists can be traced back to it.

A text that is new each time is never prepared: parsing and planning anew cost a third of a transaction's time. So each
statement carries the comment only behind PgBouncer, where nothing is prepared. Elsewhere the first one of a transaction
does, and PostgreSQL's own prefix of a line (%p, %v) ties the others to it.
"""

from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from db.occasion import current

OPENING = {"opens_transaction": True}
"""Execution options of the statement that begins a visitor's transaction."""


def comment_statements(engine: AsyncEngine, *, each: bool) -> None:
    """Put what the house is doing in front of its statements: of each, or of those that are OPENING. Only ids."""

    @event.listens_for(engine.sync_engine, "before_cursor_execute", retval=True)
    def _comment(_connection: Any, _cursor: Any, statement: str, parameters: Any, context: Any, _many: bool) -> Any:
        occasion = current()
        if occasion is None or not (each or context.execution_options.get("opens_transaction")):
            return statement, parameters
        return f"/* {occasion.kind}={occasion.id} */ {statement}", parameters
