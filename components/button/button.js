/* Leaving a field saves it, and the answer may move the page while a button is held down. The browser then clicks nothing.
   A press that ends where it began still counts, for what was pressed; a pointer that was moved away takes it back. */
(() => {
  const PRESSABLE = "button:enabled, summary, label, a[href], input:is([type=checkbox], [type=radio], [type=file])";
  const STEADY_PX = 5; // a hand that holds still
  let press = null; // what was pressed, and where
  let isClicked = false; // then the click that the browser may still send is the same one

  const isOn = (part, { clientX: x, clientY: y }) =>
    [...part.getClientRects()].some(({ left, right, top, bottom }) => left <= x && x < right && top <= y && y < bottom);

  const isWithinReach = (part) => {
    const dialog = document.querySelector("dialog:modal");
    return part.checkVisibility() && (!dialog || dialog.contains(part));
  };

  const begin = (event) => {
    press = null;
    isClicked = false;
    if (!event.isPrimary || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const part = event.target.closest?.(PRESSABLE);
    if (part && isOn(part, event)) press = { part, at: { clientX: event.clientX, clientY: event.clientY } };
  };

  const end = ({ clientX, clientY }) => {
    const { part, at } = press ?? {};
    press = null;
    if (!part || isOn(part, at) || !isWithinReach(part)) return;
    if (Math.hypot(clientX - at.clientX, clientY - at.clientY) > STEADY_PX) return;
    part.focus({ preventScroll: true }); // a finger has not yet left the field
    part.click();
    isClicked = true;
  };

  const sendOnce = (event) => {
    if (!isClicked || event.detail === 0) return; // a key or a script clicks with 0
    isClicked = false;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  addEventListener("pointerdown", begin, { capture: true });
  addEventListener("pointerup", end, { capture: true });
  addEventListener("click", sendOnce, { capture: true });
  // After a touch the browser plays the mouse: it would put the focus into what has arrived under the finger.
  addEventListener("touchend", (event) => isClicked && event.preventDefault(), { capture: true, passive: false });
  // The person scrolls, drags or asks for a menu: that is no press any more.
  for (const other of ["pointercancel", "wheel", "contextmenu"]) {
    addEventListener(other, () => (press = null), { capture: true, passive: true });
  }
})();

/* Enter in a line of text presses the button that is for it, once the key is up: what is typed was told by then. A key
   that went down elsewhere, as on the button itself, is none of this field's. */
(() => {
  const isLine = (part) => part.matches?.("input:not([type=checkbox], [type=radio], [type=file])");
  const buttonOf = (part) =>
    [...document.querySelectorAll("[data-enter-in]")].find(({ dataset }) =>
      dataset.enterIn.split(" ").some((id) => document.getElementById(id)?.contains(part)),
    );
  let began = null; // the field in which the key went down

  addEventListener("keydown", (event) => {
    if (event.key === "Enter") began = isLine(event.target) && !event.isComposing && !event.repeat ? event.target : null;
  });
  addEventListener("keyup", (event) => {
    if (event.key !== "Enter") return;
    if (began === event.target) buttonOf(began)?.click();
    began = null;
  });
})();
