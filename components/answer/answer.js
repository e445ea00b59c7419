/* What somebody types can make the page above the focus grow. Then the focus would slide under the line with the answer, or
   off the screen: who saw it goes on seeing it. */
(() => {
  let seen = null; // what has the focus, if it is on the screen

  const look = () => {
    const focus = document.activeElement;
    const { top, bottom } = focus.getBoundingClientRect();
    seen = focus !== document.body && top < innerHeight && bottom > 0 ? focus : null;
  };

  const keepInSight = () => {
    if (!seen || seen !== document.activeElement) return;
    const line = document.querySelector(".answer-in-sight");
    const end = line?.getClientRects().length ? line.getBoundingClientRect().top : innerHeight;
    const { height, bottom } = seen.getBoundingClientRect();
    if (height < end && bottom > end) seen.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("focusin", look);
  document.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(keepInSight).observe(document.documentElement);
})();
