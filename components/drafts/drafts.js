/* Keeps typed, uncommitted text in sessionStorage by person, page and field, and commits it after a reload. */
(() => {
  const PREFIX = "draft:";
  const LAST = "draft-in-hand";
  const owner = () => document.querySelector("meta[name=draft-owner]")?.content ?? "";
  const keyOf = (field) => [PREFIX + owner(), location.pathname, field.dataset.draft].join("|");
  const forget = (field) => {
    sessionStorage.removeItem(keyOf(field));
    if (sessionStorage.getItem(LAST) === keyOf(field)) sessionStorage.removeItem(LAST);
  };
  const forgetAll = (unwanted) => {
    const drafts = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
    drafts.filter(unwanted).forEach((key) => sessionStorage.removeItem(key));
  };
  const whenConnected = (act) => (window.did_handshake ? act() : setTimeout(() => whenConnected(act), 50));
  const commit = (field) => whenConnected(() => field.dispatchEvent(new Event("change", { bubbles: true })));

  // The field that a person was typing in gets the focus back, and is judged only when they leave it.
  const goOn = (field) => {
    field.focus(); // its new value has put the caret at its end
    const left = new AbortController();
    field.addEventListener("change", () => left.abort(), { once: true }); // typed on: the browser tells it itself
    field.addEventListener("blur", () => commit(field), { once: true, signal: left.signal });
  };

  const isInHand = (field) =>
    sessionStorage.getItem(LAST) === keyOf(field) && [document.body, field].includes(document.activeElement);
  // The day of a date whose year is still being typed is judged together with it.
  const partsOf = (field) => [...(field.closest("fieldset")?.querySelectorAll("[data-draft]") ?? [field])];

  const restore = (field) => {
    const draft = sessionStorage.getItem(keyOf(field));
    if (draft === null) return;
    if (draft === field.value || field.closest("[data-drops-drafts]")) return forget(field);
    field.value = draft;
    field.closest("details")?.setAttribute("open", ""); // nothing that is typed lies hidden
    if (isInHand(field)) goOn(field);
    else if (!partsOf(field).some(isInHand)) commit(field);
  };

  // What is drawn only when a person opens it is opened for them when something in it was typed and not committed.
  const unfold = (fold) => {
    const inside = [PREFIX + owner(), location.pathname, fold.dataset.draftsIn].join("|");
    if (Object.keys(sessionStorage).some((key) => key.startsWith(inside))) whenConnected(() => (fold.open = true));
  };

  document.addEventListener("input", ({ target }) => {
    if (target.dataset.draft === undefined) return;
    sessionStorage.setItem(keyOf(target), target.value);
    sessionStorage.setItem(LAST, keyOf(target));
  });
  document.addEventListener("change", () => sessionStorage.removeItem(LAST));

  // Typed and taken back again: the browser sees no change, so nothing will be committed.
  document.addEventListener("focusout", ({ target }) => {
    if (target.dataset.draft === undefined) return;
    if (target.value === (target.dataset.committed ?? target.defaultValue)) forget(target);
  });

  document.addEventListener("submit", ({ target }) => {
    if (target.dataset.clearsDrafts !== undefined) forgetAll(() => true);
    target.querySelectorAll("[data-draft]").forEach(forget);
  });

  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "attributes") {
        if (sessionStorage.getItem(keyOf(target)) === target.dataset.committed) forget(target);
        continue;
      }
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        if (node.matches("[data-draft]")) restore(node);
        node.querySelectorAll("[data-draft]").forEach(restore);
        node.querySelectorAll("[data-drafts-in]").forEach(unfold);
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true, attributeFilter: ["data-committed"] });

  forgetAll((key) => !key.startsWith(`${PREFIX}${owner()}|`)); // another person's, after a change of hands in this tab
})();
