/* A field whose answer is not saved after two seconds says so. The browser says it: the server can't while nobody reaches it.
   What was sent too fast for the server (ui/socket/pace.py) is sent again when there is room.
   `data-slow` are the words. Each answer is sent with a number; `data-answered` is that of the one that was answered last. */
(() => {
  const PATIENCE_MS = 2000;
  const waiting = new Map(); // by field: the number of its newest answer, the timer, what was said, what changed
  let sent = 0;
  let again; // the timer of what was too fast

  const polite = () => document.querySelector("[data-says=polite]");

  // It stands under what is filled in, so that nothing moves under the person's eyes.
  const tell = (field) => {
    const told = waiting.get(field);
    told.line = Object.assign(document.createElement("p"), { className: "slow", textContent: field.dataset.slow });
    field.append(told.line);
    told.said = `${field.querySelector("legend, label").textContent.trim()}: ${field.dataset.slow}`;
    if (polite()) polite().textContent = told.said;
  };

  const end = (field) => {
    const { timer, line, said } = waiting.get(field);
    clearTimeout(timer);
    line?.remove();
    if (said && polite()?.textContent === said) polite().textContent = ""; // it is true no more
    waiting.delete(field);
    if (waiting.size === 0) window.mbtq.sayArrived?.();
  };

  window.mbtq ??= {};
  window.mbtq.waits = (part) => {
    const field = part.closest("[data-slow]");
    if (!waiting.has(field)) waiting.set(field, { timer: setTimeout(tell, PATIENCE_MS, field) });
    Object.assign(waiting.get(field), { newest: ++sent, changed: part, isTyping: false });
    return sent;
  };

  // Older answers may still be on their way to be saved while the newest was dropped: only its own number ends the wait.
  const answered = (field) => {
    if (Number(field.dataset.answered) === waiting.get(field)?.newest) end(field);
  };

  // What is still being typed is not judged: it is sent when the person leaves it.
  const sendAgain = (told, field) => {
    if (!field.isConnected) end(field);
    else if (told.isTyping && field.contains(document.activeElement))
      field.addEventListener("focusout", sendAllAgain, { once: true });
    else told.changed.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const sendAllAgain = () => waiting.forEach(sendAgain);
  window.mbtq.tooFast = (seconds) => {
    window.mbtq.sayOfConnection("fast");
    clearTimeout(again);
    again = setTimeout(sendAllAgain, seconds * 1000);
  };
  document.addEventListener("input", ({ target }) => {
    const told = waiting.get(target.closest("[data-slow]"));
    if (told) told.isTyping = true;
  });

  new MutationObserver((changes) => changes.forEach(({ target }) => answered(target))).observe(
    document.documentElement,
    { subtree: true, attributeFilter: ["data-answered"] },
  );
})();
