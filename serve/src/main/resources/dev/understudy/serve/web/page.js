"use strict";
const PHASES = [["plan", "Plan"], ["read", "Read"], ["learn", "Learn"], ["evaluate", "Judge"], ["prepare", "Prepare"], ["generate", "Generate"], ["finish", "Finish"], ["verify", "Verify"]];
const STATES = { waiting: "Waiting", running: "Running", done: "Done", warned: "Needs a look", failed: "Failed", cancelled: "Cancelled", interrupted: "Interrupted" };
const VERBS = { clone: "Clone", generate: "Generate", learn: "Learn", diff: "Look for drift", verify: "Verify", plan: "Plan" };
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
let state = null, chosen = "", timer = 0, changing = null;
const $ = id => document.getElementById(id);

/** An element; what comes from outside is always text, never markup. */
function el(name, classes, ...parts) {
  const made = document.createElement(name);
  if (classes) made.className = classes;
  parts.flat().forEach(part => part !== null && part !== undefined && made.append(part));
  return made;
}
function button(text, classes, action) {
  const made = el("button", classes, text);
  made.type = "button";
  made.onclick = action;
  return made;
}
const badge = of => el("span", "badge " + of, STATES[of] || of);
function fill(where, parts) { where.replaceChildren(...parts); }

function took(seconds) {
  if (seconds === undefined) return "";
  const s = Math.round(seconds);
  return s < 60 ? (seconds < 10 ? seconds.toFixed(1) : s) + " s" : s < 3600 ? Math.floor(s / 60) + " min " + s % 60 + " s" : Math.floor(s / 3600) + " h " + Math.floor(s % 3600 / 60) + " min";
}
function when(text) {
  if (!text) return "";
  const moment = new Date(text), same = moment.toDateString() === new Date().toDateString();
  return moment.toLocaleString([], same ? { hour: "2-digit", minute: "2-digit", second: "2-digit" } : { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
}
function until(text) {
  const minutes = Math.round((new Date(text) - new Date(state.now)) / 60000);
  if (minutes < 1) return "in less than a minute";
  if (minutes < 90) return "in " + minutes + " min";
  return minutes < 2880 ? "in " + Math.round(minutes / 60) + " h" : "in " + Math.round(minutes / 1440) + " days";
}
const count = rows => Number(rows).toLocaleString("en");

async function ask(path, body) {
  const answer = await fetch(path, body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const told = await answer.json().catch(() => ({}));
  if (answer.status === 401) { door(true); throw new Error(told.message || "Sign in first."); }
  if (!answer.ok) throw new Error(told.message || "The server answered " + answer.status + ".");
  return told;
}
function toast(text) {
  $("toast").textContent = text;
  $("toast").hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => $("toast").hidden = true, 5000);
}
async function act(path, body, said) {
  try { await ask(path, body); toast(said); } catch (e) { toast(e.message); }
  await load();
}
function door(open) { $("door").hidden = !open; $("inside").hidden = open; }

function overview() {
  const next = state.jobs.filter(job => job.next).sort((a, b) => a.next < b.next ? -1 : 1)[0];
  const running = state.runs.filter(run => run.state === "running"), waiting = state.runs.filter(run => run.state === "waiting").length;
  const last = state.runs.find(run => run.ended), over = state.runs.filter(run => run.ended);
  const good = over.filter(run => run.state === "done").length;
  const card = (value, name) => el("div", "card", el("b", "", value), el("span", "", name));
  fill($("overview"), [
    card(running.length ? running[0].job : "Idle", running.length ? "at work" + (waiting ? ", " + waiting + " waiting" : "") : "nothing at work"),
    card(next ? until(next.next).replace("in ", "") : "–", next ? "until " + next.name : "no schedule"),
    card(last ? STATES[last.state] : "–", last ? "latest: " + last.job + ", " + when(last.ended) : "no run yet"),
    card(over.length ? good + " of " + over.length : "–", "latest runs went well")]);
}
function live() {
  const running = state.runs.filter(run => run.state === "running");
  $("now").hidden = running.length === 0;
  fill($("live"), running.map(run => {
    const told = run.progress || { phase: "", tables: [] }, at = PHASES.findIndex(phase => phase[0] === told.phase);
    const steps = el("ol", "steps", PHASES.map((phase, i) => el("li", i < at ? "past" : i === at ? "here" : "", phase[1])));
    const wrote = told.tables.filter(table => table.step === "wrote"), shown = wrote.length ? wrote : told.tables;
    const tables = shown.map(table => {
      const bar = document.createElement("progress");
      if (table.step === "wrote") { bar.max = Math.max(1, table.expected); bar.value = table.rows; } else { bar.max = 1; bar.value = table.step === "learned" ? 1 : .5; }
      return el("div", "", el("label", "", el("span", "", table.table), el("span", "", table.step === "wrote" ? count(table.rows) + " / " + count(table.expected) : table.step === "learned" ? "learned" : count(table.rows) + " read")), bar);
    });
    return el("div", "run", el("div", "top", el("h3", "", run.job), badge("running"), el("span", "soft small", "for " + took(run.seconds)),
        button("Cancel", "danger", () => confirm("Cancel this run? The target stays as it was, unless the new rows have just taken their place.") && act("/api/runs/" + run.id + "/cancel", {}, "The run is asked to end."))),
      told.target ? el("div", "soft small", (told.source ? told.source + " → " : "→ ") + told.target) : null, steps, el("div", "tables", tables));
  }));
}
function jobs() {
  fill($("jobs"), state.jobs.map(job => {
    const past = state.runs.filter(run => run.job === job.name).slice(0, 20).reverse();
    const busy = job.last && (job.last.state === "running" || job.last.state === "waiting");
    const facts = el("dl", "", el("dt", "", "Does"), el("dd", "", (VERBS[job.verb] || job.verb) + " by " + job.configuration),
      el("dt", "", "When"), el("dd", "", job.words ? job.words + " (" + job.zone + ")" : "by hand only"));
    if (job.next) facts.append(el("dt", "", "Next"), el("dd", "", when(job.next) + (job.zone === HERE ? ", " : " your time, ") + until(job.next)));
    if (job.last && job.last.message) facts.append(el("dt", "", "Told"), el("dd", "", job.last.message));
    const start = button("Start now", "main", () => act("/api/jobs/" + job.name + "/start", {}, job.name + " begins."));
    start.disabled = busy;
    const bars = past.map(run => { const bar = el("i", run.state); bar.title = STATES[run.state] + ", " + when(run.asked) + (run.seconds === undefined ? "" : ", " + took(run.seconds)); return bar; });
    return el("article", "job", el("div", "top", el("h3", "", job.name), job.last ? badge(job.last.state) : el("span", "soft small", "never ran")), facts,
      bars.length ? el("div", "history", bars) : null, el("div", "do", start, button("Change schedule", "", () => change(job))));
  }));
}
function runs() {
  const names = ["", ...state.jobs.map(job => job.name)];
  fill($("filter"), names.length > 2 ? names.map(name => { const chip = button(name || "All", name === chosen ? "on" : "", () => { chosen = name; runs(); }); return chip; }) : []);
  const shown = state.runs.filter(run => !chosen || run.job === chosen);
  $("none").hidden = shown.length > 0;
  $("runs").parentElement.hidden = shown.length === 0;
  fill($("runs").tBodies[0], shown.map(run => {
    const report = el("a", "button", "Report");
    report.href = "/runs/" + run.id + "/report.html"; report.target = "_blank"; report.rel = "noopener";
    return el("tr", "", el("td", "", "#" + run.id), el("td", "", run.job, run.cause === "hand" ? el("span", "soft small", " by hand") : null),
      el("td", "", badge(run.state), run.message ? el("span", "why", run.message) : null), el("td", "", when(run.started || run.asked)), el("td", "n", took(run.seconds)),
      el("td", "do", run.report ? report : null, run.state === "waiting" ? button("Cancel", "danger", () => act("/api/runs/" + run.id + "/cancel", {}, "Taken out of the queue.")) : null, button("Details", "", () => details(run.id))));
  }));
}
async function details(id) {
  let run;
  try { run = await ask("/api/runs/" + id); } catch (e) { toast(e.message); return; }
  const facts = el("dl", "facts"), fact = (name, value) => value !== undefined && value !== "" && facts.append(el("dt", "", name), el("dd", "", value));
  const result = run.result || {};
  fact("Asked", when(run.asked) + (run.cause === "hand" ? ", by hand" : ", by its schedule"));
  fact("Took", took(run.seconds)); fact("Status", run.exit === undefined ? undefined : String(run.exit)); fact("Told", run.message);
  fact("Run in the ledger", result.runId); fact("Seed", result.seed === undefined ? undefined : String(result.seed)); fact("Model", result.modelDigest);
  const parts = [el("h3", "", run.job + " #" + run.id + " "), badge(run.state), facts];
  const table = (title, heads, rows) => parts.push(el("h4", "", title), el("table", "", el("thead", "", el("tr", "", heads.map(head => el("th", head[1] || "", head[0])))), el("tbody", "", rows.map(row => el("tr", "", row.map((cell, i) => el("td", heads[i][1] || "", cell)))))));
  const constraints = result.constraints;
  if (constraints) fact("Constraints", count(constraints.checked) + " checked, " + constraints.violations.length + " violated");
  if (result.gates && result.gates.length) table("Gates", [["Gate"], ["Value", "n"], ["Asked for", "n"], ["Verdict"]], result.gates.map(gate => [gate.name, gate.value === undefined || gate.value === null ? "" : Number(gate.value).toFixed(3), gate.threshold === undefined || gate.threshold === null ? "" : Number(gate.threshold).toFixed(3), gate.verdict]));
  const place = one => one.table + (one.object ? "." + one.object : "");
  if (result.schema && result.schema.length) table("Drift of the schema", [["What"], ["Where"], ["Told"]], result.schema.map(one => [one.kind + " " + one.change, place(one), one.text]));
  if (result.data && result.data.length) table("Drift of the rows", [["What"], ["Where"], ["Distance", "n"], ["Limit", "n"]], result.data.map(one => [one.kind, place(one), one.distance.toFixed(3), one.limit.toFixed(3)]));
  if (result.tables && result.tables.length && result.tables[0].name) table("Tables", [["Table"], ["Mode"], ["Rows", "n"], ["Rows a second", "n"]], result.tables.map(one => [one.name, one.mode || "", one.targetRows === undefined ? "" : count(one.targetRows), one.rowsPerSecond ? count(Math.round(one.rowsPerSecond)) : ""]));
  if (result.warnings && result.warnings.length) table("Warnings", [["What"], ["Where"], ["Text"]], result.warnings.map(one => [one.id, one.object || "", one.text]));
  if (run.progress && run.progress.lines.length) parts.push(el("h4", "", "Log"), el("pre", "", run.progress.lines.join("\n")));
  fill($("detail"), parts);
  if (!$("details").open) $("details").showModal();
}
function change(job) {
  changing = job.name;
  $("changed").textContent = job.name;
  $("cron").value = job.schedule || "30 2 * * *";
  $("zone").value = job.zone || HERE;
  $("unchanged").textContent = "";
  $("clockwork").showModal();
}
async function load() {
  clearTimeout(timer);
  try {
    state = await ask("/api/state");
    door(false);
    $("version").textContent = state.version;
    $("clock").textContent = new Date(state.now).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
    overview(); live(); jobs(); runs();
  } catch (e) {
    if ($("door").hidden) { $("clock").textContent = "The server does not answer."; }
  }
  timer = setTimeout(load, state && state.runs.some(run => run.state === "running" || run.state === "waiting") ? 1000 : 4000);
}
async function login(token) {
  try { await ask("/api/login", { token }); $("refused").textContent = ""; await load(); } catch (e) { $("refused").textContent = e.message; }
}
$("login").onsubmit = event => { event.preventDefault(); login($("token").value.trim()); };
$("keep").onclick = () => $("clockwork").close();
$("change").onsubmit = async event => {
  event.preventDefault();
  try { await ask("/api/jobs/" + changing + "/schedule", { schedule: $("cron").value, zone: $("zone").value }); } catch (e) { $("unchanged").textContent = e.message; return; }
  $("clockwork").close();
  toast("The schedule of " + changing + " is changed.");
  await load();
};
fill($("examples"), [["every night", "30 2 * * *"], ["weekdays", "30 2 * * 1-5"], ["Sundays", "0 3 * * 0"], ["every hour", "0 * * * *"]].map(one => button(one[0], "", () => $("cron").value = one[1])));
fill($("zones"), (Intl.supportedValuesOf ? Intl.supportedValuesOf("timeZone") : []).concat("UTC").map(zone => { const option = document.createElement("option"); option.value = zone; return option; }));
if (location.hash.length > 1) {
  const token = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, "", location.pathname);
  login(token);
} else {
  load();
}
