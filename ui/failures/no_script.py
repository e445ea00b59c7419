"""What a page says where no script runs: NiceGUI draws every page with one."""

from html import escape

from services import words


def no_script_html(support_email: str) -> str:
    """For the body of every page. Browsers that run scripts pass over it."""
    title, do = (escape(words.sentence(f"page.no_script.{code}")) for code in ("title", "do"))
    email = escape(support_email)
    write = escape(words.sentence("page.no_script.write"))
    return (
        f'<noscript><main><div class="wide no-script"><h1>{title}</h1><p>{do}</p>'
        f'<p>{write} <a href="mailto:{email}">{email}</a></p></div></main></noscript>'
    )
