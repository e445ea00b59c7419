/* The day of printing, by the clock of the person who prints. */
window.addEventListener("beforeprint", () => {
  const today = new Date().toLocaleDateString("en-US", { dateStyle: "long" });
  document.querySelectorAll("time[data-today]").forEach((time) => (time.textContent = today));
});
