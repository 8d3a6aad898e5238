/** Who belongs to an organisation or may run on a backend; people are added and removed by name. */

import { Button } from "../../components/button.js";
import { DataTable } from "../../components/data-table.js";
import { ConfirmDialog } from "../../components/dialog.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { Pager } from "../../components/filters.js";
import { TextField } from "../../components/form.js";
import { Loading } from "../../components/loading.js";
import { Sheet } from "../../components/sheet.js";
import { Time } from "../../components/time.js";
import { paths, queryString } from "../../lib/paths.js";
import { namesIn } from "../../lib/projects.js";
import { listOf } from "../../lib/text.js";
import { useAction } from "../../state/action.js";
import { location } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";

/** @import { Person } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { LoadOptions } from "../../state/resource.js" */

/** @typedef {{ user: Person, created_at: string }} Member */

/**
 * @param {{
 *   of: string, place: string, title?: string, cursor: string | null,
 *   load: (of: string, query: { cursor?: string }, options: LoadOptions) => Promise<{ results: readonly Member[], next: string | null, previous: string | null }>,
 *   add?: (usernames: string[]) => Promise<{ added: readonly string[], had: readonly string[] }>,
 *   remove?: (username: string) => Promise<unknown>, loses?: string, count?: number,
 *   hrefOf?: (username: string) => string, onDone?: () => void
 * }} props `add` and `remove` where the reader may; `loses` is what a removed person does
 */
export function MembersSheet({
  of,
  place,
  title = "Members",
  cursor,
  load,
  add,
  remove,
  loses = "",
  count,
  hrefOf = paths.user,
  onDone,
}) {
  const { data, error, refresh } = useResource(
    (options) => load(of, { cursor: cursor ?? undefined }, options),
    [of, cursor],
    { live: ["record:org", "record:backend"] },
  );
  const [removing, setRemoving] = useState(/** @type {Person | null} */ (null));
  const page = data.value;
  const handleDone = () => {
    refresh();
    onDone?.();
  };
  const pageHref = (/** @type {string | null} */ members) =>
    members && location.value.pathname + queryString({ members });
  return html`
    <${Sheet} title=${title} count=${count || null} footer=${page && (page.next || page.previous) ? html`<${Pager} newerHref=${pageHref(page.previous)} olderHref=${pageHref(page.next)} />` : null}>
      ${add && html`<${AddMembers} place=${place} add=${add} onDone=${handleDone} />`}
      ${!page && (error.value ? html`<${ErrorBox} error=${error.value} level=${3} onRetry=${refresh} />` : html`<${Loading} />`)}
      ${page?.results.length === 0 && html`<${Empty} title="Nobody yet">When staff add people, they stand here.<//>`}
      ${
        page &&
        page.results.length > 0 &&
        html`<${DataTable} caption=${title} columns=${columns(hrefOf, remove && setRemoving)} rows=${page.results}
          rowKey=${(/** @type {Member} */ { user }) => user.username} />`
      }
    <//>
    ${
      removing &&
      remove &&
      html`<${RemoveDialog} person=${removing} place=${place} loses=${loses} remove=${remove} onDone=${handleDone} onClose=${() => setRemoving(null)} />`
    }
  `;
}

/**
 * @param {(username: string) => string} hrefOf
 * @param {((person: Person) => void) | undefined} onRemove
 * @returns {Column<Member>[]}
 */
function columns(hrefOf, onRemove) {
  /** @type {Column<Member>[]} */
  const shown = [
    {
      key: "name",
      label: "Name",
      head: true,
      render: ({ user: { username, name } }) =>
        html`<a class="break-anywhere" href=${hrefOf(username)}>${name}</a>`,
    },
    {
      key: "username",
      label: "User name",
      render: ({ user: { username } }) =>
        html`<span class="mono break-anywhere">${username}</span>`,
    },
    {
      key: "since",
      label: "Since",
      render: ({ created_at: at }) =>
        html`<span class="muted nowrap"><${Time} value=${at} style="short" /></span>`,
    },
  ];
  if (onRemove) {
    shown.push({
      key: "remove",
      label: "Remove",
      hideLabel: true,
      end: true,
      render: ({ user }) =>
        html`<${Button} changes small aria-label="Remove ${user.name}…" onClick=${() => onRemove(user)}>Remove…<//>`,
    });
  }
  return shown;
}

/**
 * @param {{
 *   place: string, onDone: () => void,
 *   add: (usernames: string[]) => Promise<{ added: readonly string[], had: readonly string[] }>
 * }} props
 */
function AddMembers({ place, add, onDone }) {
  const [text, setText] = useState("");
  const { busy, error, run } = useAction();
  const handleSubmit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const names = namesIn(text);
    if (busy || !names.length) return;
    const answer = await run(() => add(names));
    if (!answer) return;
    setText("");
    const had = answer.had.length ? ` ${listOf(answer.had)} had it already.` : "";
    showToast(
      answer.added.length ? `${listOf(answer.added)} added to ${place}.${had}` : had.trim(),
    );
    onDone();
  };
  const unknown = error?.errors.map(({ detail }) => detail).join(" ");
  return html`
    <form class="add-members" onSubmit=${handleSubmit} noValidate>
      ${error && !unknown && html`<div role="alert"><${ErrorBox} error=${error} level=${3} title="Nobody was added" /></div>`}
      <${TextField} id="add-members" label="Add people" hint="User names, separated by spaces or commas." autocapitalize="none" autocomplete="off"
        spellcheck="false" value=${text} onInput=${setText} error=${unknown || undefined} />
      <${Button} type="submit" busy=${busy && "Adding…"}>Add<//>
    </form>
  `;
}

/**
 * @param {{
 *   person: Person, place: string, loses: string, remove: (username: string) => Promise<unknown>,
 *   onDone: () => void, onClose: () => void
 * }} props
 */
function RemoveDialog({ person: { username, name }, place, loses, remove, onDone, onClose }) {
  const { busy, error, run } = useAction();
  const handleConfirm = async () => {
    if (!(await run(() => remove(username)))) return;
    showToast(`${name} is removed from ${place}.`);
    onDone();
    onClose();
  };
  return html`
    <${ConfirmDialog} title="Remove 1 person from ${place}?" confirm="Remove ${name}" keep="Keep ${name}" busy=${busy && "Removing…"}
      onConfirm=${handleConfirm} onClose=${onClose}>
      <p>${name} ${loses}</p>
      ${error && html`<${ErrorBox} error=${error} level=${3} title="Nobody was removed" />`}
    <//>
  `;
}
