/* Shows a password and hides it again; before a form is sent it is hidden, so that browsers know it as a password. */
(() => {
  const turn = (button, visible) => {
    const input = button.parentElement.querySelector("input");
    input.type = visible ? "text" : "password";
    button.firstElementChild.textContent = visible ? button.dataset.hides : button.dataset.shows;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-shows]");
    if (button) turn(button, button.parentElement.querySelector("input").type === "password");
  });
  document.addEventListener("submit", (event) => {
    event.target.querySelectorAll("[data-shows]").forEach((button) => turn(button, false));
  }, true);
})();
