/* A link to a place of this page opens what is closed around it, and puts the focus there. "Back" leads to the link again. */
(() => {
  const TAKES_FOCUS = "summary, a[href], button, input, select, textarea, [tabindex]";
  const LEADS = "a[data-leads-to-place]";
  const stops = new Map(); // where an entry of the history leads: functions, as the server may have drawn a link anew

  const focusable = (part) => {
    part.tabIndex = -1;
    return part;
  };

  const inFocus = (place) => {
    if (place.matches("section, aside")) return focusable(place.querySelector("h2, h3, h4") ?? place);
    if (place.matches(TAKES_FOCUS)) return place;
    const parts = [...place.querySelectorAll(TAKES_FOCUS)];
    return place.querySelector("input:checked") ?? parts.find((part) => part.checkVisibility()) ?? focusable(place);
  };

  const goTo = (place) => {
    if (!place) return;
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    (place.closest(".field") ?? place).scrollIntoView(); // with its label
    inFocus(place).focus({ preventScroll: true });
  };

  /* The link; when it is gone, the same one drawn anew, or what it stood in. */
  const wayTo = (link) => {
    const around = [];
    for (let part = link; part; part = part.parentElement.closest("details, section, aside, main")) around.push(part);
    return () => {
      const left = around.find((part) => part.isConnected && !part.closest(".hidden"));
      return [...(left?.querySelectorAll(LEADS) ?? [])].find((each) => each.hash === link.hash) ?? left;
    };
  };

  const keep = (change, lead) => {
    const stop = `${performance.timeOrigin} ${stops.size}`; // entries outlive a reload, and must not lead astray then
    stops.set(stop, lead);
    history[change]({ ...history.state, stop }, "");
  };

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // the browser opens another tab or window
    const link = event.target.closest(LEADS);
    const { hash } = link ?? {};
    const place = () => document.getElementById(hash.slice(1));
    if (!link || !place()) return;
    event.preventDefault();
    keep("replaceState", wayTo(link));
    keep("pushState", place);
    goTo(place());
  });

  addEventListener("popstate", (event) => goTo(stops.get(event.state?.stop)?.()));
})();
