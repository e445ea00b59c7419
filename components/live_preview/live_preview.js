/* A choice about the screen is shown by the whole page at once, before it is saved. */
(() => {
  const AS_USUAL = ["system", "on"];

  const show = ({ name, value }) => {
    const said = document.documentElement;
    const attribute = `data-${name.replaceAll("_", "-")}`;
    if (AS_USUAL.includes(value)) said.removeAttribute(attribute);
    else said.setAttribute(attribute, value);
  };

  document.addEventListener("change", ({ target }) => target.closest("[data-live-preview]") && show(target));
  // Who comes back to the page finds what they chose, not saved yet: the browser keeps it.
  window.addEventListener("pageshow", () =>
    document.querySelectorAll("[data-live-preview] :checked").forEach((chosen) => show(chosen)),
  );
})();
