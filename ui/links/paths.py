"""Where a letter with a link is asked for, where one reads that it is on its way, and where its link leads."""

from urllib.parse import urlencode

from db.values.accounts import LinkPurpose

_FORM = {
    LinkPurpose.SIGN_UP: "/sign-up",
    LinkPurpose.SIGN_IN: "/sign-in/link",
    LinkPurpose.FORGOT_PASSWORD: "/forgot-password",
}
_OPENED = {
    LinkPurpose.SIGN_UP: "/sign-up/confirm",
    LinkPurpose.SIGN_IN: "/sign-in/by-letter",
    LinkPurpose.FORGOT_PASSWORD: "/forgot-password/new",
}


def form_of(purpose: LinkPurpose, next_path: str) -> str:
    """The page on which the letter is asked for, with the page to go on to."""
    return f"{_FORM[purpose]}?{urlencode({'next': next_path})}"


def look_in_email(purpose: LinkPurpose) -> str:
    """The page that says what to do until the letter comes."""
    return f"/{purpose}/look-in-your-email"


def opened_at(purpose: LinkPurpose, token: str) -> str:
    """The page of the link itself."""
    return f"{_OPENED[purpose]}?{urlencode({'token': token})}"
