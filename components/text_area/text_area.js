/* Counts what is left: for the eye at each key, for the ear and for braille once the person has stopped typing. */
(() => {
  const PAUSE_MS = 1500;
  const timers = new WeakMap();

  const show = (area) => {
    const [line, said] = [...area.parentElement.children].slice(-2);
    const left = Number(area.dataset.most) - [...area.value].length;
    const words = left < 0 ? line.dataset.over : line.dataset.left;
    line.textContent = words.replace("{count}", Math.abs(left).toLocaleString("en-US"));
    line.classList.toggle("over", left < 0);
    return [line, said];
  };

  document.addEventListener("input", ({ target }) => {
    if (target.dataset.most === undefined) return;
    const [line, said] = show(target);
    clearTimeout(timers.get(target));
    timers.set(target, setTimeout(() => (said.textContent = line.textContent), PAUSE_MS));
  });
  // A draft that came back has its number too, and so has what the server shows.
  for (const name of ["change", "focusin", "shown"]) {
    document.addEventListener(name, ({ target }) => target.dataset?.most !== undefined && show(target));
  }
})();
