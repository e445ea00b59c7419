/* A picture of a form beside its fields lights the box of the field that has the focus, and says where that box is. */
(() => {
  const show = (figure, boxes) => {
    for (const box of figure.querySelectorAll("[data-box]")) box.toggleAttribute("data-here", boxes.includes(box.dataset.box));
    for (const words of figure.querySelectorAll("[data-about]")) words.hidden = words.dataset.about !== boxes[0];
  };

  /* The place is a part of what a screen reader says of the field, too. */
  const describe = (field, words) => {
    const ids = (field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
    if (!ids.includes(words.id)) field.setAttribute("aria-describedby", [...ids, words.id].join(" "));
  };

  document.addEventListener("focusin", ({ target }) => {
    const figure = target.closest(".with-picture")?.querySelector("[data-follows]");
    if (!figure) return;
    const boxes = target.closest("[data-asks-for]")?.dataset.asksFor.split(" ") ?? [""];
    show(figure, boxes);
    const words = figure.querySelector(`[data-about="${boxes[0]}"]`);
    if (boxes[0] && words && target.matches("input, select")) describe(target, words);
  });
})();
