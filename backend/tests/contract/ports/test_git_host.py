"""What every git host promises: the fake, bare repositories, and GitHub's API on loopback."""

from datetime import UTC

import pytest

from integrations.git import (
    MAX_FILE_BYTES,
    BranchNotFound,
    CommitNotFound,
    FileTooLarge,
    OwnerNotFound,
    PathNotFound,
    RefusedRepo,
    RepoName,
    RepoNotFound,
)

ABSENT = RepoName(owner="opensafely", name="absent")
ABSENT_SHA = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture
def study(repos):
    return repos.add_repo("opensafely/study")


def test_list_repos_gives_the_repositories_of_one_owner_by_name(host, repos):
    for name in ("opensafely/beta", "opensafely/Alpha", "elsewhere/gamma", "opensafely/.github"):
        repos.add_repo(name)

    found = host.list_repos("opensafely")

    assert [str(info.repo) for info in found] == [
        "opensafely/.github",
        "opensafely/Alpha",
        "opensafely/beta",
    ]


def test_list_repos_says_when_nobody_has_that_name(host):
    with pytest.raises(OwnerNotFound, match="No organisation or user nobody"):
        host.list_repos("nobody")


@pytest.mark.parametrize("owner", ["", "..", "a/b", "-x", "a b", "a" * 101, "é"])
def test_list_repos_refuses_what_is_no_name(host, owner):
    with pytest.raises(RefusedRepo, match="not the name of an organisation or user"):
        host.list_repos(owner)


def test_get_repo_names_the_default_branch(host, repos):
    repo = repos.add_repo("opensafely/study", default_branch="trunk")

    info = host.get_repo(repo)

    assert (info.repo, info.default_branch) == (repo, "trunk")


def test_a_repository_that_is_absent_or_private_is_said_to_be_one_of_both(host):
    with pytest.raises(RepoNotFound, match="does not exist, or it is private"):
        host.get_repo(ABSENT)


@pytest.mark.parametrize(
    "ask",
    [
        lambda host: host.list_branches(ABSENT),
        lambda host: host.get_commit(ABSENT, "main"),
        lambda host: host.get_commit(ABSENT, ABSENT_SHA),
        lambda host: host.list_commits(ABSENT, "main"),
        lambda host: host.read_file(ABSENT, sha=ABSENT_SHA, path="project.yaml"),
    ],
    ids=["branches", "branch head", "commit", "commits", "file"],
)
def test_an_absent_repository_is_told_from_an_absent_part_of_one(host, ask):
    with pytest.raises(RepoNotFound):
        ask(host)


def test_list_branches_begins_with_the_default_one_then_main_and_master(host, repos):
    repo = repos.add_repo("opensafely/study", default_branch="trunk")
    for branch in ("zeta", "master", "Alpha", "feature/b", "main", "trunk"):
        repos.add_commit(repo, branch=branch)

    found = host.list_branches(repo)

    assert [branch.name for branch in found] == [
        "trunk",
        "main",
        "master",
        "Alpha",
        "feature/b",
        "zeta",
    ]


def test_list_branches_gives_the_newest_commit_of_each(host, repos, study):
    repos.add_commit(study)
    newest = repos.add_commit(study)

    assert [branch.sha for branch in host.list_branches(study)] == [newest.sha]


def test_list_branches_of_an_empty_repository_is_empty(host, study):
    assert host.list_branches(study) == []


def test_list_branches_gives_more_than_one_page(host, repos, study):
    for number in range(105):
        repos.add_commit(study, branch=f"b{number:03}")

    assert len(host.list_branches(study)) == 105


@pytest.mark.parametrize("branch", ["main", "feature/a.b-c_d", "été", "deadbee", "100%"])
def test_get_commit_resolves_the_head_of_a_branch(host, repos, study, branch):
    repos.add_commit(study, branch=branch)
    head = repos.add_commit(study, branch=branch, message="Add a figure\n\nIt was missing.")

    commit = host.get_commit(study, branch)

    assert commit == head
    assert commit.message == "Add a figure"
    assert commit.author == "Ada Lovelace"
    assert commit.committed_at.tzinfo is UTC


def test_get_commit_of_a_branch_follows_its_pushes_and_an_older_id_does_not(host, repos, study):
    pinned = repos.add_commit(study)
    pushed = repos.add_commit(study)

    assert host.get_commit(study, "main") == pushed
    assert host.get_commit(study, pinned.sha) == pinned


@pytest.mark.parametrize("digits", [7, 12, 40])
def test_get_commit_takes_the_beginning_of_an_id_in_any_letter_case(host, repos, study, digits):
    commit = repos.add_commit(study)
    repos.add_commit(study)

    assert host.get_commit(study, commit.sha[:digits].upper()) == commit


@pytest.mark.parametrize("ref", [ABSENT_SHA, ABSENT_SHA[:7]])
def test_get_commit_says_when_no_commit_has_that_id(host, repos, study, ref):
    repos.add_commit(study)

    with pytest.raises(CommitNotFound, match=f"opensafely/study has no commit {ref} "):
        host.get_commit(study, ref)


def test_get_commit_finds_no_commit_in_an_empty_repository(host, study):
    with pytest.raises(CommitNotFound):
        host.get_commit(study, ABSENT_SHA)


def test_get_commit_refuses_a_commit_of_another_repository(host, repos, study):
    repos.add_commit(study)
    foreign = repos.add_commit(repos.add_repo("opensafely/other"), message="Foreign")

    with pytest.raises(CommitNotFound):
        host.get_commit(study, foreign.sha)


def test_get_commit_refuses_a_commit_that_is_on_no_branch(host, repos, study):
    repos.add_commit(study)
    lost = repos.add_commit(study, branch="dropped")
    repos.delete_branch(study, "dropped")

    with pytest.raises(CommitNotFound):
        host.get_commit(study, lost.sha)


def test_get_commit_finds_an_old_commit_of_any_branch(host, repos, study):
    repos.add_commit(study)
    old = repos.add_commit(study, branch="feature")
    repos.add_commit(study, branch="feature")

    assert host.get_commit(study, old.sha) == old


def test_get_commit_keeps_to_the_branch_that_is_given(host, repos, study):
    shared = repos.add_commit(study)
    repos.add_commit(study)
    of_feature = repos.add_commit(study, branch="feature")

    assert host.get_commit(study, shared.sha, branch="main") == shared
    assert host.get_commit(study, of_feature.sha, branch="feature") == of_feature
    with pytest.raises(CommitNotFound, match="The branch main of opensafely/study has no commit"):
        host.get_commit(study, of_feature.sha, branch="main")
    with pytest.raises(BranchNotFound, match="no branch gone"):
        host.get_commit(study, shared.sha, branch="gone")


@pytest.mark.parametrize(
    "branch",
    [
        "gone",
        "MAIN",
        "mai",
        "refs/heads/main",
        "main^",
        "main~1",
        "HEAD",
        "@",
        "--all",
        "-",
        "",
        " main",
        "main\n",
        "..",
        "../../other",
        "main/..",
        "a//b",
        ".",
        "main:project.yaml",
        "x\x00y",
        "\ud800",
        "x" * 300,
    ],
)
def test_a_branch_is_known_by_its_exact_name_only(host, repos, study, branch):
    repos.add_commit(study)
    repos.add_commit(study)

    with pytest.raises(BranchNotFound, match="opensafely/study has no branch"):
        host.get_commit(study, branch)
    with pytest.raises(BranchNotFound):
        host.list_commits(study, branch)


def test_a_deleted_branch_is_named_in_the_error(host, repos, study):
    repos.add_commit(study)
    repos.add_commit(study, branch="feature/x")
    repos.delete_branch(study, "feature/x")

    with pytest.raises(BranchNotFound, match=r"no branch feature/x.*choose another branch"):
        host.get_commit(study, "feature/x")


def test_list_commits_gives_the_newest_first(host, repos, study):
    commits = [repos.add_commit(study, message=f"Change {number}") for number in range(4)]
    repos.add_commit(study, branch="feature")

    assert host.list_commits(study, "main", limit=3) == [commits[3], commits[2], commits[1]]


@pytest.mark.parametrize("limit", [0, -1, 101])
def test_list_commits_gives_one_to_a_hundred(host, repos, study, limit):
    repos.add_commit(study)

    with pytest.raises(ValueError, match="1 to 100"):
        host.list_commits(study, "main", limit=limit)


def test_read_file_gives_the_bytes_as_they_were_at_that_commit(host, repos, study):
    then = repos.add_commit(study, files={"project.yaml": b"version: '4'\r\n\xff"})
    repos.add_commit(study, files={"project.yaml": "version: '5'\n"})

    assert host.read_file(study, sha=then.sha, path="project.yaml") == b"version: '4'\r\n\xff"


@pytest.mark.parametrize("path", ["analysis/a b.py", "été/ü#?.csv", "100%/x.txt", ".github/x"])
def test_read_file_reads_below_folders_and_with_odd_names(host, repos, study, path):
    commit = repos.add_commit(study, files={path: "content"})

    assert host.read_file(study, sha=commit.sha, path=path) == b"content"


@pytest.mark.parametrize(
    "path",
    [
        "project.yml",
        "Project.yaml",
        "analysis",
        "analysis/",
        "project.yaml/x",
        "",
        "/project.yaml",
        "./project.yaml",
        "../study/project.yaml",
        "analysis/../project.yaml",
        "-",
        "project.yaml\nHEAD:project.yaml",
        "\x00",
        "\ud800",
    ],
)
def test_read_file_says_when_there_is_no_file(host, repos, study, path):
    commit = repos.add_commit(study, files={"project.yaml": "x", "analysis/a.py": "y"})

    with pytest.raises(PathNotFound, match=f"There is no file .* at commit {commit.sha[:7]}"):
        host.read_file(study, sha=commit.sha, path=path)


@pytest.mark.parametrize("sha", [ABSENT_SHA, "main", "", "--all", "HEAD"])
def test_read_file_takes_whole_ids_of_commits_alone(host, repos, study, sha):
    repos.add_commit(study, files={"project.yaml": "x"})

    with pytest.raises(CommitNotFound):
        host.read_file(study, sha=sha, path="project.yaml")


def test_read_file_reads_five_megabytes_and_no_more(host, repos, study):
    fits = repos.add_commit(study, files={"project.yaml": b"x" * MAX_FILE_BYTES})
    exceeds = repos.add_commit(study, files={"project.yaml": b"x" * (MAX_FILE_BYTES + 1)})

    assert len(host.read_file(study, sha=fits.sha, path="project.yaml")) == MAX_FILE_BYTES
    with pytest.raises(FileTooLarge, match="larger than 5 MB"):
        host.read_file(study, sha=exceeds.sha, path="project.yaml")


def test_read_file_of_an_empty_file_is_empty(host, repos, study):
    commit = repos.add_commit(study, files={"project.yaml": b""})

    assert host.read_file(study, sha=commit.sha, path="project.yaml") == b""


def test_a_deleted_repository_is_not_found_any_more(host, repos, study):
    commit = repos.add_commit(study)
    host.get_commit(study, "main")
    repos.delete_repo(study)

    with pytest.raises(RepoNotFound):
        host.get_commit(study, commit.sha)


# --- folders


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("codelists", True),
        ("codelists/codelists.txt", False),
        ("nothing", False),
        ("../codelists", False),
        ("", False),
    ],
)
def test_has_folder_tells_a_folder_from_a_file_and_from_nothing(host, repos, study, path, there):
    head = repos.add_commit(study, files={"codelists/codelists.txt": "a"})

    assert host.has_folder(study, sha=head.sha, path=path) is there


def test_has_folder_says_when_there_is_no_such_commit(host, repos, study):
    repos.add_commit(study)

    for sha in (ABSENT_SHA, "main"):
        with pytest.raises(CommitNotFound):
            host.has_folder(study, sha=sha, path="codelists")
    with pytest.raises(RepoNotFound):
        host.has_folder(ABSENT, sha=ABSENT_SHA, path="codelists")


def test_get_repo_of_one_that_did_not_move_says_so(host, study):
    assert host.get_repo(study).moved_to is None
