/* What is pressed while nobody can be reached waits in the browser, and would be done minutes later. Some acts must not. */
addEventListener(
  "click",
  (event) => {
    if (!event.target.closest?.("[data-now-or-never]")) return;
    const isAway = window.mbtq.isConnectionLost?.() || window.socket?.connected === false;
    if (!isAway) return;
    window.mbtq.sayOfConnection("held");
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  { capture: true },
);
