// "Share": the device's own sharing where there is one, else the link in the clipboard, else the mail the link opens.

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-share]");
  if (!link || !(navigator.share || navigator.clipboard)) return;
  event.preventDefault();
  const { share: url, title, copied } = link.dataset;
  if (navigator.share) {
    await navigator.share({ url, title }).catch(() => {}); // closed without choosing: nothing to tell
    return;
  }
  await navigator.clipboard.writeText(url);
  link.parentElement.querySelector("[role=status]").textContent = copied;
});
