/** The shell: app bar, notices, the current page, foot, toasts. */

import { CommandPalette, useRecentPlaces } from "./command-palette.js";
import { AppBar, Avatar } from "./components/app-bar.js";
import { Button } from "./components/button.js";
import { Connection } from "./components/connection.js";
import { Dialog } from "./components/dialog.js";
import { ErrorBoundary, PageFault } from "./components/error-boundary.js";
import { ErrorBox } from "./components/error-box.js";
import { InboxLink } from "./components/inbox-link.js";
import { Loading } from "./components/loading.js";
import { Menu } from "./components/menu.js";
import { HeadNote } from "./components/page-head.js";
import { PaletteButton } from "./components/palette.js";
import { Toasts } from "./components/toast.js";
import { timeZoneName } from "./lib/dates.js";
import { paths } from "./lib/paths.js";
import { plural } from "./lib/text.js";
import { PageFreshness } from "./live-freshness.js";
import { Notices } from "./notices.js";
import { loadedPage, loadPage, match } from "./router.js";
import { SHORTCUTS, watchShortcuts } from "./shortcuts.js";
import { backends } from "./state/backends.js";
import { unreadNotices } from "./state/inbox.js";
import { confirmedAt, reconnecting } from "./state/live.js";
import { herePath, location, navigate, query, rememberedScroll } from "./state/location.js";
import { openPalette, paletteOpen } from "./state/palette.js";
import { createPoll } from "./state/poll.js";
import { chooseShortcuts, chooseTheme, shortcutsOn, theme } from "./state/preferences.js";
import { mayRead, session, sessionResource, signOut, user } from "./state/session.js";
import { dismissToast, showToast, toasts } from "./state/toasts.js";
import { html, useEffect, useRef, useState } from "./ui.js";

/** @import { ComponentType } from "./ui" */
/** @import { Match, PageProps, Params } from "./router.js" */

const SESSION_EVERY_MS = 300_000;
const ARRIVAL_MS = 5000;

/** Pages for everybody, also where reading needs a sign-in. */
const OPEN_PAGES = new Set(["session/sign-in-page", "problems/problem-page"]);

export function App() {
  const [helpOpen, setHelpOpen] = useState(false);
  useEffect(
    () =>
      watchShortcuts({
        onHelp: () => setHelpOpen(true),
        onPalette: () => {
          paletteOpen.value = !paletteOpen.value && mayRead();
        },
      }),
    [],
  );
  useRecentPlaces();
  useEffect(() => createPoll(sessionResource, { everyMs: SESSION_EVERY_MS }).stop, []);
  return html`
    <a class="skip-link" href="#main">Skip to the content</a>
    <${TopBar} onHelp=${() => setHelpOpen(true)} />
    <${Connection} reconnecting=${reconnecting.value} confirmedAt=${confirmedAt.value} />
    <${Notices} />
    <main class="page" id="main" tabindex="-1">
      <${HeadNote.Provider} value=${PageFreshness}><${CurrentPage} /><//>
    </main>
    <${Foot} />
    <${Toasts} toasts=${toasts.value} onDismiss=${dismissToast} />
    ${paletteOpen.value && html`<${CommandPalette} onHelp=${() => setHelpOpen(true)} />`}
    ${helpOpen && html`<${ShortcutHelp} onClose=${() => setHelpOpen(false)} />`}
  `;
}

/** @param {{ onHelp: () => void }} props */
function TopBar({ onHelp }) {
  const { pathname } = location.value;
  const places = [
    { label: "Home", href: paths.home() },
    { label: "Workspaces", href: paths.workspaces() },
    { label: "Requests", href: paths.requests() },
    { label: "Backends", href: paths.backends() },
    ...(session.value?.can.staff_area ? [{ label: "Staff", href: paths.staff() }] : []),
  ].map((place) => ({
    ...place,
    current: place.href === "/" ? pathname === "/" : pathname.startsWith(place.href),
  }));
  return html`
    <${AppBar} homeHref=${paths.home()} places=${places} note=${session.value?.development ? "Development" : null}>
      ${mayRead() && html`<${PaletteButton} onOpen=${openPalette} />`}
      ${user.value && html`<${InboxLink} href=${paths.inbox()} unread=${unreadNotices.data.value} current=${pathname === paths.inbox()} />`}
      ${user.value && html`<${OwnMenu} onHelp=${onHelp} />`}
      ${session.value && !user.value && html`<a class="app-bar__place" href=${paths.signIn(signInReturn())}>Sign in</a>`}
    <//>
  `;
}

/** Where to come back to after signing in; the sign-in page keeps the one it has. */
function signInReturn() {
  return location.value.pathname === "/sign-in" ? (query.value.get("next") ?? "/") : herePath();
}

/** @param {{ onHelp: () => void }} props */
function OwnMenu({ onHelp }) {
  const { name, email, initials } = /** @type {NonNullable<typeof user.value>} */ (user.value);
  const handleSignOut = async () => {
    await signOut();
    navigate(paths.home());
    showToast("You are signed out.");
  };
  return html`
    <${Menu} label="Your menu, ${name}" class="menu--end" face=${html`<${Avatar} initials=${initials} />`}>
      <p class="menu__who"><strong>${name}</strong><span>${email}</span></p>
      <ul>
        <li><a href=${paths.inbox()}>Inbox</a></li>
        <li><a href=${paths.requests({ mine: true })}>Your requests</a></li>
        <li><a href=${paths.workspaces({ mine: true })}>Your workspaces</a></li>
        <li><a href=${paths.orgs({ mine: true })}>Your organisations</a></li>
        <li><a href=${paths.settings()}>Settings</a></li>
        <li><a href=${paths.tokens()}>Your tokens</a></li>
        <li><button type="button" onClick=${onHelp}>Keys <kbd>?</kbd></button></li>
        <li><button type="button" onClick=${handleSignOut}>Sign out</button></li>
      </ul>
    <//>
  `;
}

/** The page of the current path; the one before stays until its files are here. */
function CurrentPage() {
  const { pathname } = location.value;
  const found = match(pathname, query.value);
  const redirect = "redirect" in found ? found.redirect : signInRedirect(found);
  useEffect(() => {
    if (redirect) navigate(redirect, { replace: true });
  }, [redirect]);
  const shown = useLoadedPage("redirect" in found ? null : found, pathname);
  useArrival(shown?.key);

  if (!session.value) return html`<${SessionGate} />`;
  if (!shown || redirect) return html`<${Loading} />`;
  if (!shown.page) return html`<${PageFault} loading />`;
  return html`
    <${ErrorBoundary} resetKey=${shown.key}>
      <${shown.page} key=${shown.key} params=${shown.params} query=${query.value} />
    <//>
  `;
}

/** @param {Match} found */
function signInRedirect({ page }) {
  const known = session.value;
  const closed = known && !known.user && !known.public_read;
  return closed && !OPEN_PAGES.has(page) ? paths.signIn(herePath()) : null;
}

/** Nothing is drawn before it is known who reads; without an answer the page says so. */
function SessionGate() {
  const error = sessionResource.error.value;
  if (!error) return html`<${Loading} />`;
  return html`<${ErrorBox} error=${error} onRetry=${sessionResource.refresh} />`;
}

/**
 * @param {Match | null} found
 * @param {string} key of the place: another one is another page, even of the same kind
 * @returns {{ key: string, params: Params, page: ComponentType<PageProps> | null } | null} `page` is
 *   null where its files did not load
 */
function useLoadedPage(found, key) {
  const [, setVersion] = useState(0);
  const shown = useRef(/** @type {ReturnType<typeof useLoadedPage>} */ (null));
  const name = found?.page ?? null;
  const here = name && loadedPage(name);
  if (found && here) shown.current = { key, params: found.params, page: here };
  useEffect(() => {
    if (!found || here) return undefined;
    let wanted = true;
    const show = (/** @type {ComponentType<PageProps> | null} */ page) => {
      if (!wanted) return;
      shown.current = { key, params: found.params, page };
      setVersion((version) => version + 1);
    };
    loadPage(found.page).then(show, () => show(null));
    return () => {
      wanted = false;
    };
  }, [name, key]);
  return shown.current;
}

/**
 * After navigation the focus goes to the heading and the scroll to where it belongs; after a reload
 * the scroll alone.
 *
 * @param {string | undefined} key of the page that is shown
 */
function useArrival(key) {
  useEffect(() => {
    const { cause } = location.peek();
    const loaded = cause === "load";
    const top = loaded || cause === "pop" ? rememberedScroll() : 0;
    let scrolled = cause === "replace" || (loaded && top === 0);
    if (!key || (loaded && scrolled)) return undefined;
    const main = /** @type {HTMLElement} */ (document.querySelector("#main"));
    if (!loaded) main.focus({ preventScroll: true });
    return whileArriving(main, () => {
      // A heading that is drawn anew, when data come, gives its focus to the body.
      const free = document.activeElement === main || document.activeElement === document.body;
      if (free && !loaded) main.querySelector("h1")?.focus({ preventScroll: true });
      if (scrolled) return;
      window.scrollTo(0, top);
      const complete = !main.querySelector("[aria-busy=true]");
      scrolled = complete && document.documentElement.scrollHeight >= top + window.innerHeight;
    });
  }, [key]);
}

/**
 * Does something now and at every change of an element, until the reader moves or the page had time
 * to be drawn.
 *
 * @param {HTMLElement} element
 * @param {() => void} settle
 * @returns {() => void} ends it
 */
function whileArriving(element, settle) {
  const observer = new MutationObserver(settle);
  const timer = setTimeout(stop, ARRIVAL_MS);
  const moves = ["wheel", "touchstart", "keydown", "pointerdown"];
  function stop() {
    observer.disconnect();
    clearTimeout(timer);
    for (const move of moves) removeEventListener(move, stop);
  }
  for (const move of moves) addEventListener(move, stop, { passive: true });
  observer.observe(element, { childList: true, subtree: true });
  settle();
  return stop;
}

function Foot() {
  const known = backends.data.value?.results.filter((backend) => backend.is_active) ?? [];
  const taking = known.filter(({ contact, mode }) => contact === "heard" && mode === "taking");
  return html`
    <footer class="foot">
      <span>Times are in ${timeZoneName()}.</span>
      ${known.length > 0 && html`<a href=${paths.backends()}>${taking.length} of ${plural(known.length, "backend")} take jobs</a>`}
      <a href=${paths.apiDocs()}>API</a>
      ${session.value && html`<span>Version ${session.value.version}</span>`}
      <${ThemeChoice} />
    </footer>
  `;
}

const THEMES = /** @type {const} */ (["system", "light", "dark"]);

function ThemeChoice() {
  return html`
    <span class="foot__themes" role="group" aria-label="Colours">
      ${THEMES.map(
        (choice) => html`
          <button key=${choice} type="button" class="link-button" aria-pressed=${theme.value === choice ? "true" : "false"}
            onClick=${() => chooseTheme(choice)}>${choice === "system" ? "As the system" : choice === "light" ? "Light" : "Dark"}</button>
        `,
      )}
    </span>
  `;
}

/** @param {{ onClose: () => void }} props */
function ShortcutHelp({ onClose }) {
  const footer = html`
    <${Button} onClick=${() => chooseShortcuts(!shortcutsOn.value)}>${shortcutsOn.value ? "Switch single keys off" : "Switch single keys on"}<//>
    <${Button} data-focus-first onClick=${onClose}>Close<//>
  `;
  return html`
    <${Dialog} title="Keys" footer=${footer} onClose=${onClose}>
      <dl class="facts-list">
        ${SHORTCUTS.map(
          ({ keys, does }) => html`
            <div key=${does} class="facts-list__item">
              <dt>${keys.map((key, i) => html`${i > 0 && " then "}<kbd>${key}</kbd>`)}</dt>
              <dd>${does}</dd>
            </div>
          `,
        )}
      </dl>
    <//>
  `;
}
