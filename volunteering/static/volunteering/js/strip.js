// The strip of days opens on the chosen day, also after a swap.

const centre = () => document.querySelector("[data-strip] [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });

centre();
const region = document.querySelector("[data-fragment]");
if (region) new MutationObserver(centre).observe(region, { childList: true });
