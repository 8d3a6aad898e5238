"""What only a folder of bare repositories can do: lack git, hang, be damaged, hold links."""

import hashlib

import pytest

from integrations.git import (
    CommitNotFound,
    HostUnavailable,
    OwnerNotFound,
    PathNotFound,
    RepoNotFound,
)
from integrations.git.bare_repo import BareRepoHost


@pytest.fixture
def host(bare_repos):
    return BareRepoHost(root=bare_repos.root)


@pytest.fixture
def study(bare_repos):
    return bare_repos.add_repo("opensafely/study")


def put_program(folder, *, name, script):
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def add_link(bare_repos, repo, *, path, target):
    stream = "commit refs/heads/main\ncommitter A <a@b> 0 +0000\ndata 0\n"
    if bare_repos.git(repo, "for-each-ref"):
        stream += "from refs/heads/main^0\n"
    stream += f"M 120000 inline {path}\ndata {len(target)}\n{target}"
    bare_repos.git(repo, "fast-import", "--quiet", stdin=stream.encode())


def put_commit(bare_repos, repo, *, branch, content):
    sha = bare_repos.git(repo, "hash-object", "-w", "-t", "commit", "--stdin", stdin=content)
    bare_repos.git(repo, "update-ref", f"refs/heads/{branch}", sha.strip())


def test_a_missing_git_program_is_named(host, study, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(HostUnavailable, match='the program "git" is not installed'):
        host.get_repo(study)


def test_a_git_that_hangs_is_left_in_time(bare_repos, study, tmp_path, monkeypatch):
    put_program(tmp_path, name="git", script="exec /bin/sleep 30")
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(HostUnavailable, match=r"has not answered for 0\.1 s"):
        BareRepoHost(root=bare_repos.root, timeout_s=0.1).get_repo(study)


def test_a_damaged_repository_is_named_and_git_is_quoted_for_the_operator_alone(
    host, bare_repos, study
):
    (bare_repos.folder(study) / "config").write_text("[nonsense")

    with pytest.raises(HostUnavailable, match="opensafely/study that git cannot read") as raised:
        host.list_branches(study)

    assert str(bare_repos.root) not in str(raised.value)
    assert "bad config" in raised.value.__notes__[0]


def test_a_folder_that_is_not_there_is_not_taken_for_an_unknown_owner(tmp_path, study):
    host = BareRepoHost(root=tmp_path / "absent")

    with pytest.raises(HostUnavailable, match="The folder of repositories is not there"):
        host.list_repos("opensafely")
    with pytest.raises(HostUnavailable, match="The folder of repositories is not there"):
        host.get_repo(study)


def test_a_folder_that_is_no_repository_is_not_found(host, bare_repos, study):
    (bare_repos.root / "opensafely" / "notes.git").mkdir()
    (bare_repos.root / "opensafely" / "a file").touch()
    bare_repos.folder(study).rename(bare_repos.root / "opensafely" / "my study.git")

    assert host.list_repos("opensafely") == []
    with pytest.raises(RepoNotFound):
        host.get_repo(study)
    with pytest.raises(OwnerNotFound):
        host.list_repos("nobody")


def test_privacy_is_unknown_and_a_detached_head_is_no_default_branch(host, bare_repos, study):
    commit = bare_repos.add_commit(study)
    (bare_repos.folder(study) / "HEAD").write_text(f"{commit.sha}\n")

    info = host.get_repo(study)

    assert (info.is_private, info.default_branch) == (None, None)


def test_a_link_is_followed_inside_the_repository_and_not_out_of_it(host, bare_repos, study):
    bare_repos.add_commit(study, files={"real.yaml": "version: '4'"})
    add_link(bare_repos, study, path="project.yaml", target="real.yaml")
    add_link(bare_repos, study, path="passwd", target="/etc/passwd")
    add_link(bare_repos, study, path="up", target="../../../../etc/passwd")
    add_link(bare_repos, study, path="dangling", target="absent.yaml")
    sha = host.get_commit(study, "main").sha

    assert host.read_file(study, sha=sha, path="project.yaml") == b"version: '4'"
    for path in ("passwd", "up", "dangling"):
        with pytest.raises(PathNotFound):
            host.read_file(study, sha=sha, path=path)


def test_an_id_is_not_taken_from_a_tag_a_tree_or_a_file(host, bare_repos, study):
    commit = bare_repos.add_commit(study, files={"a": "x"})
    bare_repos.git(study, "tag", "abcdef0", commit.sha)
    tree = bare_repos.git(study, "rev-parse", f"{commit.sha}^{{tree}}").strip()
    blob = bare_repos.git(study, "rev-parse", f"{commit.sha}:a").strip()

    for ref in ("abcdef0", tree, blob):
        with pytest.raises(CommitNotFound):
            host.get_commit(study, ref)


def test_seven_digits_that_two_commits_share_name_neither(host, bare_repos, study):
    tree = bare_repos.git(study, "mktree").strip()
    seen: dict[str, bytes] = {}
    for number in range(1_000_000):
        body = f"tree {tree}\nauthor A <a@b> {number} +0000\ncommitter A <a@b> 0 +0000\n\n".encode()
        start = hashlib.sha1(b"commit %d\0%b" % (len(body), body)).hexdigest()[:7]
        if start in seen:
            break
        seen[start] = body
    put_commit(bare_repos, study, branch="one", content=seen[start])
    put_commit(bare_repos, study, branch="two", content=body)

    with pytest.raises(CommitNotFound, match="or more than one that begins so"):
        host.get_commit(study, start)


def test_the_configuration_of_a_repository_runs_no_program(host, bare_repos, study, tmp_path):
    unsigned = bare_repos.add_commit(study, files={"project.yaml": "x"})
    signed = (
        bare_repos.git(study, "cat-file", "commit", unsigned.sha)
        .replace(
            "\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n -----END PGP SIGNATURE-----\n\n", 1
        )
        .encode()
    )
    put_commit(bare_repos, study, branch="main", content=signed)
    put_program(tmp_path, name="trap", script=f"touch {tmp_path}/sprung")
    for key in ("core.fsmonitor", "core.pager", "gpg.program", "diff.external", "core.sshCommand"):
        bare_repos.git(study, "config", key, str(tmp_path / "trap"))
    bare_repos.git(study, "config", "log.showSignature", "true")

    commit = host.get_commit(study, "main")
    host.read_file(study, sha=commit.sha, path="project.yaml")
    host.list_commits(study, "main")

    assert commit.sha != unsigned.sha
    assert not (tmp_path / "sprung").exists()
