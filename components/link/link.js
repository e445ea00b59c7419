/* A link to a place of this page opens what is closed around it, and puts the focus there. */
(() => {
  const TAKES_FOCUS = "summary, a[href], button, input, select, textarea, [tabindex]";

  const headingOf = (part) => {
    const heading = part.querySelector("h2, h3, h4");
    if (heading) heading.tabIndex = -1;
    return heading;
  };

  const inFocus = (place) => {
    if (place.matches("section")) return headingOf(place) ?? place;
    if (place.matches(TAKES_FOCUS)) return place;
    return place.querySelector("input:checked") ?? place.querySelector(TAKES_FOCUS) ?? place;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-leads-to-place]");
    const place = link && document.getElementById(link.hash.slice(1));
    if (!place) return;
    event.preventDefault();
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    (place.closest(".field") ?? place).scrollIntoView(); // with its label
    inFocus(place).focus({ preventScroll: true });
  });
})();
