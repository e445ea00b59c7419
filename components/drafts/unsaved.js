/* A page that shows what is saved says so when something that was typed on another page of this tab may not be. */
(() => {
  const drafts = window.mbtq.drafts;

  const tell = (box) => {
    const names = drafts.names().map((name) => name.split("|"));
    const left = names.find(([page, thing]) => thing === box.dataset.unsavedOf && page !== location.pathname);
    if (!left) return;
    box.hidden = false;
    const way = box.querySelector("a");
    if (way) way.href = left[0] + location.search;
  };

  const tellAll = () => document.querySelectorAll("[data-unsaved-of][hidden]").forEach(tell);
  const observer = new MutationObserver(() => drafts.whenOpen(tellAll));
  observer.observe(document.documentElement, { childList: true, subtree: true });
})();
