/* The summary takes the focus when it appears. */
(() => {
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        const summary = node.matches("[data-takes-focus]") ? node : node.querySelector("[data-takes-focus]");
        summary?.focus();
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
