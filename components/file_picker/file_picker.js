/* What is chosen in a file input: no more files than may be sent at a time, and each can be taken out again. Where there
   may be several, more are added to those that were chosen before. Files may also be dragged into the box of the input;
   everything goes on as if they had been chosen there. */
(() => {
  const LONGEST_LIST = 200; // of a whole folder, nobody reads all names
  const boxOf = (event) => event.target.closest?.("[data-takes-files]");

  const chosenBefore = new WeakMap(); // by input: the browser puts what is chosen next in their place
  const put = (input, files) => {
    const few = new DataTransfer();
    files.forEach((file) => few.items.add(file));
    input.files = few.files;
  };
  const choose = (input, files) => {
    put(input, files);
    chosenBefore.set(input, files);
  };
  const looksLike = (file) => (other) => other.name === file.name && other.size === file.size;
  const isFirst = (file, number, files) => files.findIndex(looksLike(file)) === number;

  // Keeps the first ones that fit, and tells the server of all, so that it can name the others.
  window.mbtq ??= {};
  window.mbtq.chosenFiles = (input) => {
    const most = Number(input.closest("[data-takes-files]").dataset.takesFiles);
    const before = most > 1 ? (chosenBefore.get(input) ?? []) : [];
    const files = [...before, ...input.files].filter(isFirst);
    choose(input, files.slice(0, most));
    return JSON.stringify(files.slice(0, LONGEST_LIST).map(({ name, size }) => ({ name, size })));
  };

  // The focus goes to the next row, else to the one before, else to where files are chosen.
  const takeOut = (box, { name, size }) => {
    const isIt = (other) => other.name === name && String(other.size) === size;
    const input = box.querySelector("input");
    const files = [...input.files];
    const rows = [...box.querySelectorAll(".files > li:not([hidden])")];
    const at = rows.findIndex((row) => isIt(row.dataset));
    rows[at].hidden = true;
    ((rows[at + 1] ?? rows[at - 1])?.querySelector("button") ?? input).focus();
    choose(input, files.filter((file) => !isIt(file)));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };

  document.addEventListener("click", (event) => {
    const row = event.target.closest?.("[data-takes-out]")?.closest("li");
    if (row) takeOut(boxOf(event), row.dataset);
  });

  const mark = (box) => {
    document.querySelectorAll(".file-zone.over").forEach((each) => each !== box && each.classList.remove("over"));
    box?.classList.add("over");
  };

  document.addEventListener("dragover", (event) => {
    const box = boxOf(event);
    mark(box);
    if (box) event.preventDefault();
  });
  document.addEventListener("dragend", () => mark(null));
  document.addEventListener("drop", (event) => {
    const box = boxOf(event);
    mark(null);
    if (!box) return;
    event.preventDefault();
    const input = box.querySelector("input");
    put(input, [...event.dataTransfer.files]);
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
})();
