"""A repository that was renamed: its host answers to the old name. Folders know no renaming."""

import pytest

from integrations.git import RepoName
from integrations.git.fake import FakeGitHost
from integrations.git.github import GitHubHost

OLD = RepoName(owner="opensafely", name="study")
NEW = RepoName(owner="elsewhere", name="renamed")


@pytest.fixture(params=["fake", "github"])
def renamed(request):
    """The host, and the head of the branch main of the renamed repository."""
    if request.param == "github":
        server = request.getfixturevalue("github")
        repos, host = server.host, GitHubHost(api_url=server.url)
    else:
        repos = host = FakeGitHost()
    repos.add_repo(str(OLD), topics=["github-releases"])
    head = repos.add_commit(OLD, files={"project.yaml": "version: 5", "codelists/a.csv": "x"})
    assert repos.move_repo(OLD, to=str(NEW)) == NEW
    return host, head


def test_a_renamed_repository_says_where_it_is(renamed):
    host, _ = renamed

    info = host.get_repo(OLD)

    assert (info.repo, info.moved_to) == (OLD, NEW)
    assert info.topics == {"github-releases"}
    assert host.get_repo(NEW).moved_to is None


def test_what_is_pinned_in_a_renamed_repository_is_still_read(renamed):
    host, head = renamed

    assert host.get_commit(OLD, head.sha, branch="main").sha == head.sha
    assert host.get_commit(OLD, "main").sha == head.sha
    assert host.read_file(OLD, sha=head.sha, path="project.yaml") == b"version: 5"
    assert host.has_folder(OLD, sha=head.sha, path="codelists")
    assert [branch.sha for branch in host.list_branches(OLD)] == [head.sha]
    assert [commit.sha for commit in host.list_commits(OLD, "main")] == [head.sha]


def test_a_renamed_repository_is_listed_under_its_new_owner_alone(renamed):
    host, _ = renamed

    assert [info.repo for info in host.list_repos("elsewhere")] == [NEW]


def test_another_letter_case_is_no_other_place(github):
    github.host.add_repo("opensafely/study")
    github.host.repos[RepoName(owner="OpenSAFELY", name="Study")] = github.host.repos[OLD]
    host = GitHubHost(api_url=github.url)

    assert host.get_repo(RepoName(owner="OpenSAFELY", name="Study")).moved_to is None
