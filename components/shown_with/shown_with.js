/* A field that is there only while the select beside it has a certain answer; also after the browser brought that back. */
(() => {
  const bring = (form) => {
    for (const place of form.querySelectorAll("[data-shown-with]")) {
      const asked = form.elements[place.dataset.shownWith];
      if (asked) place.hidden = asked.value !== place.dataset.shownValue;
    }
  };
  document.addEventListener("change", ({ target }) => target.form && bring(target.form));
  window.addEventListener("pageshow", () => document.querySelectorAll("form").forEach(bring));
})();
