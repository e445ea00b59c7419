/* A choice about the screen is shown by the whole page at once, before it is saved. */
(() => {
  const AS_USUAL = ["system", "on"];

  document.addEventListener("change", ({ target }) => {
    if (!target.closest("[data-live-preview]")) return;
    const said = document.documentElement;
    const name = `data-${target.name.replaceAll("_", "-")}`;
    if (AS_USUAL.includes(target.value)) said.removeAttribute(name);
    else said.setAttribute(name, target.value);
  });
})();
