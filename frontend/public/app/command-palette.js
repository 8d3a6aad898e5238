/** What the palette offers: what one can do here, what was opened last, what the server finds. */

import { Button } from "./components/button.js";
import { ErrorBox } from "./components/error-box.js";
import { Palette } from "./components/palette.js";
import { hasWords } from "./lib/matches.js";
import { paths } from "./lib/paths.js";
import { controlsHere, followKey } from "./shortcuts.js";
import { location } from "./state/location.js";
import { paletteOpen, useSearch } from "./state/palette.js";
import { keepRecentFor, recent, rememberPlace } from "./state/recent.js";
import { session, user } from "./state/session.js";
import { html, useEffect, useState } from "./ui.js";

/** @import { SearchGroup, SearchHit } from "./api/types" */
/** @import { Option, Section } from "./components/palette.js" */
/** @import { AnyStatus } from "./lib/statuses.js" */

const RUNS_OFFERED = 2;
const PLACES_OFFERED = 4;

/** @type {Record<SearchGroup["kind"], { label: string, icon: string, mono?: boolean, all?: (query: { search: string }) => string }>} */
const KINDS = {
  workspaces: { label: "Workspaces", icon: "folder", all: paths.workspaces },
  "job-requests": { label: "Requests", icon: "play", all: paths.requests },
  jobs: { label: "Actions and jobs", icon: "play", mono: true, all: paths.requests },
  projects: { label: "Projects", icon: "document", all: paths.projects },
  orgs: { label: "Organisations", icon: "list" },
  users: { label: "People", icon: "person", all: paths.users },
  backends: { label: "Backends", icon: "backend", all: paths.backends },
};

/** @param {{ onHelp: () => void }} props */
export function CommandPalette({ onHelp }) {
  const [text, setText] = useState("");
  const controls = useControlsHere();
  const { groups, error, loading, retry } = useSearch(text);
  const close = () => {
    paletteOpen.value = false;
  };
  const typed = text.trim();
  const sections = typed
    ? [
        {
          label: "Do",
          options: [...doable(controls, typed), ...runsIn(groups), ...places(typed, onHelp)],
        },
        ...groups.map((group) => sectionOf(group, typed)),
      ]
    : [
        { label: "Do", options: doable(controls, "") },
        { label: "Recent", options: recent.value.map(recentOption) },
        { label: "Go to", options: places("", onHelp) },
      ];
  const shown = sections.filter(({ options }) => options.length);
  const nothing = !error && !loading && !shown.length;
  const more = error
    ? html`<${ErrorBox} error=${error} title="The search did not work" level=${3} onRetry=${retry} />`
    : nothing && html`<${Nothing} text=${typed} onClear=${() => setText("")} />`;
  return html`
    <${Palette} text=${text} sections=${shown} loading=${loading} onText=${setText} onClose=${close}
      onPick=${(/** @type {Option} */ option) => pick(option, close)}>
      ${more}
    <//>
  `;
}

/** The controls of the page behind, also those that come while it loads. */
function useControlsHere() {
  const [controls, setControls] = useState(controlsHere);
  useEffect(() => {
    const observer = new MutationObserver(() => setControls(controlsHere()));
    const main = /** @type {Element} */ (document.querySelector("main"));
    observer.observe(main, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, []);
  return controls;
}

/** Keeps what the reader opens, as long as the app is there. */
export function useRecentPlaces() {
  const known = session.value !== null;
  const username = user.value?.username ?? "";
  useEffect(() => {
    if (known) keepRecentFor(username);
  }, [known, username]);
  useEffect(() => {
    const title = /** @type {Element} */ (document.querySelector("title"));
    const observer = new MutationObserver(() => {
      const place = placeOf(location.peek().pathname, document.title);
      if (place) rememberPlace(place);
    });
    observer.observe(title, { childList: true });
    return () => observer.disconnect();
  }, []);
}

/**
 * The workspace or request that is open, by what its page is called; null on other pages, and
 * where it is not there.
 *
 * @param {string} pathname
 * @param {string} title of the document
 */
function placeOf(pathname, title) {
  const [, area, name] = /^\/(workspaces|requests)\/([^/]+)$/.exec(pathname) ?? [];
  const known = title.replace(/ – Job server$/, "");
  if (area === "workspaces" && known === decodeURIComponent(name)) {
    return { kind: "workspaces", title: known, path: pathname };
  }
  const [request] = (area === "requests" && /^Request \d+/.exec(known)) || [];
  return request ? { kind: "job-requests", title: request, path: pathname } : null;
}

/**
 * Links are followed as every link is; what leads to one thing is remembered.
 *
 * @param {Option} option
 * @param {() => void} close
 */
function pick({ key, href, title, onPick }, close) {
  const [kind] = key.split(":");
  if (href && kind in KINDS) rememberPlace({ kind, title, path: href });
  close();
  onPick?.();
}

/**
 * The controls of the page behind.
 *
 * @param {ReturnType<typeof controlsHere>} controls
 * @param {string} typed
 * @returns {Option[]}
 */
function doable(controls, typed) {
  return controls
    .filter(({ label }) => hasWords(label, typed))
    .map(({ key, label }) => ({
      key: `here:${key}`,
      title: label,
      subtitle: "on this page",
      icon: "play",
      hint: "action",
      // After the palette has given the focus back.
      onPick: () => setTimeout(() => followKey(key)),
    }));
}

/**
 * @param {readonly SearchGroup[]} groups
 * @returns {Option[]}
 */
function runsIn(groups) {
  const found = groups.find(({ kind }) => kind === "workspaces")?.hits ?? [];
  return found
    .filter(({ run_path: path }) => path)
    .slice(0, RUNS_OFFERED)
    .map(({ title, subtitle, run_path: path }) => ({
      key: `run:${path}`,
      title: `Run jobs in ${title}`,
      subtitle,
      icon: "play",
      hint: "action",
      href: /** @type {string} */ (path),
    }));
}

/**
 * @param {string} typed
 * @param {() => void} onHelp
 * @returns {Option[]}
 */
function places(typed, onHelp) {
  const can = session.value?.can;
  const all = [
    can?.create_workspace && { title: "New workspace", icon: "plus", href: paths.newWorkspace() },
    can?.create_project && { title: "New project", icon: "plus", href: paths.newProject() },
    { title: "Home", href: paths.home() },
    { title: "Workspaces", href: paths.workspaces() },
    { title: "Requests", href: paths.requests() },
    { title: "Projects", href: paths.projects() },
    { title: "Backends", href: paths.backends() },
    { title: "People", href: paths.users() },
    can?.staff_area && { title: "Staff", href: paths.staff() },
    user.value && { title: "Your tokens", icon: "key", href: paths.tokens() },
    user.value && { title: "Your requests", href: paths.requests({ mine: true }) },
    !user.value && { title: "Sign in", href: paths.signIn(location.peek().pathname) },
    { title: "Keys", icon: "info", onPick: onHelp },
  ];
  return all
    .filter((place) => place !== false && place !== null && place !== undefined)
    .filter(({ title }) => hasWords(title, typed))
    .slice(0, typed ? PLACES_OFFERED : all.length)
    .map((place) => ({ key: `place:${place.title.replace(/\s/g, "-")}`, ...place }));
}

/**
 * @param {SearchGroup} group
 * @param {string} typed
 * @returns {Section}
 */
function sectionOf({ kind, hits, has_more: hasMore }, typed) {
  const { label, all } = KINDS[kind];
  const options = hits.map((hit) => optionOf(kind, hit));
  if (hasMore && all) {
    options.push({
      key: `all:${kind}`,
      title: `All ${label.toLowerCase()} that match`,
      icon: "search",
      href: all({ search: typed }),
    });
  }
  return { label, options };
}

/**
 * @param {SearchGroup["kind"]} kind
 * @param {SearchHit} hit
 * @returns {Option}
 */
function optionOf(kind, { title, subtitle, path, status, at }) {
  const { icon, mono } = KINDS[kind];
  const shape = /** @type {AnyStatus | null} */ (status);
  return { key: `${kind}:${path}`, title, subtitle, at, icon, mono, status: shape, href: path };
}

/**
 * @param {import("./state/recent.js").Place} place
 * @returns {Option}
 */
function recentOption({ kind, title, path }) {
  const known = KINDS[/** @type {SearchGroup["kind"]} */ (kind)];
  return {
    key: `${kind}:${path}`,
    title,
    icon: known?.icon ?? "clock",
    mono: known?.mono,
    href: path,
  };
}

/** @param {{ text: string, onClear: () => void }} props */
function Nothing({ text, onClear }) {
  return html`
    <div class="palette__nothing">
      <h2>Nothing is called “${text}”</h2>
      <p>
        Names are found by how they begin, requests by their number, requests and jobs by four characters of their
        identifier or more, jobs also by the whole name of their action.
      </p>
      <${Button} small onClick=${onClear}>Search for something else<//>
    </div>
  `;
}
