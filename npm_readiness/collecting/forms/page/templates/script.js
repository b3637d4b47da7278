"use strict";
(() => {
  const FIELDS = ["answer", "source", "pinpoint", "note", "comment", "reason"];
  const data = JSON.parse(document.getElementById("data").textContent);
  const ids = new Map(Object.entries(data.sources).reverse().map(([id, title]) => [title.trim(), id]));
  const by = document.getElementById("by");
  const at = (id) => document.getElementById(id);
  const questions = [...document.querySelectorAll("[data-question]")];
  const sections = [...document.querySelectorAll("section[data-theme]")];
  const draftKey = `npm-readiness:${data.country}:${data.questionnaire}`;
  const say = (text) => { at("said").textContent = text; };

  // --- What stands in the fields of a question -------------------------------------------------------------------
  const answered = (question) => question.querySelector("[type=radio]:checked")?.value ?? "";
  const titleOf = (source) => Object.hasOwn(data.sources, source) ? data.sources[source].trim() : source;
  const fieldsOf = (question) => {
    const found = { answer: answered(question) };
    for (const input of question.querySelectorAll("[data-field]")) found[input.dataset.field] = input.value.trim();
    const before = data.questions[question.dataset.question].before;
    found.source = found.source === titleOf(before.source) ? before.source : ids.get(found.source) ?? found.source;
    // What differs in blanks alone was not changed by anybody.
    for (const name of FIELDS) if (found[name] === before[name].replace(/\r\n?/g, "\n").trim()) found[name] = before[name];
    if (found.answer !== "not_applicable" && found.reason === before.reason && before.answer !== found.answer) found.reason = "";
    return found;
  };
  const fill = (question, fields) => {
    for (const radio of question.querySelectorAll("[type=radio]")) radio.checked = radio.value === fields.answer;
    for (const input of question.querySelectorAll("[data-field]")) {
      const value = fields[input.dataset.field];
      input.value = input.dataset.field === "source" ? titleOf(value) : value;
    }
    show(question);
  };
  const show = (question) => {
    question.querySelector(".field-reason").hidden = answered(question) !== "not_applicable";
  };

  // --- Sources that are new --------------------------------------------------------------------------------------
  const addSource = (source) => {
    const row = at("source-row").content.cloneNode(true);
    for (const input of row.querySelectorAll("[data-source]")) if (source) input.value = source[input.dataset.source] ?? "";
    at("new-sources").append(row);
  };
  const newSources = () => [...document.querySelectorAll("fieldset.source")].map((row) =>
    Object.fromEntries([...row.querySelectorAll("[data-source]")].map((input) => [input.dataset.source, input.value.trim()]))
  ).filter((source) => source.title);

  // --- The whole, to a draft or a file, and back -------------------------------------------------------------------
  const whole = () => ({
    form: data.form, questionnaire: data.questionnaire, country: data.country, by: by.value.trim(), checklists: data.checklists,
    answers: Object.fromEntries(questions.map((question) => {
      const { version, before } = data.questions[question.dataset.question];
      return [question.dataset.question, { version, before, after: fieldsOf(question) }];
    })),
    sources: newSources(),
  });
  const isAnswer = (entry) => entry && typeof entry.version === "string" &&
    entry.after && FIELDS.every((name) => typeof entry.after[name] === "string");
  const take = (saved) => {
    const changes = [];
    for (const [id, entry] of Object.entries(saved.answers ?? {})) {
      if (!isAnswer(entry) || !FIELDS.some((name) => entry.after[name] !== entry.before?.[name])) continue;
      const question = questions.find((one) => one.dataset.question === id);
      if (!question) changes.push(`${id} is not asked any more; it was answered: ${entry.after.answer || "nothing"}.`);
      else if (data.questions[id].version !== entry.version) {
        const text = question.querySelector("legend").textContent.trim();
        changes.push(`The words of «${text}» have changed, so your answer was not taken over: ${entry.after.answer || "nothing"}. ${entry.after.comment}`);
      } else fill(question, entry.after);
    }
    if (typeof saved.by === "string") by.value = saved.by;
    at("new-sources").replaceChildren();
    for (const source of Array.isArray(saved.sources) ? saved.sources : []) addSource(source);
    at("changes").replaceChildren(...changes.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
    at("changes").hidden = changes.length === 0;
    count();
    return changes.length;
  };
  let waiting = 0;
  const store = () => {
    waiting = 0;
    try {
      localStorage.setItem(draftKey, JSON.stringify(whole()));
      say("Draft kept in this browser.");
    } catch {
      say("This browser keeps no draft here: save to a file before you close the page.");
    }
  };
  const keep = () => {
    clearTimeout(waiting);
    waiting = setTimeout(store, 400);
  };
  // A phone ends a page without a word once it is out of sight.
  addEventListener("visibilitychange", () => { if (waiting && document.hidden) { clearTimeout(waiting); store(); } });
  addEventListener("pagehide", () => { if (waiting) { clearTimeout(waiting); store(); } });

  // --- What is shown -----------------------------------------------------------------------------------------------
  let theme = sections[0].dataset.theme;
  const count = () => {
    const done = questions.filter(answered).length;
    at("progress").value = done;
    at("count").textContent = `${done} of ${questions.length} answered`;
    for (const button of document.querySelectorAll("nav [data-theme]")) {
      const inside = questions.filter((question) => question.closest("section").dataset.theme === button.dataset.theme);
      const mark = button.querySelector(".done");
      if (mark) mark.textContent = `${inside.filter(answered).length}/${inside.length}`;
    }
  };
  const narrow = () => {
    const words = at("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const openOnly = at("open-only").checked;
    const everywhere = words.length > 0 || openOnly;
    for (const question of questions) {
      const text = everywhere ? question.textContent.toLowerCase() : "";
      question.hidden = !words.every((word) => text.includes(word)) || (openOnly && answered(question) !== "");
    }
    for (const section of sections) {
      const some = section.querySelector("[data-question]:not([hidden])") !== null;
      section.hidden = everywhere ? !some : section.dataset.theme !== theme;
    }
    for (const button of document.querySelectorAll("nav [data-theme]"))
      button.setAttribute("aria-current", String(!everywhere && button.dataset.theme === theme));
    if (everywhere) say(`${questions.filter((question) => !question.hidden).length} questions shown`);
  };

  // --- What somebody does --------------------------------------------------------------------------------------------
  document.addEventListener("input", (event) => {
    if (event.target.id === "search") return narrow();
    if (event.target.closest("main, #by")) keep();
    return undefined;
  });
  document.addEventListener("change", (event) => {
    const question = event.target.closest("[data-question]");
    if (event.target.id === "open-only") narrow();
    if (question) { show(question); count(); keep(); }
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const question = button.closest("[data-question]");
    if (button.classList.contains("empty") && question) {
      for (const radio of question.querySelectorAll("[type=radio]")) radio.checked = false;
      show(question); count(); keep();
    } else if (button.dataset.theme) {
      theme = button.dataset.theme;
      at("search").value = "";
      at("open-only").checked = false;
      narrow();
      at(`title-${theme}`).focus();
    }
  });
  at("add-source").addEventListener("click", () => { addSource(); keep(); });
  at("print").addEventListener("click", () => print());
  at("save-below").addEventListener("click", () => at("save").click());
  at("save").addEventListener("click", () => {
    const text = `${JSON.stringify(whole(), null, 1)}\n`;
    const link = Object.assign(document.createElement("a"), {
      href: URL.createObjectURL(new Blob([text], { type: "application/json" })),
      download: `answers-${data.country}-${data.questionnaire}.json`,
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    at("saved-below").textContent = "Saved. Send the file to whoever asked you.";
    say("Saved. Send the file to whoever asked you.");
  });
  at("open").addEventListener("click", () => at("file").click());
  at("file").addEventListener("change", async () => {
    const [file] = at("file").files;
    at("file").value = "";
    if (!file) return;
    try {
      const saved = JSON.parse(await file.text());
      if (saved?.form !== data.form) say("This file holds no answers of such a page.");
      else if (saved.country !== data.country) say("This file holds the answers for another country.");
      else {
        const changed = take(saved);
        keep();
        say(changed ? "Opened. Some questions have changed since; see below." : "Opened.");
      }
    } catch {
      say("This file cannot be read as answers.");
    }
  });
  at("wipe").addEventListener("click", () => {
    if (!confirm("Wipe the draft in this browser? What you have not saved to a file is lost.")) return;
    clearTimeout(waiting);
    waiting = 0;
    try { localStorage.removeItem(draftKey); } catch { /* there was none */ }
    for (const question of questions) fill(question, data.questions[question.dataset.question].before);
    by.value = "";
    at("new-sources").replaceChildren();
    count();
    say("The draft is wiped.");
  });

  for (const name of ["bar", "themes", "save-below"]) at(name).hidden = false;
  for (const button of document.querySelectorAll(".onward [data-theme]")) button.hidden = false;
  questions.forEach(show);
  try {
    const draft = JSON.parse(localStorage.getItem(draftKey) ?? "null");
    if (draft?.form === data.form) { take(draft); say("Your draft is here again."); }
  } catch { /* no draft can be kept here */ }
  count();
  narrow();
})();
