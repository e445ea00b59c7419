/* A field whose answer is not saved after two seconds says so. The browser says it: the server can't while nobody reaches it.
   `data-slow` are the words, `data-answered` counts the answers that have come. */
(() => {
  const PATIENCE_MS = 2000;
  const waiting = new Map(); // by field: how many answers are to come after which number, the timer, and what was said

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
  };

  window.mbtq ??= {};
  window.mbtq.waits = (part) => {
    const field = part.closest("[data-slow]");
    if (!field) return;
    if (!waiting.has(field)) {
      waiting.set(field, { count: 0, after: numberOf(field), timer: setTimeout(tell, PATIENCE_MS, field) });
    }
    waiting.get(field).count += 1;
  };

  // Two answers may come in one update of the page: the number tells, not how often it changes.
  const answered = (field) => {
    const told = waiting.get(field);
    if (told && numberOf(field) >= told.after + told.count) end(field);
  };

  // Of what was sent over a connection that died, or into none, nobody knows what arrived: the next answer is the one.
  const followConnection = () => {
    if (!window.socket) return setTimeout(followConnection, 50);
    const forgetSent = (told, field) => Object.assign(told, { count: 0, after: numberOf(field) });
    for (const event of ["disconnect", "connect"]) window.socket.on(event, () => waiting.forEach(forgetSent));
  };

  new MutationObserver((changes) => changes.forEach(({ target }) => answered(target))).observe(
    document.documentElement,
    { subtree: true, attributeFilter: ["data-answered"] },
  );
  followConnection();
})();
