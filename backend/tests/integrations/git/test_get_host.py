from integrations import git
from integrations.git.bare_repo import BareRepoHost
from integrations.git.github import GitHubHost


def test_get_host_reads_bare_repositories_where_a_folder_is_set(settings, tmp_path):
    settings.GIT_LOCAL_ROOT = tmp_path

    assert isinstance(git.get_host(), BareRepoHost)


def test_get_host_reads_github_otherwise_and_keeps_what_it_remembers(settings):
    settings.GIT_LOCAL_ROOT = None

    host = git.get_host()

    assert isinstance(host, GitHubHost)
    assert git.get_host() is host


def test_get_host_follows_a_changed_setting(settings):
    settings.GIT_LOCAL_ROOT = None
    before = git.get_host()

    settings.GITHUB_TOKEN = "ghp_renewed"

    assert git.get_host() is not before
