/** What concerns everybody now, under the app bar: at most two banners, more in one place. */

import { VIEWING_ID } from "./components/button.js";
import { Banner } from "./components/callout.js";
import { SiteAlertBanner } from "./components/site-alert.js";
import { Time } from "./components/time.js";
import { paths } from "./lib/paths.js";
import { listOf, plural } from "./lib/text.js";
import { backends, silentBackends } from "./state/backends.js";
import { inboxTopics, unreadNotices } from "./state/inbox.js";
import { watch } from "./state/live.js";
import { navigate } from "./state/location.js";
import { createPoll } from "./state/poll.js";
import { HEARTBEAT_MS } from "./state/resource.js";
import { endViewAs, mayRead, session, user, whyNoChanges } from "./state/session.js";
import { siteAlerts } from "./state/site-alerts.js";
import { showToast } from "./state/toasts.js";
import { html, useEffect, useState } from "./ui.js";

/** @import { Resource } from "./state/resource.js" */
/** @import { Child } from "./ui" */

const BANNERS_AT_MOST = 2;

/** Silent backends, a server that does not answer, what staff have to say, a view as somebody. */
export function Notices() {
  useKeptCurrent();
  const pinned = session.value?.viewer ? html`<${ViewingBanner} />` : null;
  const notices = noticesNow();
  if (!pinned && !notices.length) return null;
  return html`
    <section class="notices" aria-label="Notices">
      ${pinned}
      ${notices.length > BANNERS_AT_MOST ? html`<${Folded} notices=${notices} />` : notices}
    </section>
  `;
}

/** Keeps backends, notices and the inbox current, as far as the reader may read them. */
function useKeptCurrent() {
  const readable = mayRead();
  const username = user.value?.username;
  // Where one may run depends on who one is.
  useKept(backends, readable, ["standings"], username);
  useKept(siteAlerts, Boolean(username), ["site-alerts"], username);
  useKept(unreadNotices, Boolean(username), inboxTopics.value, username);
}

/**
 * @param {Resource<any>} resource
 * @param {boolean} readable
 * @param {readonly string[]} topics
 * @param {string | undefined} username it is read anew for somebody else
 */
function useKept(resource, readable, topics, username) {
  useEffect(() => {
    if (!readable) return undefined;
    resource.refresh();
    return createPoll(resource, { everyMs: HEARTBEAT_MS }).stop;
  }, [readable, username]);
  useEffect(() => {
    const stops = readable ? topics.map((topic) => watch(topic, resource.refresh)) : [];
    return () => stops.map((stop) => stop());
  }, [readable, topics.join()]);
}

/** @returns {Child[]} worst first */
function noticesNow() {
  const offline = backends.error.value?.status === 0;
  const alerts = user.value ? (siteAlerts.data.value?.results ?? []) : [];
  return [
    ...(offline ? [html`<${OfflineBanner} key="offline" />`] : []),
    ...silentBanners(),
    ...alerts.map((alert) => html`<${SiteAlertBanner} key=${alert.id} alert=${alert} />`),
  ];
}

function silentBanners() {
  const silent = silentBackends.value;
  if (silent.length > BANNERS_AT_MOST) {
    return [
      html`<${Banner} key="silent">
        <strong>No contact with ${plural(silent.length, "backend")}:</strong> ${listOf(silent.map(({ name }) => name))}. Their
        jobs may still run; what we show is as of then. <a href=${paths.backends()}>Backends</a>
      <//>`,
    ];
  }
  return silent.map(
    ({ slug, name, last_seen_at: since }) => html`<${Banner} key=${slug}>
      <strong>No contact with ${name} since <${Time} value=${since} style="since" />.</strong> Its jobs may
      still run; what we show is as of then. <a href=${paths.backends()}>Backends</a>
    <//>`,
  );
}

/** @param {{ notices: Child[] }} props */
function Folded({ notices }) {
  const [open, setOpen] = useState(false);
  return html`
    <${Banner}>
      <strong>${plural(notices.length, "notice")}.</strong>${" "}
      <button type="button" class="link-button" aria-expanded=${open ? "true" : "false"} onClick=${() => setOpen(!open)}>
        ${open ? "Hide them" : "Show them"}
      </button>
    <//>
    ${open && notices}
  `;
}

/** On every page, as long as one sees the service as somebody else. */
function ViewingBanner() {
  const handleEnd = async () => {
    await endViewAs();
    navigate(paths.home());
    showToast("You see the service as yourself again.");
  };
  return html`
    <${Banner}>
      <strong id=${VIEWING_ID}>${whyNoChanges.value}</strong>${" "}
      <button type="button" class="link-button" onClick=${handleEnd}>End the view</button>
    <//>
  `;
}

function OfflineBanner() {
  const updatedAt = backends.updatedAt.value;
  const since = updatedAt ? new Date(updatedAt).toISOString() : null;
  return html`
    <${Banner}>
      <strong>The server does not answer.</strong>
      ${since && html` What you see is as of <${Time} value=${since} style="since" />.`} It is asked again by itself.
    <//>
  `;
}
