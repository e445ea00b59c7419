/* Keeps what is answered but not saved yet (draft_store.js), by page, thing and field, and commits it again after a reload
   or a lost connection. A draft is what the field says (`typed`) and the saved answer that it was typed over (`basis`):
   when another answer is saved by then, the page hears "stale" before the commit and lets the person choose. */
(() => {
  const drafts = window.mbtq.drafts;
  const LAST = "draft-in-hand";
  const nameFor = (part, draft) => {
    const thing = part.closest("[data-drafts-of]")?.dataset.draftsOf ?? "";
    return [location.pathname, thing, draft].join("|");
  };
  const nameOf = (field) => nameFor(field, field.dataset.draft);
  const draftOf = (field) => drafts.get(nameOf(field));
  const keep = (field, draft) => {
    drafts.set(nameOf(field), draft);
    field.dataset.unsaved = "";
  };
  const isLast = (field) => sessionStorage.getItem(LAST) === drafts.placeOf(nameOf(field));
  const putDown = (field) => isLast(field) && sessionStorage.removeItem(LAST);
  const forget = (field) => {
    drafts.remove(nameOf(field));
    delete field.dataset.unsaved;
    putDown(field);
  };

  const typedIntoForm = (form) => [...form.querySelectorAll("[data-draft]")].filter(draftOf);

  window.mbtq.forgetDrafts = drafts.removeAll;
  window.mbtq.forgetDraftsUnder = (path) =>
    drafts.names().filter((name) => name.startsWith(path)).forEach(drafts.remove);
  window.mbtq.sendDraftsIn = (form, how) => drafts.send(typedIntoForm(form).map(nameOf), how);
  window.mbtq.forgetDraft = (draft) => drafts.remove(nameFor(document.body, draft));

  // Radio buttons are one field. The first of them stands for all, and alone has a key.
  const boxesOf = (control) =>
    control.type === "radio" ? [...(control.closest("fieldset")?.querySelectorAll("[type=radio]") ?? [])] : [control];
  const hasBoxes = (control) => ["radio", "checkbox"].includes(control.type);
  const fieldOf = (control) => boxesOf(control)[0] ?? control;
  const isKept = (field) => field.dataset?.draft !== undefined;
  const saysOf = (box) => (box.type === "checkbox" ? "on" : box.value); // whatever a form posts of a ticked one
  const chosenIn = (field) => boxesOf(field).find((box) => box.checked);
  const typedIn = (field) => (hasBoxes(field) ? (chosenIn(field) ? saysOf(chosenIn(field)) : "") : field.value);
  const fill = (field, typed) => {
    if (hasBoxes(field)) boxesOf(field).forEach((box) => (box.checked = saysOf(box) === typed));
    else field.value = typed;
  };

  const whenConnected = (act) => (window.did_handshake ? act() : setTimeout(() => whenConnected(act), 50));
  const commit = (field) =>
    whenConnected(() => {
      const changed = boxesOf(field).find((box) => box.checked) ?? field;
      changed.dispatchEvent(new Event("change", { bubbles: true }));
    });

  // The field that a person was typing in gets the focus back, and is judged only when they leave it.
  const goOn = (field) => {
    field.focus(); // its new value has put the caret at its end
    const left = new AbortController();
    field.addEventListener("change", () => left.abort(), { once: true }); // typed on: the browser tells it itself
    field.addEventListener("blur", () => commit(field), { once: true, signal: left.signal });
  };

  const isInHand = (field) => isLast(field) && [document.body, field].includes(document.activeElement);
  // The day of a date whose year is still being typed is judged together with it. So a draft of one is a draft of all.
  const partsOf = (field) => [...(field.closest("fieldset")?.querySelectorAll("[data-draft]") ?? [field])];
  const isUnchanged = (field) => [undefined, field.dataset.saved].includes(draftOf(field)?.typed);
  const isStale = (field) => (draftOf(field)?.basis ?? field.dataset.saved) !== field.dataset.saved;

  // A form that came back shows what was sent with it. That is not saved: the draft stays, until the form is taken.
  const isSentInVain = (field) =>
    drafts.isNotTaken && field.form?.method === "post" && draftOf(field).typed === typedIn(field);
  const holdOn = (field) => {
    field.dataset.saved = draftOf(field).basis ?? "";
    field.dataset.unsaved = "";
  };

  const restore = (field) => {
    const draft = draftOf(field);
    if (!draft) return;
    if (isSentInVain(field)) return holdOn(field);
    if (partsOf(field).every(isUnchanged) || field.closest("[data-drops-drafts]")) return forget(field);
    fill(field, draft.typed);
    if (draft.typed !== typedIn(field)) {
      fill(field, field.dataset.saved); // it can't be chosen any more
      return forget(field);
    }
    field.dataset.unsaved = "";
    field.closest("details")?.setAttribute("open", ""); // nothing that is typed lies hidden
    if (isInHand(field)) goOn(field);
    else if (!partsOf(field).some(isInHand)) queueMicrotask(() => commit(field)); // the rest of a date is filled in by then
  };

  // What is drawn only when a person opens it is opened for them when something in it was typed and not committed.
  const unfold = (fold) => {
    const inside = nameFor(fold, fold.dataset.draftsIn);
    if (drafts.names().some((name) => name.startsWith(inside))) whenConnected(() => (fold.open = true));
  };

  // Saved by this page: the draft has done its work, or what was typed since then is typed over the new answer.
  const onSaved = (field) => {
    const isDone = (part) => draftOf(part)?.typed === (part.dataset.committed ?? part.dataset.saved);
    const typedOver = (part) => keep(part, { ...draftOf(part), basis: part.dataset.saved });
    const typed = partsOf(field).filter(draftOf);
    typed.forEach(typed.every(isDone) ? forget : typedOver);
  };

  // What is sent in the seconds before a dead connection is noticed never arrives; what is answered later has to wait.
  const followConnection = () => {
    if (!window.socket) return setTimeout(followConnection, 50);
    let wasLost = false;
    window.socket.on("disconnect", () => {
      window.did_handshake = false; // NiceGUI sends nothing before it is true again
      wasLost = true;
    });
    window.socket.on("connect", () => wasLost && whenConnected(sendAgain));
  };
  const sendAgain = () => {
    const unsaved = [...document.querySelectorAll("[data-draft]")].filter(draftOf);
    unsaved.filter((field) => !partsOf(field).some(isInHand)).forEach(commit);
  };

  document.addEventListener("input", ({ target }) => {
    const field = fieldOf(target);
    if (!isKept(field)) return;
    partsOf(field).forEach((part) =>
      keep(part, { typed: typedIn(part), basis: draftOf(part)?.basis ?? part.dataset.saved }),
    );
    sessionStorage.setItem(LAST, drafts.placeOf(nameOf(field)));
  });
  document.addEventListener("change", ({ target }) => {
    putDown(fieldOf(target));
    sent.set(fieldOf(target), typedIn(fieldOf(target)));
  });

  // What failed can be sent again as it is, though the browser sees no change: by Enter, or by choosing it once more.
  const sent = new WeakMap();
  const tryAgain = ({ target }) => {
    const field = fieldOf(target);
    if (isKept(field) && draftOf(field) && sent.get(field) === typedIn(field)) commit(field);
  };
  document.addEventListener("keydown", (event) => event.key === "Enter" && !hasBoxes(event.target) && tryAgain(event));
  document.addEventListener("click", (event) => event.target.type === "radio" && tryAgain(event));
  const warnOfStale = ({ target }) => {
    const field = fieldOf(target);
    if (isKept(field) && partsOf(field).some(isStale)) field.dispatchEvent(new Event("stale", { bubbles: true }));
  };
  document.addEventListener("change", warnOfStale, { capture: true }); // before the page takes the answer

  // Typed and taken back again: the browser sees no change, so nothing will be committed.
  document.addEventListener("focusout", ({ target }) => {
    if (!isKept(target) || hasBoxes(target)) return;
    const isAsSaved = (part) => part.value === (part.dataset.committed ?? part.dataset.saved);
    if (partsOf(target).every(isAsSaved)) partsOf(target).forEach(forget);
  });

  window.addEventListener("submit", ({ target, defaultPrevented }) => {
    if (defaultPrevented) return; // it stays on the page: components/form
    if (target.dataset.clearsDrafts !== undefined) drafts.removeAll();
    const isPosted = target.method === "post" && target.dataset.downloads === undefined;
    if (isPosted) window.mbtq.sendDraftsIn(target);
    else typedIntoForm(target).forEach(forget);
  });

  const follow = (changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "attributes") {
        onSaved(target);
        continue;
      }
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        if (node.matches("[data-draft]")) restore(node);
        node.querySelectorAll("[data-draft]").forEach(restore);
        node.querySelectorAll("[data-drafts-in]").forEach(unfold);
      }
    }
  };
  const observer = new MutationObserver((changes) => drafts.whenOpen(() => follow(changes)));
  observer.observe(document.documentElement, { childList: true, subtree: true, attributeFilter: ["data-committed"] });
  followConnection();
})();
