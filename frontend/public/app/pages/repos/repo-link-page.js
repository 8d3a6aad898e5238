/** Where a repository is used, by its address: the link of old mails and sites. */

import { listProjectsOfRepo } from "../../api/repos.js";
import { Button } from "../../components/button.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { herePath, navigate } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { user } from "../../state/session.js";
import { html, useEffect } from "../../ui.js";
import NotFoundPage from "../errors/not-found-page.js";
import { parseRepo } from "../workspaces/repo-choice.js";
import { targetOf } from "./where.js";

/** @import { PageProps } from "../../router.js" */
/** @import { RepoName } from "../../api/repos.js" */

/** @param {PageProps} props */
export default function RepoLinkPage(props) {
  const repo = parseRepo(props.params.url);
  if (!repo) return html`<${NotFoundPage} ...${props} />`;
  return html`<${WhereUsed} repo=${repo} signOff=${props.query.has("sign-off")} />`;
}

/** @param {{ repo: RepoName, signOff: boolean }} props */
function WhereUsed({ repo, signOff }) {
  const { data, error, refresh } = useResource((options) => listProjectsOfRepo(repo, options));
  const projects = data.value?.results ?? [];
  const to = targetOf(repo, projects, signOff);
  useEffect(() => {
    if (to) navigate(to, { replace: true });
  }, [to]);
  const full = `${repo.owner}/${repo.name}`;
  return html`
    <${PageHead} title="Where is ${full} used?" here=${full} trail=${[{ label: "Workspaces", href: paths.workspaces() }]} />
    ${!data.value && !error.value && html`<${Loading} />`}
    ${!data.value && error.value && html`<${ErrorBox} error=${error.value} onRetry=${refresh} signInHref=${user.value ? undefined : paths.signIn(herePath())} />`}
    ${
      projects.length > 1 &&
      html`<${Sheet} title="Projects" count=${projects.length} padded>
        <ul class="plain-list">${projects.map(({ slug, name }) => html`<li key=${slug}><a href=${paths.project(slug)}>${name}</a></li>`)}</ul>
      <//>
      <p><a href=${paths.repo(repo)}>Its workspaces and their sign-off</a></p>`
    }
    ${
      data.value?.results.length === 0 &&
      html`<${Sheet}><${Empty} level=${2} title="No project uses it" action=${html`<${Button} href=${paths.workspaces()}>Workspaces<//>`}>
        When somebody makes a workspace on it, its project stands here.
      <//><//>`
    }
  `;
}
