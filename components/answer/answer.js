/* What somebody types can make the page above it grow. Then the focus would slide under the line with the answer. */
(() => {
  const keepInSight = () => {
    const line = document.querySelector(".answer-in-sight");
    const { activeElement: focus } = document;
    if (!line?.getClientRects().length || !focus || focus === document.body) return;
    const { top, bottom } = focus.getBoundingClientRect();
    if (top < innerHeight && bottom > line.getBoundingClientRect().top) focus.scrollIntoView({ block: "nearest" });
  };

  new ResizeObserver(keepInSight).observe(document.documentElement);
})();
