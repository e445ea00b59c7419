/* Tells each moment in the time zone of whoever looks, before it is painted, so that nothing moves. */
(() => {
  const day = new Intl.DateTimeFormat("en-US", { year: "numeric", month: "long", day: "numeric" });
  const hour = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit", timeZoneName: "short" });
  const { timeZone } = day.resolvedOptions();
  if (/^(Etc\/)?(UTC|UCT|GMT|Universal|Zulu)$/.test(timeZone)) return; // it is told in UTC already
  const tell = (time) => {
    const at = new Date(time.dateTime);
    if (isNaN(at)) return;
    if (time.classList.contains("day-alone")) time.textContent = day.format(at);
    else time.textContent = `${day.format(at)} at ${hour.format(at).replaceAll("\u202f", "\u00a0")}`;
  };
  const tellWithin = (node) => node.querySelectorAll?.('time[datetime$="Z"]').forEach(tell);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node.matches?.('time[datetime$="Z"]')) tell(node);
        tellWithin(node);
      }
    }
  }).observe(document, { childList: true, subtree: true });
  tellWithin(document);
})();
