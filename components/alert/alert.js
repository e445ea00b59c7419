/* An alert that appears is felt on a phone: two short pulses, unless the person switched them off. */
(() => {
  const wanted = () => document.documentElement.dataset.vibration !== "off";

  new MutationObserver((changes) => {
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node.nodeType === Node.ELEMENT_NODE);
    const appeared = added.some((node) => node.matches("[data-appears]") || node.querySelector("[data-appears]"));
    // Before the first touch a browser refuses, and complains in the console.
    if (appeared && wanted() && navigator.userActivation?.hasBeenActive) navigator.vibrate?.([200, 150, 200]);
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
