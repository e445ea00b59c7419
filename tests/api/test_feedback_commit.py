"""A signed message whose commit was not answered: the message may be there, so its video has to be."""

from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from db.tables.feedback import FeedbackVideo
from services import feedback
from services.house import DbSession
from tests.api.forms_with_files import send
from tests.app import App
from tests.services.feedback.telling import an_mp4


async def test_a_video_is_not_lost_when_the_database_goes_away_after_the_commit(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    receive, before = feedback.receive, await _videos(app)

    async def received(session: DbSession, *told: Any, **more: Any) -> UUID:
        session.info["goes away"] = True
        return await receive(session, *told, **more)

    async def close(session: DbSession) -> None:
        await AsyncSession.close(session)
        if "goes away" in session.info:
            raise ConnectionError

    monkeypatch.setattr(feedback, "receive", received)
    monkeypatch.setattr(DbSession, "close", close)
    assert (await send(app.somebody(), an_mp4())).status_code == 500
    [known] = await _videos(app) - before
    assert await app.house.feedback_videos.ids() == [known]


async def _videos(app: App) -> set[UUID]:
    async with app.house.transaction(feedback.DESK) as session:
        return set(await session.exec(select(FeedbackVideo.id)))
