/** The inbox: what the reader was told of. */

import { listNotices, readNotices } from "../../api/notices.js";
import { Button } from "../../components/button.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { Pager } from "../../components/filters.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { Sheet } from "../../components/sheet.js";
import { Tabs } from "../../components/tabs.js";
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { useAction } from "../../state/action.js";
import { inboxTopics, unreadNotices } from "../../state/inbox.js";
import { herePath, navigate } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { user } from "../../state/session.js";
import { html, useEffect } from "../../ui.js";

/** @import { Notice } from "../../api/types" */
/** @import { PageProps } from "../../router.js" */

/** @param {PageProps} props */
export default function InboxPage({ query }) {
  const isVisitor = !user.value;
  useEffect(() => {
    if (isVisitor) navigate(paths.signIn(herePath()), { replace: true });
  }, [isVisitor]);
  return isVisitor ? null : html`<${Inbox} query=${query} />`;
}

/** @param {{ query: URLSearchParams }} props */
function Inbox({ query }) {
  const unread = query.has("unread");
  const asked = unread ? { unread: true } : {};
  const { data, error, refresh } = useResource(
    (options) => listNotices({ ...asked, cursor: query.get("cursor") ?? undefined }, options),
    [query.toString()],
    { live: inboxTopics.value },
  );
  const page = data.value;
  /** @param {string | null} cursor */
  const hrefOf = (cursor) => cursor && paths.inbox({ ...asked, cursor });
  return html`
    <${PageHead} title="Inbox" actions=${html`<${ReadAll} onRead=${refresh} />`}>
      <p class="muted">Runs for which you asked for e-mail, when they are over, and invitations. Kept for 90 days. <a href=${paths.settings("notices")}>What goes by e-mail</a></p>
    <//>
    <${Tabs} label="Which notices" current=${unread ? "unread" : "all"} tabs=${[
      { key: "all", label: "All", href: paths.inbox() },
      { key: "unread", label: "Unread", href: paths.inbox({ unread: true }) },
    ]} />
    ${error.value && html`<${ErrorBox} error=${error.value} onRetry=${refresh} />`}
    ${!page && !error.value && html`<${Loading} />`}
    ${
      page &&
      html`
        <${Sheet}>${page.results.length ? html`<${Lines} notices=${page.results} />` : html`<${Nothing} unread=${unread} />`}<//>
        <${Pager} newerHref=${hrefOf(page.previous)} olderHref=${hrefOf(page.next)} />
      `
    }
  `;
}

/** @param {{ onRead: () => void }} props */
function ReadAll({ onRead }) {
  const { busy, error, run } = useAction();
  const handleRead = async () => {
    if (!(await run(() => readNotices()))) return;
    unreadNotices.refresh();
    onRead();
  };
  if (error)
    return html`<${ErrorBox} error=${error} level=${3} title="Nothing is marked" onRetry=${handleRead} />`;
  if (!unreadNotices.data.value?.count) return null;
  return html`<${Button} icon="check" busy=${busy && "Marking…"} onClick=${handleRead}>Mark all as read<//>`;
}

/** @param {{ notices: readonly Notice[] }} props */
function Lines({ notices }) {
  // The page it leads to is what counts; a mark that was lost is made the next time.
  const handleOpen = (/** @type {Notice} */ { id, read_at: readAt }) => {
    if (!readAt) readNotices({ ids: [id] }).then(unreadNotices.refresh, () => {});
  };
  return html`
    <ul class="inbox">
      ${notices.map(
        (notice) => html`
          <li key=${notice.id} class="inbox__line ${notice.read_at ? "" : "inbox__line--unread"}">
            <a class="inbox__link" href=${notice.path} onClick=${() => handleOpen(notice)}>
              <span class="inbox__dot" aria-hidden="true"></span>
              <span class="inbox__text">${!notice.read_at && html`<span class="visually-hidden">Unread: </span>`}${notice.text}</span>
              <span class="inbox__when"><${Time} value=${notice.created_at} style="short" /></span>
            </a>
          </li>
        `,
      )}
    </ul>
  `;
}

/** @param {{ unread: boolean }} props */
function Nothing({ unread }) {
  if (unread)
    return html`<${Empty} level=${2} title="Nothing unread">You have seen everything.<//>`;
  return html`<${Empty} level=${2} title="Nothing yet">When a run for which you asked for e-mail is over, it says so here.<//>`;
}
