/* What is good for a while goes by itself when that is over, also from a page that no word of the server reaches. */
(() => {
  const LOOK_AGAIN_MS = 1000; // one long timer would stand still while the machine sleeps
  const until = new WeakMap(); // by box, in milliseconds of the clock on the wall

  const end = (box) => {
    for (const part of box.children) part.hidden = true;
    box.append(Object.assign(document.createElement("p"), { textContent: box.dataset.over }));
    const polite = document.querySelector("[data-says=polite]");
    if (polite) polite.textContent = box.dataset.over;
  };

  const look = () => {
    for (const box of document.querySelectorAll("[data-good-for]")) {
      if (!until.has(box)) until.set(box, Date.now() + Number(box.dataset.goodFor) * 1000);
      if (Date.now() < until.get(box)) continue;
      until.set(box, Infinity);
      end(box);
    }
  };

  setInterval(look, LOOK_AGAIN_MS);
  document.addEventListener("visibilitychange", look);
})();
