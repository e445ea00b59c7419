/* A form is posted once: a second press would do the same thing twice. The words on the button say that it is on its way.
   While nobody can be reached it is not posted at all: the browser would leave the page for an error of its own. */
(() => {
  const forget = (form) => {
    delete form.dataset.posted;
    for (const button of form.querySelectorAll("[data-busy][aria-disabled]")) {
      button.removeAttribute("aria-disabled");
      (button.querySelector("span") ?? button).textContent = button.dataset.idle;
    }
  };

  // The way back loads the page anew, but its place in the history is the same.
  const remember = (field) => {
    const sent = `sent ${field.form.action} ${field.name}`;
    field.value = history.state?.[sent] ?? field.value;
    history.replaceState({ ...history.state, [sent]: field.value }, "");
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const isAway = window.mbtq.isConnectionLost?.();
    if (isAway) window.mbtq.sayOfConnection("held");
    if (isAway || form.dataset.posted !== undefined) return event.preventDefault();
    if (form.dataset.downloads !== undefined) return;
    form.dataset.posted = "";
    form.querySelectorAll("[data-once]").forEach(remember);
    const button = event.submitter;
    if (button?.dataset.busy === undefined) return;
    const label = button.querySelector("span") ?? button;
    button.dataset.idle = label.textContent;
    button.setAttribute("aria-disabled", "true");
    label.textContent = button.dataset.busy;
  });

  window.mbtq ??= {};
  window.mbtq.formIsReadyAgain = forget;

  // The browser's back button shows the page as it was left: ready again.
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-posted]").forEach(forget));
})();
