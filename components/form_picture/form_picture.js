/* A picture of a form beside its fields lights the box of the field that has the focus, and says where that box is. */
(() => {
  /* Where the form is larger than its window, the lit box is moved into the middle, and one that is higher to its top. */
  const centre = (box) => {
    const near = box?.closest(".near");
    if (!near) return;
    const { left, top, width, height } = box.getBoundingClientRect();
    const frame = near.getBoundingClientRect();
    const down = top - frame.top + Math.min(0, height - frame.height) / 2;
    near.scrollBy({ left: left - frame.left + (width - frame.width) / 2, top: down, behavior: "instant" });
  };

  const show = (figure, boxes) => {
    for (const box of figure.querySelectorAll("[data-box]")) box.toggleAttribute("data-here", boxes.includes(box.dataset.box));
    centre(figure.querySelector(".near [data-here]"));
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
