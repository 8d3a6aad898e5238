"""What every directory of GitHub's people promises: the fake, and GitHub's API on loopback."""

import json

import pytest

from integrations.git import AccessRefused, HostUnavailable, RateLimited
from integrations.github_users import GitHubUser, UserNotFound, is_login
from integrations.github_users.fake import FakeGitHubUsers
from integrations.github_users.rest import RestGitHubUsers


@pytest.fixture(params=["fake", "rest"])
def directory(request):
    """Where octo (583231) is known."""
    if request.param == "rest":
        server = request.getfixturevalue("github")
        server.people["octo"] = {"id": 583231, "login": "octo", "type": "User"}
        server.people["opensafely"] = {"id": 5, "login": "opensafely", "type": "Organization"}
        return RestGitHubUsers(api_url=server.url)
    fake = FakeGitHubUsers()
    fake.add_person("octo", github_id=583231)
    return fake


@pytest.mark.parametrize("login", ["octo", "OCTO"])
def test_a_person_is_found_in_any_letter_case_with_the_number(directory, login):
    assert directory.find(login) == GitHubUser(github_id=583231, login="octo")


@pytest.mark.parametrize("login", ["nobody", "opensafely", "", "a/b", "..", "octo?x=1", "a b"])
def test_who_is_no_person_there_is_not_found(directory, login):
    with pytest.raises(UserNotFound, match="GitHub knows no person"):
        directory.find(login)


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("octo", True),
        ("a-b", True),
        ("ada_acme", True),
        ("-a", False),
        ("a--b", False),
        ("a" * 40, False),
        ("ünal", False),
    ],
)
def test_names_that_no_person_has_are_not_asked_for(text, may_be):
    assert is_login(text) == may_be


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (500, b"", HostUnavailable),
        (200, b"<html>", HostUnavailable),
        (200, b"[]", HostUnavailable),
        (200, json.dumps({"type": "User", "id": "7", "login": "octo"}).encode(), HostUnavailable),
        (200, json.dumps({"type": "User", "id": 7}).encode(), HostUnavailable),
        (401, b"", AccessRefused),
        (429, b"", RateLimited),
    ],
)
def test_an_answer_that_is_none_is_a_failure_of_the_host(github, status, body, error):
    github.misbehave = lambda handler: handler.send(status, body)

    with pytest.raises(error):
        RestGitHubUsers(api_url=github.url).find("octo")


def test_a_host_that_hangs_is_left_in_time(github):
    github.misbehave = lambda handler: handler.github.closing.wait(10)

    with pytest.raises(HostUnavailable, match=r"has not answered for 0\.3 s"):
        RestGitHubUsers(api_url=github.url, timeout_s=0.3).find("octo")
