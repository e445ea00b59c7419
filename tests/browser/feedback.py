"""Telling us something in a browser, with a film that the browser itself makes."""

from base64 import b64decode
from urllib.parse import urlsplit

from playwright.async_api import FilePayload, Page, expect

from tests.browser.estimates import press, visit

MESSAGE = "Your message"
VIDEO = "A video in which you sign"


async def form_with_mistakes(page: Page) -> None:
    """Send the form with nothing in it."""
    await visit(page, "/feedback?from=/tax")
    await press(page, "Send")


async def send_a_message(page: Page, message: str = "The captions are missing.") -> str:
    """Write and sign something, and send it: the path of the page that says that we have it."""
    film = await a_film(page)
    await visit(page, "/feedback?about=accessibility")
    await page.get_by_label(MESSAGE).fill(message)
    await page.get_by_label(VIDEO).set_input_files(film)
    await press(page, "Send")
    await expect(page.get_by_role("heading", level=1)).to_have_text("We have your message")
    return urlsplit(page.url).path


async def a_film(page: Page) -> FilePayload:
    """A second of moving colours, as MediaRecorder writes it."""
    recorded = await page.evaluate(_RECORD)
    return {"name": "signed.webm", "mimeType": "video/webm", "buffer": b64decode(recorded)}


_RECORD = """async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 180 });
    const brush = canvas.getContext("2d");
    let turn = 0;
    const draw = () => { brush.fillStyle = `hsl(${turn++ * 9} 70% 50%)`; brush.fillRect(0, 0, 320, 180); };
    const timer = setInterval(draw, 40);
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: "video/webm" });
    const parts = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.start();
    await new Promise((done) => setTimeout(done, 1000));
    const stopped = new Promise((done) => (recorder.onstop = done));
    recorder.stop();
    await stopped;
    clearInterval(timer);
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa([...bytes].map((each) => String.fromCharCode(each)).join(""));
}"""
