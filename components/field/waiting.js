/* A field whose answer is not saved after two seconds says so. The browser says it: the server can't while nobody reaches it.
   `data-slow` are the words, `data-answered` counts the answers that have come. */
(() => {
  const PATIENCE_MS = 2000;
  const waiting = new Map(); // by field: how many answers are on their way, the timer, and the line

  // It stands under what is filled in, so that nothing moves under the person's eyes.
  const tell = (field) => {
    const line = Object.assign(document.createElement("p"), { className: "slow", textContent: field.dataset.slow });
    waiting.get(field).line = line;
    field.append(line);
    const label = field.querySelector("legend, label").textContent.trim();
    const polite = document.querySelector("[data-says=polite]");
    if (polite) polite.textContent = `${label}: ${field.dataset.slow}`;
  };

  const end = (field) => {
    const { timer, line } = waiting.get(field);
    clearTimeout(timer);
    line?.remove();
    waiting.delete(field);
  };

  window.mbtq ??= {};
  window.mbtq.waits = (part) => {
    const field = part.closest("[data-slow]");
    if (!field) return;
    if (!waiting.has(field)) waiting.set(field, { count: 0, timer: setTimeout(tell, PATIENCE_MS, field) });
    waiting.get(field).count += 1;
  };

  const answered = (field) => {
    if (waiting.has(field) && --waiting.get(field).count <= 0) end(field);
  };

  // Of what was sent over a connection that died, nobody knows what arrived: the next answer is the one.
  const followConnection = () => {
    if (!window.socket) return setTimeout(followConnection, 50);
    window.socket.on("disconnect", () => waiting.forEach((told) => (told.count = 0)));
  };

  new MutationObserver((changes) => changes.forEach(({ target }) => answered(target))).observe(
    document.documentElement,
    { subtree: true, attributeFilter: ["data-answered"] },
  );
  followConnection();
})();
