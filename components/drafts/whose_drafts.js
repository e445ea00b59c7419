/* Whose drafts a tab keeps (draft_store.js): those of who looks at the page, and of who was here last. */
(() => {
  const drafts = window.mbtq.drafts;
  const LAST_PERSON = "drafts-of"; // who was signed in or a guest here last: their session may have ended by itself
  const mark = document.querySelector("meta[name=draft-owner]");
  const owner = mark?.content ?? "";

  // Another person's go, after a change of hands in this tab. A page of nobody leaves those of the last person alone: they
  // may sign in again, and their page may not have heard that the session is over. Nobody else has their key.
  if (mark?.dataset.endWithSession !== undefined) sessionStorage.removeItem(LAST_PERSON);
  else if (owner) sessionStorage.setItem(LAST_PERSON, owner);
  if (mark) drafts.removeOthers(owner, sessionStorage.getItem(LAST_PERSON) ?? "");

  // Signed in again in another tab: what they typed in this one, on a page that shows nobody's, is shown again.
  const people = new BroadcastChannel("drafts-of");
  people.onmessage = ({ data }) => {
    const isLastPerson = mark && !owner && data === sessionStorage.getItem(LAST_PERSON);
    if (isLastPerson && drafts.has(data) && drafts.names().length === 0) location.reload();
  };
  if (owner) people.postMessage(owner);
})();
