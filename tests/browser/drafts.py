"""What a tab keeps of what was typed and not saved yet."""

from playwright.async_api import Page

_DRAFTS = "Object.entries(sessionStorage).filter(([place]) => place.startsWith('draft:'))"


async def drafts_in(page: Page) -> dict[str, str]:
    """Each sealed draft by its place, now."""
    return dict(await page.evaluate(f"() => Object.fromEntries({_DRAFTS})"))


async def kept_draft(page: Page) -> dict[str, str]:
    """The same, once there is one: it is sealed beside what the page does."""
    await page.wait_for_function(f"() => {_DRAFTS}.length > 0")
    return await drafts_in(page)


async def kept_in_this_tab(page: Page) -> str:
    """All that a later person at this computer could find in the tab."""
    return str(await page.evaluate("() => JSON.stringify({ ...sessionStorage, ...localStorage })"))
