// Comfort only: every page is complete without this file.
"use strict";

// "/" goes to the search box, as its key cap says.
document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const box = document.getElementById("q");
  if (box) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});

// Copy buttons keep their place but are not shown where they could not work: without script, or
// outside a secure context.
if (navigator.clipboard) {
  document.documentElement.classList.add("can-copy");
  document.addEventListener("click", async (event) => {
    const button = event.target instanceof Element && event.target.closest("button[data-copy]");
    if (!button) {
      return;
    }
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.dataset.state = "copied";
    } catch {
      button.dataset.state = "failed";
    }
    setTimeout(() => delete button.dataset.state, 1500);
  });
}

// On paper the page says where it is from: the whole address, which the server need not know.
window.addEventListener("beforeprint", () => {
  const address = document.getElementById("address");
  if (address) {
    address.textContent = location.href;
  }
});

// Browsers open the fold that an address leads into; those of before 2025 do not.
const openFold = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && target.closest("details:not([open])");
  if (fold) {
    fold.open = true;
    target.scrollIntoView();
  }
};
window.addEventListener("hashchange", openFold);
openFold();
