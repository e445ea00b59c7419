/* The server may show another value in a field, but never over what a person has typed since the last commit. Locked boxes stay. */
(() => {
  const read = (controls) => {
    if (controls[0].type === "radio") return [controls.find((control) => control.checked)?.value ?? ""];
    if (controls[0].type === "checkbox") return [controls[0].checked ? "on" : ""];
    return controls.map((control) => control.value);
  };

  const write = (controls, texts) => {
    if (controls[0].type === "radio") controls.forEach((control) => (control.checked = control.value === texts[0]));
    else if (controls[0].type === "checkbox") controls[0].checked = texts[0] === "on";
    else controls.forEach((control, place) => (control.value = texts[place]));
  };

  window.mbtq ??= {};
  window.mbtq.setField = (id, held, next) => {
    const controls = [...(document.getElementById(id)?.querySelectorAll("input, select, textarea") ?? [])];
    if (controls.length === 0 || read(controls).join("\n") !== held.join("\n")) return;
    write(controls, next);
    controls.forEach((control) => control.dispatchEvent(new Event("shown", { bubbles: true })));
  };

  // A locked box takes the focus, so that its reason is read, but no tick.
  document.addEventListener("click", (event) => {
    if (event.target.closest("label")?.querySelector("input[aria-disabled=true]")) event.preventDefault();
  });
})();
