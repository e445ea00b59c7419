/* What somebody types can make the page above the focus grow. Then the focus would slide under the line with the answer, under
   what is said of the connection, or off the screen: who saw it goes on seeing it. */
(() => {
  const page = document.documentElement;
  let seen = null; // what has the focus, if it is on the screen
  let length = 0; // of the page, when it was last looked at

  const look = () => {
    const focus = document.activeElement;
    const { top, bottom } = focus.getBoundingClientRect();
    seen = focus !== document.body && top < innerHeight && bottom > 0 ? focus : null;
  };

  // A browser that moves a page which has just grown says so before its new length is known: nobody has scrolled then.
  const lengthNow = () => page.getBoundingClientRect().height;
  const scrolled = () => lengthNow() === length && look();

  const keepInSight = () => {
    length = lengthNow();
    if (!seen || seen !== document.activeElement) return;
    const over = [...document.querySelectorAll(".answer-in-sight, .connection[data-state]")];
    const shown = over.filter((each) => each.getBoundingClientRect().height > 0);
    const end = Math.min(innerHeight, ...shown.map((each) => each.getBoundingClientRect().top));
    const { height, bottom } = seen.getBoundingClientRect();
    if (height < end && bottom > end) seen.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("focusin", look);
  document.addEventListener("scroll", scrolled, { passive: true });
  new ResizeObserver(keepInSight).observe(page);
})();
