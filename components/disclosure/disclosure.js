/* What is drawn only when it is wanted is asked for a little before it is opened, and again until it is there. Whoever
   is faster than the answer types into the words that stand in its place, and goes on in its first field. */
(() => {
  const TURNS_TO_IT_MS = 150; // who only passes by with Tab or the pointer wants nothing
  const AGAIN_MS = 3000;
  const HELD_MS = 5000; // then Tab leads on: nobody is kept in a place where nothing comes
  const STOPS = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  let turning;
  let held = null; // where the focus is, since when, and the keys that are meant for what comes

  const isUnfilled = (fold) => fold?.querySelector(":scope > .coming") != null;
  const want = (fold) => isUnfilled(fold) && fold.dispatchEvent(new Event("wanted"));
  const wantWhatIsOpen = () => document.querySelectorAll("details[open]").forEach(want);
  const isLost = () => document.querySelector('.connection[data-state="lost"]') !== null;

  const turnTo = ({ target }) => {
    clearTimeout(turning);
    const fold = target.closest?.("summary")?.parentElement;
    if (isUnfilled(fold)) turning = setTimeout(() => want(fold), TURNS_TO_IT_MS);
  };
  document.addEventListener("pointerover", turnTo);
  document.addEventListener("focusin", (event) => {
    turnTo(event);
    const isPlace = event.target.matches(".coming");
    held = isPlace ? { place: event.target, fold: event.target.parentElement, since: performance.now(), keys: [] } : null;
  });
  document.addEventListener("toggle", ({ target }) => target.open && want(target), { capture: true });
  setInterval(wantWhatIsOpen, AGAIN_MS);

  document.addEventListener("keydown", (event) => {
    if (event.target !== held?.place || event.ctrlKey || event.metaKey || event.altKey) return;
    const goesOn = event.key === "Tab" && !event.shiftKey;
    if (goesOn && (isLost() || performance.now() - held.since > HELD_MS)) return;
    if (!goesOn && event.key.length !== 1 && event.key !== "Backspace") return;
    event.preventDefault();
    held.keys.push(event.key);
  });

  const isStop = (each) => each.checkVisibility() && !each.disabled && each.tabIndex >= 0;
  const isFirstOfItsWays = (each, place, all) =>
    each.type !== "radio" || all.findIndex(({ type, name }) => type === "radio" && name === each.name) === place;

  // As a person would do it, so that the field counts it as typed and tells its change when it is left.
  const handOver = ({ fold, keys }) => {
    if (!fold.isConnected || document.activeElement !== document.body) return;
    const stops = [...fold.querySelectorAll(`:scope > :not(summary)`)]
      .flatMap((part) => [part, ...part.querySelectorAll("*")])
      .filter((each) => each.matches(STOPS) && isStop(each))
      .filter(isFirstOfItsWays);
    stops.shift()?.focus();
    for (const key of keys) {
      if (key === "Tab") stops.shift()?.focus();
      else if (key === "Backspace") document.execCommand("delete");
      else document.execCommand("insertText", false, key);
    }
  };

  new MutationObserver(() => {
    if (!held || held.place.isConnected) return;
    const meant = held;
    held = null;
    handOver(meant);
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
