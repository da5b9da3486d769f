"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const root = document.documentElement;
  const byId = id => document.getElementById(id);
  const PAGE = 40;

  /** An element with attributes and children; texts are texts, never markup. */
  function el(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key === "class") element.className = value;
      else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (value !== false && value != null) element.setAttribute(key, value);
    }
    for (const child of children.flat()) if (child != null) element.append(child);
    return element;
  }
  const number = (value, digits = 3) => value == null ? "–" : value.toFixed(digits);
  /** Names may break behind a point or an underscore, and nowhere else. */
  const breakable = cell => typeof cell !== "string" ? [cell] : cell.split(/(?<=[._])(?=\w)/).flatMap((part, i) => i ? [el("wbr"), part] : [part]);
  const count = value => value == null || value < 0 ? "–" : value.toLocaleString("en");
  const percent = value => value == null ? "–" : (100 * value).toFixed(1) + " %";
  const bare = name => names.filter(other => other.split(".").pop() === name.split(".").pop()).length > 1 ? name : name.split(".").pop();
  const names = data.tables.map(table => table.name);
  const below = (value, floor) => value != null && floor != null && value < floor - 0.02;
  const badge = verdict => el("span", { class: "badge " + verdict }, verdict);
  const color = name => getComputedStyle(root).getPropertyValue("--" + name).trim();

  function rowsOf(headings, rows) {
    const numeric = heading => heading.startsWith(">");
    return el("div", { class: "wide" }, el("table", {},
      el("thead", {}, el("tr", {}, headings.map(h => el("th", { class: numeric(h) ? "n" : "" }, h.replace(/^>/, ""))))),
      el("tbody", {}, rows.map(row => el("tr", {}, row.map((cell, i) => el("td", { class: numeric(headings[i]) ? "n" : "" }, cell == null ? "–" : numeric(headings[i]) ? cell : breakable(cell))))))));
  }

  // Charts are made when they come into view, and again when the colours change.
  const charts = new Map();
  const seen = new IntersectionObserver(entries => entries.filter(e => e.isIntersecting).forEach(e => draw(e.target)), { rootMargin: "300px" });
  function chart(option, size = "", label = "") {
    const holder = el("div", { class: "chart " + size, role: "img", "aria-label": label });
    charts.set(holder, { option, instance: null });
    seen.observe(holder);
    return holder;
  }
  function draw(holder) {
    const entry = charts.get(holder);
    if (!entry || entry.instance || !holder.isConnected || holder.clientWidth === 0) return;
    entry.instance = echarts.init(holder, null, { renderer: "svg" });
    entry.instance.setOption(Object.assign({ animation: false, textStyle: { color: color("soft") } }, entry.option()));
  }
  function redraw() {
    charts.forEach((entry, holder) => {
      if (!holder.isConnected) { charts.delete(holder); return; }
      if (entry.instance) { entry.instance.dispose(); entry.instance = null; draw(holder); }
    });
  }
  addEventListener("resize", () => charts.forEach(entry => entry.instance && entry.instance.resize()));
  // Paper is light.
  let themeBefore;
  addEventListener("beforeprint", () => { themeBefore = root.dataset.theme; root.dataset.theme = "light"; redraw(); document.querySelectorAll(".chart").forEach(draw); });
  addEventListener("afterprint", () => { if (themeBefore) root.dataset.theme = themeBefore; else delete root.dataset.theme; redraw(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  byId("theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    redraw();
  });

  const axis = () => ({ axisLine: { lineStyle: { color: color("line") } }, axisLabel: { color: color("soft"), fontSize: 10, hideOverlap: true }, axisTick: { show: false }, splitLine: { lineStyle: { color: color("line") } } });
  const share = value => value == null ? "left out" : percent(value);
  const tooltip = extra => Object.assign({ trigger: "axis", confine: true, backgroundColor: color("card"), borderColor: color("line"), textStyle: { color: color("ink"), fontSize: 12 }, valueFormatter: share }, extra);
  function bars(figure) {
    return () => ({
      grid: { left: 40, right: 8, top: 10, bottom: 28 },
      tooltip: tooltip({}),
      xAxis: Object.assign(axis(), { type: "category", data: figure.labels, splitLine: { show: false } }),
      yAxis: Object.assign(axis(), { type: "value", axisLabel: { color: color("soft"), fontSize: 10, formatter: v => Math.round(100 * v) + "%" }, splitNumber: 3 }),
      series: [{ name: "real", type: "bar", data: figure.real, itemStyle: { color: color("real") }, barGap: "0%", barCategoryGap: "15%" },
        { name: "synthetic", type: "bar", data: figure.synthetic, itemStyle: { color: color("made") } }],
    });
  }
  function lines(labels, series) {
    return () => ({
      grid: { left: 40, right: 8, top: 10, bottom: 28 },
      tooltip: tooltip({}),
      xAxis: Object.assign(axis(), { type: "category", data: labels, splitLine: { show: false } }),
      yAxis: Object.assign(axis(), { type: "value", axisLabel: { color: color("soft"), fontSize: 10, formatter: v => Math.round(100 * v) + "%" }, splitNumber: 3 }),
      series: series.map(one => ({ name: one.name, type: "line", symbol: "none", data: one.values, lineStyle: { color: color(one.color), width: 2 }, itemStyle: { color: color(one.color) } })),
    });
  }
  function heat(columns, matrix, low, high, colors) {
    return () => {
      const cells = [];
      matrix.forEach((row, y) => row.forEach((value, x) => { if (value != null) cells.push([x, y, value]); }));
      const few = columns.length <= 14;
      return {
        grid: { left: few ? 80 : 12, right: 8, top: 8, bottom: few ? 70 : 12 },
        tooltip: tooltip({ trigger: "item", formatter: p => "" + columns[p.value[1]] + " · " + columns[p.value[0]] + ": " + p.value[2].toFixed(3) }),
        xAxis: Object.assign(axis(), { type: "category", data: columns, axisLabel: { show: few, rotate: 60, color: color("soft"), fontSize: 9, interval: 0, width: 64, overflow: "truncate" } }),
        yAxis: Object.assign(axis(), { type: "category", data: columns, inverse: true, axisLabel: { show: few, color: color("soft"), fontSize: 9, interval: 0, width: 72, overflow: "truncate" } }),
        visualMap: { show: false, min: low, max: high, inRange: { color: colors() } },
        series: [{ type: "heatmap", data: cells, itemStyle: { borderColor: color("ground"), borderWidth: 1 } }],
      };
    };
  }
  const diverging = () => [color("cold"), color("card"), color("hot")];
  const scale = value => value == null ? color("line") : value >= 0.95 ? color("good") : value >= 0.85 ? color("warn") : color("bad");
  const figure = (title, text, ...rest) => el("div", { class: "figure" }, el("h4", {}, title), text ? el("p", {}, text) : null, rest);
  const legend = () => el("p", { class: "soft" }, el("span", { class: "legend real" }, "real"), el("span", { class: "legend made" }, "synthetic"));

  function overview() {
    byId("ends").textContent = data.synthetic + ", judged against " + data.real;
    byId("k").textContent = data.k;
    byId("gates").append(rowsOf(["gate", ">value", ">asked for", "verdict"], data.gates.map(gate =>
      [gate.name, number(gate.value), number(gate.threshold), el("span", {}, badge(gate.verdict), gate.stops ? " stops the release" : "")])));
    const card = (name, value, floor, title) => value == null ? null : el("div", { class: "card", title }, el("div", { class: "name" }, name), el("div", { class: "value" }, value), el("div", { class: "floor" }, floor));
    const s = data.scores, f = data.floor, half = value => value == null ? "" : "halves of the real rows: " + number(value);
    byId("cards").append(...[
      card("fidelity, overall", s.overall == null ? null : number(s.overall), half(f.overall), "mean of column shapes, pair trends, cardinality and 1-hop trends, over all pairs" + (data.strong == null ? "" : "; of strong pairs only, as SDMetrics counts by default: " + number(data.strong))),
      card("column shapes", s.shapes == null ? null : number(s.shapes), half(f.shapes), "1 − KS, or 1 − total variation"),
      card("pair trends", s.pairs == null ? null : number(s.pairs), half(f.pairs), "correlations and contingency tables"),
      card("cardinality", s.cardinality == null ? null : number(s.cardinality), half(f.cardinality), "children per parent"),
      card("1-hop trends", s.oneHop == null ? null : number(s.oneHop), half(f.oneHop), "child and parent columns"),
      card("2-hop trends", s.twoHop == null ? null : number(s.twoHop), half(f.twoHop), "child and grandparent columns"),
      card("3-hop trends", s.threeHop == null ? null : number(s.threeHop), half(f.threeHop), ""),
      card("C2ST (0.5 is best)", s.detection == null ? null : number(s.detection), half(f.detection), "accuracy of a classifier that tells single rows apart"),
      card("C2ST-Agg (0.5 is best)", s.aggregated == null ? null : number(s.aggregated), half(f.aggregated), "with aggregates of children"),
      card("utility", data.utility == null ? null : number(data.utility, 2), "train on synthetic over train on real", ""),
      card("query error", data.workload.median == null ? null : percent(data.workload.median), "halves of the real rows: " + percent(data.workloadFloor.median), "middle of " + data.workload.queries.length + " aggregate queries"),
      ...data.privacy.map(p => card("privacy of " + bare(p.subject), badge(p.verdict), p.reason, "")),
    ].filter(Boolean));
    const columns = data.tables.flatMap(t => t.columns.map(c => ({ t, c }))).filter(x => x.c.scores.shape != null).sort((a, b) => a.c.scores.shape - b.c.scores.shape).slice(0, 10);
    byId("worst-columns").append(rowsOf(["column", ">shape", ">floor", ">coverage"], columns.map(({ t, c }) =>
      [open(t, bare(t.name) + "." + c.name), number(c.scores.shape), number(c.floor), percent(c.scores.coverage)])));
    const pairs = data.tables.flatMap(t => t.pairs.columns.flatMap((a, i) => t.pairs.columns.slice(0, i).map((b, j) => ({ t, name: bare(t.name) + ": " + a + " · " + b, score: t.pairs.scores[i][j], floor: null }))));
    const links = data.links.flatMap(l => [{ l, name: bare(l.child) + " → " + bare(l.parent) + ", fan-out", score: l.cardinality, floor: l.floor }, { l, name: bare(l.child) + " → " + bare(l.parent) + ", trends", score: l.trends, floor: l.trendsFloor }, { l, name: bare(l.child) + " → " + bare(l.parent) + ", association", score: l.association, floor: l.associationFloor }]);
    byId("worst-links").append(rowsOf(["link or pair", ">score", ">floor"], pairs.concat(links).filter(x => x.score != null).sort((a, b) => a.score - b.score).slice(0, 10)
      .map(x => [x.t ? open(x.t, x.name) : el("a", { href: "#links" }, breakable(x.name)), number(x.score), number(x.floor)])));
  }
  function open(table, text) {
    return el("a", { href: "#tables", onclick: () => { byId("search").value = table.name; byId("below").checked = false; list(); const first = byId("table-list").querySelector("details"); if (first) first.open = true; } }, breakable(text));
  }

  const worst = table => Math.min(...[table.scores.overall, table.scores.shapes, table.scores.pairs].filter(v => v != null), 2);
  let shown = PAGE;
  function list() {
    const words = byId("search").value.trim().toLowerCase();
    const orders = { worst: (a, b) => worst(a) - worst(b), name: (a, b) => a.name.localeCompare(b.name), rows: (a, b) => b.comparedReal - a.comparedReal };
    const found = data.tables
      .filter(t => !words || t.name.toLowerCase().includes(words) || t.columns.some(c => c.name.toLowerCase().includes(words)))
      .filter(t => !byId("below").checked || below(t.scores.shapes, t.floor.shapes) || below(t.scores.pairs, t.floor.pairs) || below(t.scores.cardinality, t.floor.cardinality) || below(t.scores.oneHop, t.floor.oneHop))
      .sort(orders[byId("order").value]);
    byId("count").textContent = found.length + " of " + data.tables.length + " tables";
    byId("table-list").replaceChildren(...found.slice(0, shown).map(t => lazily(tableHead(t), () => tableBody(t, words))));
    byId("more").hidden = found.length <= shown;
  }
  function lazily(head, body) {
    const holder = el("div", {});
    const details = el("details", { ontoggle: () => { if (details.open && !holder.firstChild) holder.append(...body().filter(Boolean)); } }, head, holder);
    return details;
  }
  const score = (name, value, floor, extra) => el("span", { class: "n" + (extra ? " extra" : "") + (below(value, floor) ? " bad" : "") }, number(value), el("small", {}, name), floor == null ? null : el("small", {}, "floor " + number(floor)));
  function tableHead(t) {
    const s = t.scores, f = t.floor;
    return el("summary", {}, el("span", { class: "title" }, bare(t.name), el("small", {}, count(t.comparedReal) + " real rows, " + count(t.comparedSynthetic) + " synthetic" + (t.realRows > t.comparedReal ? "; sample of " + count(t.realRows) : ""))),
      score("shapes", s.shapes, f.shapes), score("pairs", s.pairs, f.pairs), score("fan-out", s.cardinality, f.cardinality, true), score("1-hop", s.oneHop, f.oneHop, true),
      el("span", { class: "n extra" + (s.detection != null && s.detection > Math.max(0.5, f.detection || 0) + 0.1 ? " bad" : "") }, number(s.detection), el("small", {}, "C2ST"), f.detection == null ? null : el("small", {}, "floor " + number(f.detection))),
      el("span", { class: "n extra" }, number(s.aggregated), el("small", {}, "C2ST-Agg"), f.aggregated == null ? null : el("small", {}, "floor " + number(f.aggregated))));
  }
  const tellings = (what, list) => list.length === 0 ? null : el("p", { class: "soft" }, what + " ", list.map(x => x.column + " (" + Math.round(100 * x.share) + " %)").join(", "), ".");
  function tableBody(t, words) {
    const parts = [legend(), tellings("A classifier tells synthetic rows by", t.telling), tellings("With aggregates of children, by", t.tellingFamilies)];
    if (t.columns.length === 0) return [el("p", { class: "soft" }, "All columns are keys, links, or made anew.")];
    const columns = t.columns.slice().sort((a, b) => a.scores.shape - b.scores.shape);
    parts.push(el("h3", {}, "Columns, worst first"), el("div", { class: "grid" }, columns.map(c => columnFigure(c))));
    parts.push(el("h3", {}, "All measures"), rowsOf(["column", ">shape", ">floor", ">Hellinger", ">Jensen-Shannon", ">Wasserstein", ">missing, real", ">missing, synthetic", ">coverage", ">folded"],
      columns.map(c => [c.name, number(c.scores.shape), number(c.floor), number(c.scores.hellinger), number(c.scores.jensenShannon), number(c.scores.wasserstein), percent(c.scores.missingReal), percent(c.scores.missingSynthetic), percent(c.scores.coverage), percent(c.folded)])));
    const n = t.pairs.columns.length;
    if (n > 1) {
      const difference = t.pairs.real.map((row, i) => row.map((v, j) => v == null || t.pairs.synthetic[i][j] == null ? null : t.pairs.synthetic[i][j] - v));
      parts.push(el("h3", {}, "Pairs of columns" + (n === 24 ? " (the first 24)" : "")), el("p", { class: "soft" }, "Correlation of two numbers, Cramér's V otherwise."),
        el("div", { class: "grid" }, figure("real", "", chart(heat(t.pairs.columns, t.pairs.real, -1, 1, diverging), "square", "real pairs")), figure("synthetic", "", chart(heat(t.pairs.columns, t.pairs.synthetic, -1, 1, diverging), "square", "synthetic pairs")), figure("difference", "blue: weaker, red: stronger", chart(heat(t.pairs.columns, difference, -0.5, 0.5, diverging), "square", "difference"))));
    }
    const seasons = t.columns.filter(c => c.seasons);
    if (seasons.length) parts.push(el("h3", {}, "Seasons"), el("div", { class: "grid" }, seasons.flatMap(c => seasonFigures(c))));
    return parts.filter(Boolean);
  }
  function columnFigure(c) {
    const text = "shape " + number(c.scores.shape) + ", floor " + number(c.floor) + (c.scores.coverage < 1 ? "; coverage " + percent(c.scores.coverage) : "") + (Math.abs(c.scores.missingReal - c.scores.missingSynthetic) > 0.005 ? "; missing " + percent(c.scores.missingReal) + " → " + percent(c.scores.missingSynthetic) : "");
    return figure(c.name, text, chart(bars(c.chart), "", c.name));
  }
  function seasonFigures(c) {
    const sides = shares => [{ name: "real", values: shares[0], color: "real" }, { name: "synthetic", values: shares[1], color: "made" }];
    const apart = shares => "total variation " + number(shares[0].reduce((sum, v, i) => sum + Math.abs(v - shares[1][i]), 0) / 2) + "; 0 is best";
    const parts = [figure(c.name + " by month", apart(c.seasons.months), chart(lines("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "), sides(c.seasons.months)), "", c.name)),
      figure(c.name + " by weekday", apart(c.seasons.weekdays), chart(lines("Mon Tue Wed Thu Fri Sat Sun".split(" "), sides(c.seasons.weekdays)), "", c.name))];
    if (c.seasons.hours[0].slice(1).some(v => v > 0)) parts.push(figure(c.name + " by hour", apart(c.seasons.hours), chart(lines(Array.from({ length: 24 }, (_, i) => "" + i), sides(c.seasons.hours)), "", c.name)));
    return parts;
  }

  let shownLinks = PAGE;
  function links() {
    if (data.links.length === 0) { byId("graph").hidden = true; byId("link-list").replaceChildren(el("p", { class: "soft" }, "No links.")); byId("more-links").hidden = true; return; }
    const lowest = l => Math.min(l.cardinality, l.trends ?? 1, l.association ?? 1);
    const sorted = data.links.slice().sort((a, b) => lowest(a) - lowest(b));
    byId("link-list").replaceChildren(...sorted.slice(0, shownLinks).map(l => lazily(
      el("summary", { class: "links" }, el("span", { class: "title" }, bare(l.child) + " → " + bare(l.parent), el("small", {}, l.name + (l.owning ? ", owning" : ""))), score("fan-out", l.cardinality, l.floor), score("trends", l.trends, l.trendsFloor), score("association", l.association, l.associationFloor), el("span", { class: "n extra" }, l.sequence && l.sequence.gaps != null ? number(l.sequence.gaps) : "", l.sequence && l.sequence.gaps != null ? el("small", {}, "gaps (0 is best)") : null)),
      () => linkBody(l))));
    byId("more-links").hidden = sorted.length <= shownLinks;
  }
  function linkBody(l) {
    const parts = [legend(), l.association == null ? null : el("p", { class: "soft" }, "Association: how much of what columns of both tables have to do with each other, where that is strong, is there in the synthetic rows."), el("div", { class: "grid" }, figure("Children per parent", "fan-out " + number(l.cardinality) + ", floor " + number(l.floor), chart(bars(l.fanOut), "", "fan-out")),
      l.sequence && l.sequence.gaps != null ? figure("Sequences", "differences; 0 is best", rowsOf(["measure", ">difference"], [["gaps between siblings", number(l.sequence.gaps)], ["siblings at the same place", number(l.sequence.duplicates)], ["transitions of labels", number(l.sequence.transitions)], ["autocorrelation", number(l.sequence.autocorrelation)]]), chart(() => ({
        grid: { left: 100, right: 16, top: 6, bottom: 22 }, xAxis: Object.assign(axis(), { type: "value", min: 0, max: 1 }), yAxis: Object.assign(axis(), { type: "category", inverse: true, data: ["gaps", "same place", "transitions", "autocorrelation"] }),
        series: [{ type: "bar", data: [l.sequence.gaps, l.sequence.duplicates, l.sequence.transitions, l.sequence.autocorrelation], itemStyle: { color: color("made") } }] }), "", "sequence differences")) : null)];
    return parts;
  }
  /** Parents above children; tables without links stay out. */
  function graph() {
    const linked = new Set(data.links.flatMap(l => [l.child, l.parent]));
    const level = new Map();
    names.filter(n => linked.has(n)).forEach(n => level.set(n, 0));
    for (let round = 0; round < 12; round++) data.links.forEach(l => { if (l.child !== l.parent && level.get(l.child) <= level.get(l.parent) && level.get(l.parent) < 11) level.set(l.child, level.get(l.parent) + 1); });
    const rows = [];
    level.forEach((value, name) => (rows[value] = rows[value] || []).push(name));
    const filled = rows.filter(Boolean);
    // Each row in the order of the middle of its parents, so that few links cross.
    const place = new Map();
    filled.forEach(row => {
      const middle = name => {
        const above = data.links.filter(l => l.child === name && place.has(l.parent)).map(l => place.get(l.parent));
        return above.length ? above.reduce((a, b) => a + b, 0) / above.length : 0.5;
      };
      row.sort((a, b) => middle(a) - middle(b) || a.localeCompare(b));
      row.forEach((name, x) => place.set(name, (x + 0.5) / row.length));
    });
    const widest = Math.max(1, ...filled.map(r => r.length));
    const wide = Math.max(600, byId("graph").clientWidth - 120);
    const nodes = filled.flatMap((row, y) => row.map((name, x) => {
      const table = data.tables.find(t => t.name === name);
      return { id: name, name: bare(name), x: (x + 0.5) * wide / row.length, y: y * 100, value: table.scores.overall, symbolSize: linked.size > 60 ? 9 : 16, itemStyle: { color: scale(table.scores.overall) } };
    }));
    // Without them the picture would be stretched to the outermost tables.
    const corners = [[0, 0], [wide, Math.max(1, filled.length - 1) * 100]].map(([x, y], i) => ({ id: "corner " + i, name: "", x, y, symbolSize: 0, label: { show: false }, tooltip: { show: false } }));
    byId("graph").style.height = (filled.length * 100 - 30) + "px";
    charts.set(byId("graph"), { instance: null, option: () => ({
      tooltip: tooltip({ trigger: "item", formatter: p => p.dataType === "edge" ? p.data.title + ": fan-out " + number(p.data.value) : p.name + ": " + number(p.value) }),
      series: [{ type: "graph", layout: "none", roam: true, left: 60, right: 60, top: 20, bottom: 40, data: nodes.map(n => Object.assign({}, n, { itemStyle: { color: scale(n.value) } })).concat(corners),
        links: data.links.map(l => ({ source: l.parent, target: l.child, value: l.cardinality, title: bare(l.child) + " → " + bare(l.parent), lineStyle: { color: scale(l.cardinality), width: l.owning ? 2.5 : 1, type: l.owning ? "solid" : "dashed", curveness: 0.08 } })),
        label: { show: widest <= 24, position: "bottom", color: color("ink"), fontSize: 11 }, emphasis: { focus: "adjacency" } }] }) });
    seen.observe(byId("graph"));
  }

  function privacy() {
    const list = byId("privacy-list");
    if (data.privacy.length === 0) { list.append(el("p", { class: "soft" }, "No table has families to protect.")); return; }
    data.privacy.forEach(p => {
      list.append(el("h3", {}, "Families of " + bare(p.subject) + " ", badge(p.verdict)), el("p", {}, p.reason, p.heldOut ? el("span", { class: "soft" }, ` ${count(p.learned)} families learned from, ${count(p.heldOut)} held out, ${count(p.reference)} for reference.`) : ""));
      const important = p.tests.filter(t => t.verdict !== "PASS"), rest = p.tests.filter(t => t.verdict === "PASS");
      const row = t => [t.test, t.name, number(t.value, 4), t.low == null ? "" : number(t.low, 3) + " – " + number(t.high, 3), count(t.n), number(t.threshold, 3), badge(t.verdict), el("span", { class: "soft" }, t.note)];
      const headings = ["", "statistic", ">value", ">95 % interval", ">n", ">threshold", "verdict", ""];
      if (important.length) list.append(rowsOf(headings, important.map(row)));
      if (rest.length) list.append(el("details", {}, el("summary", { class: "links" }, el("span", { class: "title" }, rest.length + " statistics that passed")), el("div", {}, rowsOf(headings, rest.map(row)))));
      if (p.controls.length) list.append(el("h4", {}, "Controls"), rowsOf(["what was planted", "what the suite said", "as it should"], p.controls.map(c => [c.name, c.said, el("span", { class: c.passed ? "good" : "bad" }, c.passed ? "yes" : "no")])));
      const figures = [];
      const palette = ["real", "made", "good", "bad", "fifth"];
      for (const apart of [false, true]) {
        const curves = p.curves.filter(c => c.name.endsWith(", outlying") === apart);
        if (curves.length) figures.push(figure(apart ? "Attacks on outlying families" : "Attacks on all families", "share of held-out families accused (across) and of learned families found (up); the diagonal is guessing", chart(() => ({
          grid: { left: 40, right: 10, top: 30, bottom: 28 }, legend: { textStyle: { color: color("soft"), fontSize: 10 }, top: 0, type: "scroll", itemWidth: 12 }, tooltip: tooltip({ valueFormatter: v => v == null ? "" : number(Array.isArray(v) ? v[1] : v) }),
          xAxis: Object.assign(axis(), { type: "value", min: 0, max: 1 }), yAxis: Object.assign(axis(), { type: "value", min: 0, max: 1 }),
          series: curves.map((c, i) => ({ name: c.name.replace(", outlying", ""), type: "line", symbol: "none", data: c.points, lineStyle: { width: 1.5, color: color(palette[i % 5]) }, itemStyle: { color: color(palette[i % 5]) } })).concat([{ name: "guessing", type: "line", symbol: "none", data: [[0, 0], [1, 1]], lineStyle: { type: "dotted", color: color("soft"), width: 1 }, itemStyle: { color: color("soft") } }]) }), "middle", "ROC curves")));
      }
      if (p.distances.learned.length) figures.push(figure("Distance to the nearest real family", "of synthetic families: to learned ones and to as many held-out ones; alike is best", chart(lines(p.distances.learned.map((_, i) => number(i * p.distances.upper / 20, 1)), [{ name: "to learned", values: p.distances.learned, color: "made" }, { name: "to held-out", values: p.distances.heldOut, color: "real" }]), "middle", "distances")));
      if (figures.length) list.append(el("div", { class: "grid" }, figures));
    });
  }
  function utility() {
    const list = byId("utility-list");
    if (data.predictions.length) list.append(el("h3", {}, "Train on synthetic, test on real"), rowsOf(["table", "predicted", "method", ">F1, trained on real", ">on synthetic", ">ratio"], data.predictions.map(p => [bare(p.table), p.target, p.method, number(p.real), number(p.synthetic), p.real ? number(p.synthetic / p.real, 2) : "–"])));
    const gaps = data.predictions.flatMap(p => p.groups.map(g => ({ p, g }))).sort((a, b) => (a.g.synthetic - a.g.real) - (b.g.synthetic - b.g.real)).slice(0, 12);
    if (gaps.length) list.append(el("h3", {}, "Accuracy by group"), rowsOf(["table", "group", "method", ">rows", ">trained on real", ">on synthetic"], gaps.map(({ p, g }) => [bare(p.table), g.column + " = " + g.label, p.method, count(g.rows), number(g.real), number(g.synthetic)])));
    const queries = data.workload.queries.slice().sort((a, b) => b.median - a.median).slice(0, 15);
    if (queries.length) list.append(el("h3", {}, "Aggregate queries, worst first"), rowsOf(["query", ">groups", ">middle error", ">worst error"], queries.map(q => [el("code", {}, q.sql), count(q.groups), percent(q.median), percent(q.worst)])));
    if (data.drifts.length) list.append(el("h3", {}, "Groups that grew or shrank"), rowsOf(["column", "group", ">real", ">synthetic", ">standard error"], data.drifts.slice(0, 30).map(d => [bare(d.table) + "." + d.column, d.label, percent(d.real), percent(d.synthetic), percent(d.error)])));
    if (!list.firstChild) list.append(el("p", { class: "soft" }, "Too few rows or columns to measure."));
  }
  function known() {
    byId("notices").append(data.notices.length ? rowsOf(["id", "where", "what"], data.notices.map(n => [n.id, n.object, n.text])) : el("p", { class: "soft" }, "Nothing."));
    const samples = Object.entries(data.samples).map(([subject, share]) => bare(subject) + " " + percent(share));
    byId("method").append(el("p", { class: "soft" }, samples.length ? "Whole families were sampled: " + samples.join(", ") + "; all others are whole. " : "All families were compared. ",
      "Scores leave out keys, links, and texts that mostly belong to single families. The floor is one half of the real families against the other. " + Object.entries(data.seconds).map(([step, s]) => step + " " + s.toFixed(1) + " s").join(", ") + "."));
  }

  byId("search").addEventListener("input", () => { shown = PAGE; list(); });
  byId("order").addEventListener("change", list);
  byId("below").addEventListener("change", list);
  byId("more").addEventListener("click", () => { shown += PAGE; list(); });
  byId("more-links").addEventListener("click", () => { shownLinks += PAGE; links(); });
  overview(); list(); links(); if (data.links.length) graph(); privacy(); utility(); known();
  root.dataset.ready = "true";
})();
