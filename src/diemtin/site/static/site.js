// Enhancement only: every page works without it. "/" goes to the search box; a vote is cast
// without leaving the page.
"use strict";

document.addEventListener("keydown", (event) => {
  const box = document.getElementById("tim");
  if (event.key === "/" && box && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
    event.preventDefault();
    box.focus();
  }
});

for (const form of document.querySelectorAll("form[data-vote]")) {
  form.addEventListener("submit", async (event) => {
    if (!event.submitter) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form));
    body.set(event.submitter.name, event.submitter.value);
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      form.querySelector("[data-said]").textContent = (await answer.json()).said;
      for (const button of form.querySelectorAll("button")) button.setAttribute("aria-pressed", button === event.submitter);
    } catch {
      const chosen = Object.assign(document.createElement("input"), { type: "hidden", name: event.submitter.name, value: event.submitter.value });
      form.append(chosen);
      form.submit();
    }
  });
}

// A read is counted at an address of its own, without a cookie, so that the page can be kept by any cache.
for (const form of document.querySelectorAll("form[data-read]")) {
  if (form.dataset.read && navigator.sendBeacon) navigator.sendBeacon(form.dataset.read);
}
