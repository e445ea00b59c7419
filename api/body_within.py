"""The body of a request, no larger than we take and no slower than we wait, whatever the sender says of its length."""

import asyncio

from fastapi import HTTPException, Request


async def body_within(request: Request, *, most_bytes: int, seconds: float, too_large: str = "api.413.detail") -> bytes:
    """The whole body. HTTPException 413 for more, 408 for one that takes longer.

    `too_large` is the sentence about more, for what is no tax return.
    """
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for chunk in request.stream():
                body += chunk
                if len(body) > most_bytes:
                    raise HTTPException(413, too_large)
    except TimeoutError:
        raise HTTPException(408, headers={"Connection": "close"}) from None
    return bytes(body)
