/* A field whose answer is not saved after two seconds says so. The browser says it: the server can't while nobody reaches it.
   What was sent too fast for the server (ui/socket/pace.py) is sent again when there is room.
   `data-slow` are the words, `data-answered` counts the answers that have come. */
(() => {
  const PATIENCE_MS = 2000;
  const waiting = new Map(); // by field: how many answers are to come after which number, the timer, what was said, what changed
  let again; // the timer of what was too fast

  const polite = () => document.querySelector("[data-says=polite]");
  const numberOf = (field) => Number(field.dataset.answered ?? 0);

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
    if (!field) return;
    if (!waiting.has(field)) {
      waiting.set(field, { count: 0, after: numberOf(field), timer: setTimeout(tell, PATIENCE_MS, field) });
    }
    const told = waiting.get(field);
    Object.assign(told, { count: told.count + 1, changed: part, isTyping: false });
  };

  // Two answers may come in one update of the page: the number tells, not how often it changes.
  const answered = (field) => {
    const told = waiting.get(field);
    if (told && numberOf(field) >= told.after + told.count) end(field);
  };

  // What is still being typed is not judged: it is sent when the person leaves it.
  const sendAgain = (told, field) => {
    forgetSent(told, field);
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

  // Of what was sent over a connection that died, or into none, nobody knows what arrived: the next answer is the one.
  const forgetSent = (told, field) => Object.assign(told, { count: 0, after: numberOf(field) });
  const followConnection = () => {
    if (!window.socket) return setTimeout(followConnection, 50);
    for (const event of ["disconnect", "connect"]) window.socket.on(event, () => waiting.forEach(forgetSent));
  };

  new MutationObserver((changes) => changes.forEach(({ target }) => answered(target))).observe(
    document.documentElement,
    { subtree: true, attributeFilter: ["data-answered"] },
  );
  followConnection();
})();
