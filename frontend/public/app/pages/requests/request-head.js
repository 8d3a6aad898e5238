/** The head of a request: state, who asked when for what commit, the strip, and what one can do. */

import { Button } from "../../components/button.js";
import { CommitLink } from "../../components/commit-link.js";
import { PageHead } from "../../components/page-head.js";
import { StatusBadge } from "../../components/status.js";
import { Strip } from "../../components/strip.js";
import { Time, useWords } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { isUnfinished, statusSaid } from "../../lib/statuses.js";
import { herePath } from "../../state/location.js";
import { user } from "../../state/session.js";
import { html } from "../../ui.js";
import { brokenActions, cancelAmount, lengthWords } from "./request-view.js";
import { TellMe } from "./tell-me.js";

/** @import { JobRequest } from "../../api/types" */
/** @import { Child } from "../../ui" */

/**
 * @param {{
 *   request: JobRequest, silentSince: string | null, actions: Child, freshness: Child
 * }} props
 */
export function RequestHead({ request, silentSince, actions, freshness }) {
  const { number, display_status: status, workspace, project } = request;
  const length = useWords(isUnfinished(status) ? 1000 : null, (now) => lengthWords(request, now));
  return html`
    <${PageHead} title="Request ${number}" withNote=${false} documentTitle="Request ${number}, ${statusSaid(status, silentSince)}"
      badge=${html`<${StatusBadge} status=${status} asOf=${silentSince} />`} actions=${actions} facts=${factsOf(request)}
      trail=${[
        { label: "Workspaces", href: paths.workspaces() },
        { label: project.name, href: paths.workspaces({ project: project.slug }) },
        { label: workspace.name, href: paths.workspace(workspace.name) },
      ]} />
    <div class="request-sum">
      <p class="request-sum__words"><${Summary} request=${request} /></p>
      <p class="request-sum__time">
        <${TellMe} request=${request} />
        <span>${length && `${length} · `}${freshness}</span>
      </p>
      ${request.job_counts.total > 0 && html`<${Strip} size="head" strip=${request.strip} counts=${request.job_counts} />`}
    </div>
  `;
}

/** @param {{ request: JobRequest }} props the first sentence stands out; without jobs it is the reason */
function Summary({ request: { summary, reason, jobs } }) {
  const end = summary.indexOf(". ") + 1 || summary.length;
  const { what_next: next, heard_at: heardAt } = (!jobs.length && reason) || {};
  return html`
    <strong>${summary.slice(0, end)}</strong>${summary.slice(end)} ${next}
    ${heardAt && html` Its last contact was <${Time} value=${heardAt} style="ago" />.`}
  `;
}

/** @param {JobRequest} request */
function factsOf({
  created_by: person,
  created_at: at,
  backend,
  branch,
  commit,
  will_notify: notify,
  force_run_dependencies: force,
}) {
  return [
    {
      key: "by",
      icon: "person",
      content: html`<strong>${person.name}</strong> asked <${Time} value=${at} />`,
    },
    {
      key: "backend",
      icon: "backend",
      content: html`Backend <a href=${paths.backends()}>${backend.name}</a>`,
    },
    { key: "branch", icon: "branch", content: html`<code class="break-anywhere">${branch}</code>` },
    {
      key: "commit",
      icon: "commit",
      content: html`
        <${CommitLink} commit=${commit} />
        ${commit.compare_url && html` <a href=${commit.compare_url}>compare with the request before</a>`}
      `,
    },
    notify && { key: "notify", icon: "mail", content: "e-mail when jobs finish" },
    force && { key: "force", icon: "redo", content: "runs everything needed again" },
  ];
}

/** @param {{ request: JobRequest, onCancel: () => void }} props */
export function RequestActions({ request, onCancel }) {
  const { cancel, run_again: again } = request.can;
  const unfinished = isUnfinished(request.display_status);
  const whyNot = [!again.allowed && again.why_not, unfinished && !cancel.allowed && cancel.why_not];
  const why = [...new Set(whyNot.filter(Boolean))].join(" ");
  const broken = unfinished ? [] : brokenActions(request);
  const described = why ? { "aria-describedby": "why-not" } : {};
  return html`
    <div class="request-actions">
      <div class="request-actions__buttons">
        <${Button} icon="redo" disabled=${!again.allowed} ...${described} data-shortcut="n"
          href=${paths.newRequest(request.workspace.name, { backend: request.backend.slug, again: request.number })}>
          Request again…
        <//>
        ${
          broken.length > 0 &&
          again.allowed &&
          html`<${Button} href=${paths.newRequest(request.workspace.name, { backend: request.backend.slug, again: request.number, only: "unsuccessful" })}>
            Run the ${broken.length === 1 ? "job" : broken.length} that did not succeed…
          <//>`
        }
        ${
          unfinished &&
          html`<${Button} kind="danger" disabled=${!cancel.allowed} ...${described} onClick=${onCancel}><${CancelLabel} amount=${cancelAmount(request)} /><//>`
        }
      </div>
      ${why && html`<p class="may-not__why" id="why-not">${why} ${!user.value && html`<a href=${paths.signIn(herePath())}>Sign in</a>`}</p>`}
    </div>
  `;
}

/** @param {{ amount: number }} props "Cancel 4 unfinished jobs…"; phones leave out what they can */
function CancelLabel({ amount }) {
  if (!amount) return "Cancel this request…";
  return html`Cancel ${amount}<span class="request-actions__wide"> unfinished</span> ${amount === 1 ? "job" : "jobs"}…`;
}
