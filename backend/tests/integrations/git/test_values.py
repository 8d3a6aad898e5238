import pytest

from integrations.git import Branch, RefusedRepo, RepoName, find_branch, parse_repo_url


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/opensafely/study",
        "https://github.com/opensafely/study/",
        "https://github.com/opensafely/study.git",
        "https://GitHub.com/opensafely/study.git/",
    ],
)
def test_parse_repo_url_takes_the_forms_that_people_copy(url):
    repo = parse_repo_url(url)

    assert repo == RepoName(owner="opensafely", name="study")
    assert repo.url == "https://github.com/opensafely/study"


@pytest.mark.parametrize("name", ["a.b", ".github", "-x", "_", "a" * 100, "study.github"])
def test_parse_repo_url_takes_every_name_that_github_gives(name):
    assert parse_repo_url(f"https://github.com/o/{name}").name == name


@pytest.mark.parametrize(
    "url",
    [
        "",
        "opensafely/study",
        "http://github.com/opensafely/study",
        "git@github.com:opensafely/study.git",
        "ssh://github.com/opensafely/study",
        "file:///srv/opensafely/study",
        "https://gitlab.com/opensafely/study",
        "https://github.com.evil.example/opensafely/study",
        "https://evil.example/github.com/opensafely/study",
        "https://github.com@evil.example/opensafely/study",
        "https://ada:secret@github.com/opensafely/study",
        "https://github.com:443/opensafely/study",
        "https://github.com/opensafely",
        "https://github.com/opensafely/",
        "https://github.com//study",
        "https://github.com/opensafely/study/tree/main",
        "https://github.com/opensafely/study?x=1",
        "https://github.com/opensafely/study#readme",
        "https://github.com/opensafely/study\n",
        " https://github.com/opensafely/study",
        "https://github.com/opensafely/..",
        "https://github.com/../study",
        "https://github.com/opensafely/.",
        "https://github.com/opensafely/.git",
        "https://github.com/opensafely/study.git.git",
        "https://github.com/opensafely/..%2F..",
        "https://github.com/opensafely/stüdy",
        "https://github.com/open\u017fafely/study",
        "https://github.com/opensafely/study\u212a",
        "https://github.com/-opensafely/study",
        "https://github.com/opensafely/" + "a" * 101,
        "https://github.com/opensafely/a\\b",
        "https://github.com/opensafely/a\x00b",
    ],
)
def test_parse_repo_url_refuses_everything_else(url):
    with pytest.raises(RefusedRepo, match="is not the "):
        parse_repo_url(url)


def test_parse_repo_url_takes_another_host_when_it_is_told_to():
    url = "https://git.example.org/opensafely/study"

    assert str(parse_repo_url(url, host="git.example.org")) == "opensafely/study"


@pytest.mark.parametrize(
    ("owner", "name"), [("..", "x"), ("x", ".."), ("a/b", "x"), ("x", "a/b"), ("", "x"), ("x", "")]
)
def test_a_repo_name_cannot_lead_elsewhere(owner, name):
    with pytest.raises(RefusedRepo):
        RepoName(owner=owner, name=name)


@pytest.mark.parametrize(
    ("name", "found"),
    [("Main", "Main"), ("main", "main"), ("MAIN", None), ("FEATURE", "feature"), ("gone", None)],
    ids=["exact", "exact of two alike", "two alike", "other letter case", "unknown"],
)
def test_find_branch_ignores_letter_case_where_that_names_one(name, found):
    branches = [Branch(name=known, sha="0" * 40) for known in ("main", "Main", "feature")]

    branch = find_branch(branches, name=name)

    assert (branch.name if branch else None) == found
