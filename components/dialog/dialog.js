/* Opens a native dialog, brings the focus in and back, and repeats inside what the page says to screen readers. */
(() => {
  const open = (button) => {
    const dialog = document.getElementById(button.dataset.opens);
    if (!dialog || dialog.open || button.getAttribute("aria-disabled")) return;
    dialog.showModal();
    dialog.querySelector("h2").focus();
    dialog.addEventListener("close", () => button.focus(), { once: true });
  };

  document.addEventListener("click", ({ target }) => {
    const opener = target.closest("[data-opens]");
    if (opener) open(opener);
    target.closest("[data-closes]")?.closest("dialog").close();
  });

  // Behind a modal dialog the live regions of the page are silent.
  const echo = (changes) => {
    const inside = document.querySelector("dialog[open] [data-echo]");
    if (!inside) return;
    for (const { target } of changes) {
      const region = (target.nodeType === Node.TEXT_NODE ? target.parentElement : target)?.closest("[aria-live]");
      if (region && !region.closest("dialog")) inside.textContent = region.textContent;
    }
  };
  new MutationObserver(echo).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
})();
