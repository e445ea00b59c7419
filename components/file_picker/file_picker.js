/* Files may also be dragged into the box of a file input; everything else goes on as if they had been chosen there. */
(() => {
  const zoneOf = (event) => event.target.closest?.("[data-takes-files]");
  const mark = (zone) => {
    document.querySelectorAll(".file-zone.over").forEach((each) => each !== zone && each.classList.remove("over"));
    zone?.classList.add("over");
  };

  document.addEventListener("dragover", (event) => {
    const zone = zoneOf(event);
    mark(zone);
    if (zone) event.preventDefault();
  });
  document.addEventListener("dragend", () => mark(null));
  document.addEventListener("drop", (event) => {
    const zone = zoneOf(event);
    mark(null);
    if (!zone) return;
    event.preventDefault();
    const input = zone.querySelector("input");
    const few = new DataTransfer();
    [...event.dataTransfer.files].slice(0, input.multiple ? undefined : 1).forEach((file) => few.items.add(file));
    input.files = few.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
})();
