"""What only GitHub can do to us: hang, drip, fail, limit, redirect, hide, and remember answers."""

import time
from datetime import UTC, datetime
from itertools import repeat

import pytest

from integrations.git import (
    AccessRefused,
    BranchNotFound,
    CommitNotFound,
    HostUnavailable,
    PathNotFound,
    RateLimited,
    RepoName,
    RepoNotFound,
)
from integrations.git.github import GitHubHost
from tests.fakes.github_server import running_github

# Far more than 0.3 s on a busy machine, far less than a misbehaviour goes on for.
PROMPT_S = 5
AT_NINE = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


@pytest.fixture
def host(github):
    return GitHubHost(api_url=github.url)


@pytest.fixture
def hasty_host(github):
    return GitHubHost(api_url=github.url, timeout_s=0.3)


@pytest.fixture
def study(github):
    repo = github.host.add_repo("opensafely/study")
    github.host.add_commit(repo, files={"project.yaml": "version: '4'"})
    return repo


def answering(status, body=b"", **headers):
    return lambda handler: handler.send(status, body, **headers)


def hang(handler):
    handler.github.closing.wait(10)


def drip(first, then):
    """Send `first`, then `then` again and again, faster than any timeout of a socket."""

    def misbehave(handler):
        for chunk in (first, *repeat(then, 1000)):
            handler.wfile.write(chunk)
            handler.wfile.flush()
            if handler.github.closing.wait(0.02):
                return

    return misbehave


# --- not answering


@pytest.mark.parametrize(
    "misbehave",
    [
        hang,
        drip(b"", b"H"),
        drip(b"HTTP/1.1 200 OK\r\n", b"X-Drip: 1\r\n"),
        drip(b"HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n", b"["),
        drip(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n[\r\n"),
        drip(b"HTTP/1.0 200 OK\r\n\r\n", b"["),
    ],
    ids=["nothing", "status line", "headers", "sized body", "chunked body", "endless body"],
)
def test_a_host_that_hangs_or_drips_is_left_in_time_and_the_time_is_told(
    hasty_host, github, study, misbehave
):
    github.misbehave = misbehave
    began_at = time.monotonic()

    with pytest.raises(HostUnavailable, match=r"GitHub has not answered for 0\.3 s\. Try again"):
        hasty_host.get_repo(study)

    assert time.monotonic() - began_at < PROMPT_S


def test_the_host_is_asked_again_after_it_hung(hasty_host, github, study):
    github.misbehave = hang
    with pytest.raises(HostUnavailable):
        hasty_host.get_repo(study)
    github.misbehave = None

    assert hasty_host.get_repo(study).default_branch == "main"


def test_pages_without_end_are_left_in_time(hasty_host, github):
    github.misbehave = answering(200, b"[]", Link='<https://x.example/?page=2>; rel="next"')

    with pytest.raises(HostUnavailable, match=r"was not done answering after 0\.9 s"):
        hasty_host.list_repos("opensafely")


def test_a_host_that_cannot_be_reached_is_said_to_be_so(study):
    with running_github() as gone:
        pass

    with pytest.raises(HostUnavailable, match="GitHub could not be reached"):
        GitHubHost(api_url=gone.url).get_repo(study)


def test_a_connection_that_breaks_in_the_middle_is_an_outage(host, github, study):
    def break_off(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{")
        handler.close_connection = True

    github.misbehave = break_off

    with pytest.raises(HostUnavailable, match="could not be reached"):
        host.get_repo(study)


# --- answering badly


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_failure_of_the_host_is_an_outage(host, github, study, status):
    github.misbehave = answering(status, b"<h1>Unicorn!</h1>", Content_Type="text/html")

    with pytest.raises(HostUnavailable, match=f"a failure of its own \\(status {status}\\)"):
        host.list_branches(study)


@pytest.mark.parametrize(
    "body",
    [
        b"<html>Sign in to the network</html>",
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"private": 1}',
        b"\xff",
    ],
)
def test_an_answer_in_another_form_is_an_outage(host, github, study, body):
    github.misbehave = answering(200, body)

    with pytest.raises(HostUnavailable, match="cannot be understood"):
        host.get_repo(study)


def test_json_too_deep_to_parse_is_an_outage(host, github, study):
    github.misbehave = answering(200, b"[" * 1_000_000)

    with pytest.raises(HostUnavailable, match="cannot be understood"):
        host.get_repo(study)


def test_an_id_that_is_none_is_an_outage(host, github, study):
    github.misbehave = answering(
        200,
        b'{"name": "main", "commit": {"sha": "../x", "commit": {"message": "", "author": null,'
        b' "committer": {"date": "2026-01-05T09:00:00Z"}}}}',
    )

    with pytest.raises(HostUnavailable, match="cannot be understood"):
        host.get_commit(study, "main")


def test_an_author_without_a_name_is_empty(host, github, study):
    sha = "0" * 40
    github.misbehave = answering(
        200,
        b'{"name": "main", "commit": {"sha": "%b", "commit": {"message": "x", "author": null,'
        b' "committer": {"date": "2026-01-05T10:00:00+01:00"}}}}' % sha.encode(),
    )

    commit = host.get_commit(study, "main")

    assert (commit.author, commit.committed_at) == ("", AT_NINE)


def test_a_page_in_place_of_a_file_is_an_outage(host, github, study):
    sha = host.get_commit(study, "main").sha
    github.misbehave = answering(200, b"<html>", Content_Type="text/html")

    with pytest.raises(HostUnavailable, match="cannot be understood"):
        host.read_file(study, sha=sha, path="project.yaml")


def test_an_answer_too_large_to_be_one_is_an_outage(host, github, study):
    github.misbehave = answering(200, b" " * 10_000_001)

    with pytest.raises(HostUnavailable, match="more than 10 MB"):
        host.get_repo(study)


# --- refusing


@pytest.mark.parametrize(
    ("status", "headers", "wait_s"),
    [
        (403, {"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": "+1800"}, 1800),
        (429, {"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": "+1800"}, 1800),
        (403, {"Retry_After": "120"}, 120),
        (429, {"Retry_After": "120"}, 120),
        (429, {}, 60),
        (403, {"X_RateLimit_Remaining": "0"}, 60),
        (403, {"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": "9" * 30}, 24 * 60 * 60),
        (403, {"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": "-1800"}, 60),
    ],
)
def test_a_limit_of_calls_says_when_to_try_again(host, github, study, status, headers, wait_s):
    now = time.time()
    headers = {
        name: str(int(now) + int(value)) if value.startswith("+") else value
        for name, value in headers.items()
    }
    github.misbehave = answering(status, b"{}", **headers)

    with pytest.raises(RateLimited, match=r"GitHub takes no more .* until \d\d:\d\d UTC") as raised:
        host.get_repo(study)

    assert raised.value.retry_at.timestamp() == pytest.approx(now + wait_s, abs=3)


def test_a_secondary_limit_is_known_by_its_words(host, github, study):
    github.misbehave = answering(403, b'{"message": "You have exceeded a secondary rate limit."}')

    with pytest.raises(RateLimited):
        host.get_repo(study)


@pytest.mark.parametrize("status", [401, 403])
def test_a_token_that_may_not_is_neither_a_limit_nor_an_outage(host, github, study, status):
    github.misbehave = answering(status, b'{"message": "Bad"}', X_RateLimit_Remaining="4999")

    with pytest.raises(AccessRefused, match=f"GitHub refuses .*status {status}.*administrator"):
        host.get_repo(study)


def test_a_private_repository_is_not_found_and_both_reasons_are_named(host, github, study):
    github.hidden.add(study)

    with pytest.raises(RepoNotFound, match="does not exist, or it is private"):
        host.get_commit(study, "main")


def test_list_repos_leaves_out_those_of_topic_non_research(host, github, study):
    github.host.add_repo("opensafely/website", topics=["non-research", "docs"], is_private=True)
    github.host.add_repo("opensafely/private", topics=["docs"], is_private=True)

    found = host.list_repos("opensafely")

    assert [(info.repo.name, info.is_private) for info in found] == [
        ("private", True),
        ("study", False),
    ]


def test_list_repos_reads_the_repositories_of_a_user_where_no_organisation_has_the_name(
    host, github, study
):
    def only_users(handler):
        handler.send(404) if handler.path.startswith("/orgs/") else handler.send(200, b"[]")

    github.misbehave = only_users

    assert host.list_repos("ada") == []


def test_list_repos_gives_more_than_one_page(host, github):
    for number in range(101):
        github.host.add_repo(f"opensafely/r{number:03}")

    assert len(host.list_repos("opensafely")) == 101


def test_the_old_name_of_a_renamed_branch_is_no_branch(host, github, study):
    github.aliases["master"] = "main"

    with pytest.raises(BranchNotFound):
        host.get_commit(study, "master")


def test_a_tag_that_looks_like_an_id_is_no_commit(host, github, study):
    github.aliases["abcdef0"] = github.host.get_commit(study, "main").sha

    with pytest.raises(CommitNotFound):
        host.get_commit(study, "abcdef0")


def test_commits_of_an_empty_repository_are_absent_and_not_an_outage(host, github):
    empty = github.host.add_repo("opensafely/empty")

    def answer_as_github(handler):
        if "/commits" in handler.path:
            handler.send(409, b'{"message": "Git Repository is empty."}')
        else:
            handler.answer_as_github()

    github.misbehave = answer_as_github

    with pytest.raises(CommitNotFound):
        host.get_commit(empty, "0" * 40)


def test_a_file_that_is_a_folder_is_told_by_the_form_of_the_answer(host, github, study):
    commit = github.host.add_commit(study, files={"analysis/a.py": "x"})

    with pytest.raises(PathNotFound):
        host.read_file(study, sha=commit.sha, path="analysis")


# --- token, redirects, remembered answers


def test_the_token_is_sent_with_every_call_as_is_the_name_of_this_service(github, study):
    host = GitHubHost(api_url=github.url, token="ghp_secret")

    host.list_branches(study)

    assert [call.headers["authorization"] for call in github.calls] == ["Bearer ghp_secret"] * 2
    assert {call.headers["user-agent"] for call in github.calls} == {"Job server"}


def test_without_a_token_none_is_sent_not_even_from_netrc(
    host, github, study, tmp_path, monkeypatch
):
    netrc = tmp_path / "netrc"
    netrc.write_text("default login ada password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))

    host.get_repo(study)

    assert "authorization" not in github.calls[0].headers


def test_a_token_that_cannot_be_one_is_refused_without_being_repeated():
    with pytest.raises(ValueError, match="GITHUB_TOKEN") as raised:
        GitHubHost(api_url="http://127.0.0.1:1", token="secret\n")

    assert "secret" not in str(raised.value)


def test_no_error_carries_the_token(github, study):
    github.misbehave = answering(401)

    with pytest.raises(AccessRefused) as raised:
        GitHubHost(api_url=github.url, token="ghp_secret").get_repo(study)

    assert "ghp_secret" not in repr((raised.value, raised.value.__cause__, vars(raised.value)))


def test_a_redirect_within_the_api_is_followed(host, github, study):
    def renamed(handler):
        if handler.path == "/repos/opensafely/old":
            handler.send(301, Location="/repos/opensafely/study")
        else:
            handler.answer_as_github()

    github.misbehave = renamed
    old = RepoName(owner="opensafely", name="old")

    assert host.get_repo(old).repo == old


def test_a_redirect_to_another_host_is_not_followed(github, study):
    with running_github() as other:
        github.misbehave = answering(302, Location=f"{other.url}/repos/opensafely/study")

        with pytest.raises(HostUnavailable, match="another host, where it does not go"):
            GitHubHost(api_url=github.url, token="ghp_secret").get_repo(study)

        assert other.calls == []


def test_redirects_in_a_circle_end(host, github, study):
    github.misbehave = answering(302, Location="/again")

    with pytest.raises(HostUnavailable, match="from address to address"):
        host.get_repo(study)


def test_an_unchanged_answer_is_not_sent_again(host, github, study):
    first = host.get_commit(study, "main")

    assert host.get_commit(study, "main") == first
    assert github.statuses() == [200, 304]


def test_a_changed_answer_replaces_the_remembered_one(host, github, study):
    host.get_commit(study, "main")
    pushed = github.host.add_commit(study)

    assert [host.get_commit(study, "main") for _ in range(2)] == [pushed, pushed]
    assert github.statuses() == [200, 200, 304]


def test_a_remembered_file_is_not_given_once_the_repository_is_hidden(host, github, study):
    sha = host.get_commit(study, "main").sha
    host.read_file(study, sha=sha, path="project.yaml")
    github.hidden.add(study)

    with pytest.raises(RepoNotFound):
        host.read_file(study, sha=sha, path="project.yaml")


def test_a_commit_of_the_given_branch_costs_three_calls_however_many_branches(host, github, study):
    old = github.host.get_commit(study, "main")
    for number in range(30):
        github.host.add_commit(study, branch=f"a{number}")
    github.host.add_commit(study)

    host.get_commit(study, old.sha, branch="main")

    assert len(github.calls) == 3
