/* A link that leads on when what was typed is saved. What can't be saved is shown once; then the draft waits (drafts.js). */
(() => {
  const LONGEST_WAIT_MS = 4000;
  const LOOK_EVERY_MS = 30;
  const shown = new WeakSet(); // mistakes that this person was led to already

  const isSaving = (field) => !field.closest(".field")?.classList.contains("wrong");
  const unsaved = () => [...document.querySelectorAll("[data-unsaved]")].filter((each) => each.checkVisibility());
  const once = (until) =>
    new Promise((done) => {
      const begun = performance.now();
      const look = () =>
        until() || performance.now() - begun > LONGEST_WAIT_MS ? done() : setTimeout(look, LOOK_EVERY_MS);
      look();
    });
  const wrong = () => document.querySelector("main .field.wrong");

  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a[data-onward]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    await once(() => !unsaved().some(isSaving));
    const field = wrong();
    if (field && link.dataset.onward === "mend" && !shown.has(field)) {
      shown.add(field);
      field.querySelector("input, select, textarea")?.focus();
      return;
    }
    location.assign(link.href);
  });
})();
