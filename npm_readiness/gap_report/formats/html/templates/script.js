// The contents list is a bar on a narrow screen, the facts fold on a phone, and the filters narrow the findings of their section.
"use strict";
document.documentElement.classList.add("scripted");
const contents = document.querySelector(".contents");
const narrow = matchMedia("screen and (max-width: 64rem)");
const phone = matchMedia("screen and (max-width: 44rem)");
const facts = document.querySelector(".facts");
const fold = () => { contents.open = !narrow.matches; };
const foldFacts = () => { facts.open = !phone.matches; };
fold();
foldFacts();
narrow.addEventListener("change", fold);
phone.addEventListener("change", foldFacts);
contents.addEventListener("click", event => { if (event.target.closest("a")) fold(); });
contents.addEventListener("keydown", event => {
  if (event.key === "Escape" && narrow.matches && contents.open) { fold(); contents.firstElementChild.focus(); }
});
addEventListener("beforeprint", () => { contents.open = facts.open = true; });
addEventListener("afterprint", () => { fold(); foldFacts(); });

const resets = [];
for (const box of document.querySelectorAll(".filters")) {
  const section = box.closest("section");
  const findings = [...section.querySelectorAll("[data-by]")];
  const choices = [...box.querySelectorAll("select")];
  const status = box.querySelector("[role=status]");
  // What stands before the first heading, and then each heading with what stands below it.
  const groups = [[]];
  for (const block of section.children) {
    if (block.tagName === "H3") groups.push([]);
    groups.at(-1).push(block);
  }
  const fits = finding => choices.every((choice, place) =>
    !choice.selectedIndex || finding.dataset.by.split(" ")[place].split(",").includes(`${choice.selectedIndex}`));
  const apply = () => {
    const active = choices.some(choice => choice.selectedIndex);
    const shown = new Set(findings.filter(fits));
    for (const finding of findings) finding.classList.toggle("off", !shown.has(finding));
    // A finding is a block of its own, or one of the lines in a block.
    const holds = block => shown.has(block) || [...block.querySelectorAll("[data-by]")].some(line => shown.has(line));
    groups.forEach((group, index) => {
      const empty = active && index > 0 && !group.some(holds);
      for (const block of group) {
        const out = active && block.matches("article, .entries") && !holds(block);
        block.classList.toggle("off", empty || out);
      }
    });
    status.textContent = status.dataset.shown.replace("{shown}", shown.size).replace("{all}", findings.length);
  };
  const reset = () => { for (const choice of choices) choice.selectedIndex = 0; apply(); };
  for (const choice of choices) choice.addEventListener("change", apply);
  box.querySelector("button").addEventListener("click", reset);
  resets.push(reset);
  box.hidden = false;
  reset();
}
// A link to what is filtered out shows everything again.
const reveal = hash => {
  // Our places are plain names; a hash that is none leads nowhere.
  const target = document.getElementById(hash.slice(1));
  if (!target || !target.closest(".off")) return null;
  for (const reset of resets) reset();
  return target;
};
addEventListener("click", event => {
  const link = event.target.closest("a[href^='#']");
  if (link) reveal(link.hash);
});
addEventListener("hashchange", () => { const target = reveal(location.hash); if (target) target.scrollIntoView(); });
